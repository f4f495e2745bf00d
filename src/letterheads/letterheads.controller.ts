import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, OF_CHANGE } from '../common/http/api-problems';
import { IfMatch } from '../common/http/entity-tag';
import { ETAG_HEADER } from '../common/http/response-headers';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { ApiIfMatch, ApiOrganizationParam } from '../records/records.controller';
import { LetterheadResponse, UpdateLetterheadDto } from './letterhead.dto';
import { LetterheadsService } from './letterheads.service';

@ApiTags('Firm on reports')
@ApiOrganizationParam()
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/letterhead')
export class LetterheadsController {
  constructor(private readonly letterheads: LetterheadsService) {}

  @Get()
  @Allows('organization.read')
  @ApiOperation({
    operationId: 'get-letterhead',
    summary: 'Read how a firm is named on reports, and whether any is',
  })
  @ApiResponse({ status: 200, type: LetterheadResponse, description: 'What is set', headers: ETAG_HEADER })
  get(@UuidParam('organizationId') organizationId: string): Promise<LetterheadResponse> {
    return this.letterheads.get(organizationId);
  }

  @Patch()
  @Allows('letterhead.manage')
  @ApiIfMatch()
  @ApiOperation({
    operationId: 'update-letterhead',
    summary:
      'Say how the firm is named on reports that its people draw up, or whether this practice wants that',
  })
  @ApiResponse({
    status: 200,
    type: LetterheadResponse,
    description: 'What is set now',
    headers: ETAG_HEADER,
  })
  @ApiProblems(...OF_CHANGE)
  update(
    @UuidParam('organizationId') organizationId: string,
    @IfMatch() version: number,
    @CurrentCaller() caller: Caller,
    @Body() body: UpdateLetterheadDto,
  ): Promise<LetterheadResponse> {
    return this.letterheads.update(organizationId, version, caller, body);
  }
}
