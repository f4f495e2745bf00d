import { Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { IdField } from '../common/fields';
import { ApiProblems } from '../common/http/api-problems';
import { PageOf } from '../common/http/page-of';
import { PageQuery, type Page } from '../common/http/paging';
import { LOCATION_HEADER } from '../common/http/response-headers';
import { UuidParam } from '../common/http/uuid-param';
import { Allows } from '../permissions/route-access';
import { CurrentCaller, type Caller } from '../identity/caller';
import { AuditLogCheckpointsService, type StoredCheckpoint } from './audit-log-checkpoints.service';

class AuditLogCheckpointResponse implements StoredCheckpoint {
  @IdField()
  id: string;

  @IdField({ description: 'The organization.' })
  organizationId: string;

  @ApiProperty({ type: 'integer', description: 'Number of the last entry that it covers.' })
  sequence: number;

  @ApiProperty({ description: 'Digest of that entry, and so of all before it: SHA-256, in hex.' })
  digest: string;

  @ApiProperty({ format: 'date-time', description: 'When it was signed.' })
  at: string;

  @ApiProperty({ description: 'The public key: SPKI DER, base64.' })
  publicKey: string;

  @ApiProperty({ description: 'SHA-256 of the public key: its fingerprint.' })
  keyId: string;

  @ApiProperty({ description: 'Ed25519 signature, base64. docs/audit-log.md says over which text.' })
  signature: string;
}

@ApiTags('Audit log')
@ApiParam({ name: 'organizationId', format: 'uuid', description: 'The organization.' })
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/audit-log-checkpoints')
export class AuditLogCheckpointsController {
  constructor(private readonly checkpoints: AuditLogCheckpointsService) {}

  @Get()
  @Allows('audit-log.read')
  @ApiOperation({ operationId: 'list-audit-log-checkpoints', summary: 'List checkpoints, oldest first' })
  @ApiResponse({ status: 200, type: PageOf(AuditLogCheckpointResponse), description: 'A page' })
  @ApiProblems('request-invalid')
  list(
    @UuidParam('organizationId') organizationId: string,
    @Query() query: PageQuery,
  ): Promise<Page<AuditLogCheckpointResponse>> {
    return this.checkpoints.list(organizationId, query);
  }

  @Post()
  @Allows('audit-log.sign')
  @HttpCode(201)
  @ApiOperation({
    operationId: 'create-audit-log-checkpoint',
    summary: 'Sign where the log stands now; keep the answer elsewhere',
  })
  @ApiResponse({
    status: 201,
    type: AuditLogCheckpointResponse,
    description: 'The checkpoint',
    headers: LOCATION_HEADER,
  })
  async create(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AuditLogCheckpointResponse> {
    const checkpoint = await this.checkpoints.create(organizationId, caller);
    void reply.header('location', `/v1/organizations/${organizationId}/audit-log-checkpoints`);
    return checkpoint;
  }
}
