import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../common/http/entity-tag';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import type { RecordRow } from '../records/record-kind';
import { RecordValidation } from '../records/record-validation';
import { recordsController } from '../records/records.controller';
import { StepOfRecord } from '../records/step-route';
import { CreateFindingDto, FindingResponse, UpdateFindingDto } from './finding.dto';
import { FINDING } from './finding.record';
import { CompleteActionDto, ReviewFindingDto } from './finding-work.dto';
import { FindingWork } from './finding-work.service';

@ApiTags('Findings and accepted risks')
@Controller('v1/organizations/:organizationId/findings')
export class FindingsController extends recordsController({
  kind: FINDING,
  create: CreateFindingDto,
  update: UpdateFindingDto,
  response: FindingResponse,
}) {
  @Inject(FindingWork)
  private readonly work: FindingWork;

  @Post(':id/completions')
  @Allows('records.write')
  @StepOfRecord({
    operationId: 'complete-corrective-action',
    summary: 'Say that a corrective action was done, once, with what shows it',
    noun: 'finding',
    body: CompleteActionDto,
    response: FindingResponse,
  })
  complete(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @IfMatch() version: number,
    @CurrentCaller() caller: Caller,
    @Body(new RecordValidation(CompleteActionDto)) body: CompleteActionDto,
  ): Promise<RecordRow> {
    return this.work.complete({ organizationId, id, version }, caller, body);
  }

  @Post(':id/reviews')
  @Allows('records.write')
  @StepOfRecord({
    operationId: 'review-finding',
    summary:
      'Say, as somebody who owns none of the actions, whether what was done works; or open the finding again',
    noun: 'finding',
    body: ReviewFindingDto,
    response: FindingResponse,
  })
  review(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @IfMatch() version: number,
    @CurrentCaller() caller: Caller,
    @Body(new RecordValidation(ReviewFindingDto)) body: ReviewFindingDto,
  ): Promise<RecordRow> {
    return this.work.review({ organizationId, id, version }, caller, body);
  }
}
