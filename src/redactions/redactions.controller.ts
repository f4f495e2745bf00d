import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, OF_BODY } from '../common/http/api-problems';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { ApiOrganizationParam } from '../records/records.controller';
import { RedactDto, RedactionOutcome } from './redaction.dto';
import { RedactionsService } from './redactions.service';

@ApiTags('Redaction')
@ApiOrganizationParam()
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/redactions')
export class RedactionsController {
  constructor(private readonly redactions: RedactionsService) {}

  @Post()
  @Allows('text.redact', { refusals: ['recent-sign-in-needed'] })
  @HttpCode(200)
  @ApiOperation({
    operationId: 'redact-text',
    summary:
      'Take out text that should not have been typed, such as about a client, wherever it stands; for good',
  })
  @ApiResponse({ status: 200, type: RedactionOutcome, description: 'What was taken out, and from where' })
  @ApiProblems(...OF_BODY, 'records-incoherent')
  redact(
    @UuidParam('organizationId') organizationId: string,
    @CurrentPerson() caller: PersonCaller,
    @Body() body: RedactDto,
  ): Promise<RedactionOutcome> {
    return this.redactions.redact(organizationId, caller, body);
  }
}
