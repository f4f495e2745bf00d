import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ChoiceField, IdField } from '../common/fields';
import { ApiProblems } from '../common/http/api-problems';
import { UuidParam } from '../common/http/uuid-param';
import { Allows } from '../permissions/route-access';
import { AuditLogVerificationsService } from './audit-log-verifications.service';
import { LOG_FAULTS, type LogFault } from './log-faults';
import type { LogVerification } from './verify-audit-log';

class LogFaultResponse implements LogFault {
  @ChoiceField(LOG_FAULTS, { description: 'Why it does not fit.' })
  why: LogFault['why'];

  @ApiProperty({
    type: 'integer',
    description: 'Number of the first entry that does not fit, or is not there.',
  })
  sequence: number;

  @IdField({ description: 'Id of that entry; null where it is not there.', optional: true })
  entryId: string | null;

  @ApiProperty({ description: 'The same in a sentence.' })
  detail: string;
}

class LogVerificationResponse implements LogVerification {
  @IdField({ description: 'The organization.' })
  organizationId: string;

  @ApiProperty({ description: 'Whether every entry fits, up to the end of the log and to every checkpoint.' })
  isIntact: boolean;

  @ApiProperty({
    type: 'integer',
    description:
      'The entry that the walk began with: later than 1 when earlier ones were pruned after their term.',
  })
  firstSequence: number;

  @ApiProperty({ type: 'integer', description: 'How many entries were found to fit.' })
  entries: number;

  @ApiProperty({ type: 'integer', description: 'Number of the last entry that fits.' })
  lastSequence: number;

  @ApiProperty({ description: 'Digest of the last entry that fits: SHA-256, in hex.' })
  lastDigest: string;

  @ApiProperty({ type: 'integer', description: 'Signed checkpoints that the log agrees with.' })
  checkpoints: number;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'The last entry that a checkpoint covers; null without a checkpoint.',
  })
  signedSequence: number | null;

  @ApiProperty({ type: [String], description: 'Fingerprints of the keys that signed.' })
  keyIds: string[];

  @ApiProperty({
    type: LogFaultResponse,
    nullable: true,
    description: 'What does not fit first; null if nothing.',
  })
  firstFault: LogFaultResponse | null;
}

@ApiTags('Audit log')
@ApiParam({ name: 'organizationId', format: 'uuid', description: 'The organization.' })
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/audit-log-verification')
export class AuditLogVerificationController {
  constructor(private readonly verifications: AuditLogVerificationsService) {}

  @Get()
  @Allows('audit-log.read')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'verify-audit-log',
    summary: 'Walk the whole log and name the first entry that does not fit',
  })
  @ApiResponse({ status: 200, type: LogVerificationResponse, description: 'What was found' })
  verify(@UuidParam('organizationId') organizationId: string): Promise<LogVerificationResponse> {
    return this.verifications.verify(organizationId);
  }
}
