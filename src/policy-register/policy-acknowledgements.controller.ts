import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, OF_BODY } from '../common/http/api-problems';
import { PageOf } from '../common/http/page-of';
import type { Page } from '../common/http/paging';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import {
  NoteAcknowledgementDto,
  OwnAcknowledgementDto,
  PolicyAcknowledgementResponse,
} from '../policies/policy-acknowledgement.dto';
import { POLICY_ACKNOWLEDGEMENT } from '../policies/policy-acknowledgement.record';
import type { RecordRow } from '../records/record-kind';
import { RecordPageQuery } from '../records/record-page.query.dto';
import { RecordValidation } from '../records/record-validation';
import { ApiOrganizationParam } from '../records/records.controller';
import { RecordsService } from '../records/records.service';
import { Acknowledgements } from './acknowledgements.service';

/** What somebody said stays said: acknowledgements are added and read. */
@ApiTags('Policies')
@ApiOrganizationParam()
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId')
export class PolicyAcknowledgementsController {
  constructor(
    private readonly records: RecordsService,
    private readonly acknowledgements: Acknowledgements,
  ) {}

  @Get('policy-acknowledgements')
  @Allows('records.read')
  @ApiOperation({
    operationId: 'list-policy-acknowledgements',
    summary: 'List who acknowledged which version, oldest first',
  })
  @ApiResponse({ status: 200, type: PageOf(PolicyAcknowledgementResponse), description: 'A page' })
  @ApiProblems('request-invalid')
  list(
    @UuidParam('organizationId') organizationId: string,
    @Query() query: RecordPageQuery,
  ): Promise<Page<RecordRow>> {
    return this.records.list(POLICY_ACKNOWLEDGEMENT, organizationId, query);
  }

  @Post('policy-acknowledgements')
  @Allows('records.write')
  @HttpCode(201)
  @ApiOperation({
    operationId: 'note-policy-acknowledgement',
    summary: 'Note that somebody without an account acknowledged a version',
  })
  @ApiBody({ type: NoteAcknowledgementDto })
  @ApiResponse({ status: 201, type: PolicyAcknowledgementResponse, description: 'Noted' })
  @ApiProblems(...OF_BODY, 'key-taken', 'records-incoherent')
  note(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Body(new RecordValidation(NoteAcknowledgementDto)) body: NoteAcknowledgementDto,
  ): Promise<RecordRow> {
    return this.acknowledgements.note(organizationId, caller, body);
  }

  @Post('own-policy-acknowledgements')
  @Allows('policies.acknowledge')
  @HttpCode(201)
  @ApiOperation({
    operationId: 'acknowledge-policy',
    summary: 'Acknowledge the version in force for oneself, signed in',
  })
  @ApiBody({ type: OwnAcknowledgementDto })
  @ApiResponse({ status: 201, type: PolicyAcknowledgementResponse, description: 'Acknowledged' })
  @ApiProblems(...OF_BODY, 'key-taken', 'records-incoherent')
  async own(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Body(new RecordValidation(OwnAcknowledgementDto)) body: OwnAcknowledgementDto,
  ): Promise<RecordRow> {
    const id = await this.acknowledgements.own(organizationId, caller, body.policyVersion);
    return this.records.get(POLICY_ACKNOWLEDGEMENT, organizationId, id);
  }
}
