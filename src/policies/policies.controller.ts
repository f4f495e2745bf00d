import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../common/http/entity-tag';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import type { RecordRow } from '../records/record-kind';
import { RecordValidation } from '../records/record-validation';
import { recordsController } from '../records/records.controller';
import { StepOfRecord } from '../records/step-route';
import { CreatePolicyDto, PolicyResponse, RetirePolicyDto, UpdatePolicyDto } from './policy.dto';
import { POLICY } from './policy.record';

@ApiTags('Policies')
@Controller('v1/organizations/:organizationId/policies')
export class PoliciesController extends recordsController({
  kind: POLICY,
  create: CreatePolicyDto,
  update: UpdatePolicyDto,
  response: PolicyResponse,
}) {
  /** It takes what adopting takes: what was adopted stops to hold. */
  @Post(':id/retirements')
  @Allows('policies.adopt')
  @StepOfRecord({
    operationId: 'retire-policy',
    summary: 'Say that a policy no longer holds; its versions stay on record',
    noun: 'policy',
    body: RetirePolicyDto,
    response: PolicyResponse,
  })
  retire(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @IfMatch() version: number,
    @CurrentCaller() caller: Caller,
    @Body(new RecordValidation(RetirePolicyDto)) retirement: RetirePolicyDto,
  ): Promise<RecordRow> {
    return this.records.update(POLICY, organizationId, caller, { id, version }, { retirement });
  }
}
