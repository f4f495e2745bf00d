import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, OF_BODY } from '../common/http/api-problems';
import { PageOf } from '../common/http/page-of';
import type { Page } from '../common/http/paging';
import { ETAG_HEADER, LOCATION_HEADER } from '../common/http/response-headers';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { AdoptPolicyDto, PolicyVersionResponse } from '../policies/policy-version.dto';
import { POLICY_VERSION } from '../policies/policy-version.record';
import type { RecordRow } from '../records/record-kind';
import { RecordPageQuery } from '../records/record-page.query.dto';
import { RecordValidation } from '../records/record-validation';
import { ApiOrganizationParam } from '../records/records.controller';
import { RecordsService } from '../records/records.service';
import { Adoptions } from './adoptions.service';

/** Versions are adopted and read; nothing changes one. */
@ApiTags('Policies')
@ApiOrganizationParam()
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/policy-versions')
export class PolicyVersionsController {
  constructor(
    private readonly records: RecordsService,
    private readonly adoptions: Adoptions,
  ) {}

  @Get()
  @Allows('records.read')
  @ApiOperation({ operationId: 'list-policy-versions', summary: 'List adopted versions, oldest first' })
  @ApiResponse({ status: 200, type: PageOf(PolicyVersionResponse), description: 'A page' })
  @ApiProblems('request-invalid')
  list(
    @UuidParam('organizationId') organizationId: string,
    @Query() query: RecordPageQuery,
  ): Promise<Page<RecordRow>> {
    return this.records.list(POLICY_VERSION, organizationId, query);
  }

  @Post()
  @Allows('policies.adopt')
  @HttpCode(201)
  @ApiOperation({
    operationId: 'adopt-policy',
    summary: 'Adopt a policy as it stands: its text is frozen as the next version',
  })
  @ApiBody({ type: AdoptPolicyDto })
  @ApiResponse({
    status: 201,
    type: PolicyVersionResponse,
    description: 'Adopted',
    headers: { ...LOCATION_HEADER, ...ETAG_HEADER },
  })
  @ApiProblems(...OF_BODY, 'key-taken', 'records-incoherent', 'stale-version')
  adopt(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Body(new RecordValidation(AdoptPolicyDto)) body: AdoptPolicyDto,
  ): Promise<RecordRow> {
    return this.adoptions.adopt(organizationId, caller, body);
  }

  @Get(':id')
  @Allows('records.read')
  @ApiParam({ name: 'id', format: 'uuid', description: 'The version.' })
  @ApiOperation({ operationId: 'get-policy-version', summary: 'Read a version as it was adopted' })
  @ApiResponse({ status: 200, type: PolicyVersionResponse, description: 'The version', headers: ETAG_HEADER })
  get(@UuidParam('organizationId') organizationId: string, @UuidParam('id') id: string): Promise<RecordRow> {
    return this.records.get(POLICY_VERSION, organizationId, id);
  }
}
