import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../common/http/api-problems';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { OrganizationResponse } from '../organizations/organization.dto';
import { Allows } from '../permissions/route-access';
import type { RecordRow } from '../records/record-kind';
import { ApiOrganizationParam } from '../records/records.controller';
import { CloseOrganizationDto, ClosingResponse } from './closing.dto';
import { ClosingService } from './closing.service';

const REFUSALS = ['recent-sign-in-needed', 'own-factors-needed'] as const;

@ApiTags('Leaving')
@ApiOrganizationParam()
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId')
export class ClosingController {
  constructor(private readonly closing: ClosingService) {}

  /** Reached while closed too: whoever lost the answer is given it again under the same Idempotency-Key. Another closing is refused by the service. */
  @Post('closures')
  @Allows('organization.close', { refusals: REFUSALS, whileClosed: true })
  @HttpCode(200)
  @ApiOperation({
    operationId: 'close-organization',
    summary: 'Close the organization: nothing is changed any more, and on a day it is erased for good',
  })
  @ApiResponse({ status: 200, type: ClosingResponse, description: 'Until when it can be opened again' })
  @ApiProblems(
    'request-invalid',
    'body-unreadable',
    'export-needed',
    'organization-closed',
    'body-too-large',
    'media-type-unsupported',
  )
  close(
    @UuidParam('organizationId') organizationId: string,
    @CurrentPerson() caller: PersonCaller,
    @Body() body: CloseOrganizationDto,
  ): Promise<ClosingResponse> {
    return this.closing.close(organizationId, caller, body);
  }

  @Post('reopenings')
  @Allows('organization.close', { refusals: REFUSALS, whileClosed: true })
  @HttpCode(200)
  @ApiOperation({
    operationId: 'reopen-organization',
    summary: 'Open a closed organization again; memberships and keys that ended with the closing stay ended',
  })
  @ApiResponse({ status: 200, type: OrganizationResponse, description: 'The organization, open' })
  @ApiProblems('organization-not-closed')
  reopen(
    @UuidParam('organizationId') organizationId: string,
    @CurrentPerson() caller: PersonCaller,
  ): Promise<RecordRow> {
    return this.closing.reopen(organizationId, caller);
  }
}
