import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../common/http/api-problems';
import { ChoiceField, IdField, InstantField, TextField } from '../common/fields';
import { PageOf } from '../common/http/page-of';
import { PageQuery, type Page } from '../common/http/paging';
import { UuidParam } from '../common/http/uuid-param';
import { readPageRows } from '../database/read-page';
import { Tenancy } from '../database/tenancy';
import { cursorAfter, sequenceOf } from './audit-event-cursor';
import { auditEventPage } from './audit-event.query';
import { Allows } from '../permissions/route-access';

class AuditEventResponse {
  @IdField()
  id: string;

  @InstantField({ description: 'When.' })
  occurredAt: Date;

  @ChoiceField(['person', 'api_key', 'vendor_link', 'system'], {
    description:
      'Who: a person, an API key, somebody on the side of a vendor by its link, or the system itself.',
  })
  actorKind: string;

  @IdField({ description: 'Id of the person, the API key or the link.', optional: true })
  actorId: string | null;

  @IdField({
    description: 'The other organization in whose name: the firm of a consultant or of an API key.',
    optional: true,
  })
  onBehalfOf: string | null;

  @TextField({ description: 'Id of the request that asked for it.', optional: true, maxLength: 64 })
  requestId: string | null;

  @TextField({ description: 'From which network address it came.', optional: true, maxLength: 64 })
  address: string | null;

  @TextField({ description: 'What happened, as a past event.', example: 'vendor.updated', maxLength: 100 })
  action: string;

  @TextField({ description: 'Kind of record.', example: 'vendor', maxLength: 100 })
  subjectKind: string;

  @IdField({ description: 'Id of the record.' })
  subjectId: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Keys, versions and names of changed fields.',
  })
  data: object;

  @ApiProperty({
    type: 'integer',
    description: 'Number of the entry in the log of the organization, from 1.',
  })
  sequence: number;

  @ApiProperty({ description: 'Digest of the entry before; zeros before the first.' })
  previousDigest: string;

  @ApiProperty({
    description: 'Digest of this entry: SHA-256, in hex. docs/audit-log.md says over which text.',
  })
  digest: string;
}

@ApiTags('Audit log')
@ApiParam({ name: 'organizationId', format: 'uuid', description: 'The organization.' })
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/audit-events')
export class AuditEventsController {
  constructor(private readonly tenancy: Tenancy) {}

  @Get()
  @Allows('audit-log.read')
  @ApiOperation({
    operationId: 'list-audit-events',
    summary: 'List what happened, oldest first',
    description:
      'In the order of `sequence`. A cursor goes on after a number, so what is written while pages are read comes on a later one and none is missed.',
  })
  @ApiResponse({ status: 200, type: PageOf(AuditEventResponse), description: 'A page' })
  @ApiProblems('request-invalid')
  async list(
    @UuidParam('organizationId') organizationId: string,
    @Query() query: PageQuery,
  ): Promise<Page<AuditEventResponse>> {
    const { cursor, limit } = query;
    const page = auditEventPage(organizationId, sequenceOf(cursor), limit);
    const rows = await readPageRows<AuditEventResponse>(this.tenancy, organizationId, page);
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return { items, nextCursor: last ? cursorAfter(last.sequence) : null };
  }
}
