import { ApiOrganizationParam } from '../records/records.controller';
import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, OF_BODY } from '../common/http/api-problems';
import { IfMatch } from '../common/http/entity-tag';
import { ETAG_HEADER, LOCATION_HEADER } from '../common/http/response-headers';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { readRecordsController } from '../records/read-records.controller';
import type { RecordRow } from '../records/record-kind';
import { RecordValidation } from '../records/record-validation';
import { StepOfRecord } from '../records/step-route';
import {
  AcceptRiskDto,
  EndAcceptanceDto,
  RiskAcceptanceResponse,
} from '../risk-acceptances/risk-acceptance.dto';
import { RISK_ACCEPTANCE } from '../risk-acceptances/risk-acceptance.record';
import { RiskDecisions } from './risk-decisions.service';

@ApiTags('Findings and accepted risks')
@Controller('v1/organizations/:organizationId/risk-acceptances')
export class RiskAcceptancesController extends readRecordsController(
  RISK_ACCEPTANCE,
  RiskAcceptanceResponse,
) {
  @Inject(RiskDecisions)
  private readonly decisions: RiskDecisions;

  @Post()
  @Allows('risks.decide')
  @HttpCode(201)
  @ApiOrganizationParam()
  @ApiOperation({
    operationId: 'accept-risk',
    summary: 'Accept a risk as a named person, at the level that it has today; it lowers nothing',
  })
  @ApiBody({ type: AcceptRiskDto })
  @ApiResponse({
    status: 201,
    type: RiskAcceptanceResponse,
    description: 'Accepted',
    headers: { ...LOCATION_HEADER, ...ETAG_HEADER },
  })
  @ApiProblems(...OF_BODY, 'key-taken', 'records-incoherent')
  accept(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Body(new RecordValidation(AcceptRiskDto)) body: AcceptRiskDto,
  ): Promise<RecordRow> {
    return this.decisions.accept(organizationId, caller, body);
  }

  @Post(':id/endings')
  @Allows('risks.decide')
  @StepOfRecord({
    operationId: 'end-risk-acceptance',
    summary: 'End an acceptance before its day; it stays on record',
    noun: 'acceptance',
    body: EndAcceptanceDto,
    response: RiskAcceptanceResponse,
  })
  end(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @IfMatch() version: number,
    @CurrentCaller() caller: Caller,
    @Body(new RecordValidation(EndAcceptanceDto)) body: EndAcceptanceDto,
  ): Promise<RecordRow> {
    return this.decisions.end({ organizationId, id, version }, caller, body);
  }
}
