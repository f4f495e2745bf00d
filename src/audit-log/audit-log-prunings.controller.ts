import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../common/http/api-problems';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { AuditLogPruningsService, type Pruning } from './audit-log-prunings.service';

class PruningResponse implements Pruning {
  @ApiProperty({ type: 'integer', description: 'How many entries were deleted.' })
  entries: number;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Last entry of the checkpoint that the log now begins after; null when none is old enough.',
  })
  lastSequence: number | null;
}

@ApiTags('Audit log')
@ApiParam({ name: 'organizationId', format: 'uuid', description: 'The organization.' })
@ApiProblems('unauthenticated', 'not-found', 'audit-log-not-intact', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/audit-log-prunings')
export class AuditLogPruningsController {
  constructor(private readonly prunings: AuditLogPruningsService) {}

  @Post()
  @Allows('audit-log.prune')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'prune-audit-log',
    summary: 'Delete the entries that a checkpoint older than the term covers',
  })
  @ApiResponse({ status: 200, type: PruningResponse, description: 'What was deleted' })
  prune(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<PruningResponse> {
    return this.prunings.prune(organizationId, caller);
  }
}
