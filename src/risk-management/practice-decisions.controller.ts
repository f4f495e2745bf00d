import { ApiOrganizationParam } from '../records/records.controller';
import { Body, Controller, HttpCode, Inject, Patch, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, OF_BODY } from '../common/http/api-problems';
import { IfMatch } from '../common/http/entity-tag';
import { ETAG_HEADER, LOCATION_HEADER } from '../common/http/response-headers';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import {
  DecideDto,
  PracticeDecisionResponse,
  UpdatePracticeDecisionDto,
} from '../practice-decisions/practice-decision.dto';
import { PRACTICE_DECISION } from '../practice-decisions/practice-decision.record';
import { readRecordsController } from '../records/read-records.controller';
import type { RecordRow } from '../records/record-kind';
import { RecordValidation } from '../records/record-validation';
import { StepOfRecord } from '../records/step-route';
import { RiskDecisions } from './risk-decisions.service';

@ApiTags('Findings and accepted risks')
@Controller('v1/organizations/:organizationId/practice-decisions')
export class PracticeDecisionsController extends readRecordsController(
  PRACTICE_DECISION,
  PracticeDecisionResponse,
) {
  @Inject(RiskDecisions)
  private readonly decisions: RiskDecisions;

  @Post()
  @Allows('risks.decide')
  @HttpCode(201)
  @ApiOrganizationParam()
  @ApiOperation({
    operationId: 'create-practice-decision',
    summary: 'Note what the practice decided about a tool, or about AI at all, and why',
  })
  @ApiBody({ type: DecideDto })
  @ApiResponse({
    status: 201,
    type: PracticeDecisionResponse,
    description: 'Decided',
    headers: { ...LOCATION_HEADER, ...ETAG_HEADER },
  })
  @ApiProblems(...OF_BODY, 'key-taken', 'records-incoherent')
  decide(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Body(new RecordValidation(DecideDto)) body: DecideDto,
  ): Promise<RecordRow> {
    return this.decisions.decide(organizationId, caller, body);
  }

  @Patch(':id')
  @Allows('records.write')
  @StepOfRecord({
    operationId: 'update-practice-decision',
    summary: 'Say which conditions of a decision are met',
    noun: 'decision',
    body: UpdatePracticeDecisionDto,
    response: PracticeDecisionResponse,
  })
  meet(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @IfMatch() version: number,
    @CurrentCaller() caller: Caller,
    @Body(new RecordValidation(UpdatePracticeDecisionDto)) body: UpdatePracticeDecisionDto,
  ): Promise<RecordRow> {
    return this.decisions.meet({ organizationId, id, version }, caller, body);
  }
}
