import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, OF_BODY, OF_CHANGE } from '../common/http/api-problems';
import { IfMatch } from '../common/http/entity-tag';
import { PageOf } from '../common/http/page-of';
import { PageQuery, type Page } from '../common/http/paging';
import { ETAG_HEADER, LOCATION_HEADER } from '../common/http/response-headers';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, CurrentPerson, type Caller, type PersonCaller } from '../identity/caller';
import type { RecordRow } from '../records/record-kind';
import { ApiIfMatch, ApiOrganizationParam } from '../records/records.controller';
import { CreateOrganizationDto, OrganizationResponse, UpdateOrganizationDto } from './organization.dto';
import { OrganizationsService } from './organizations.service';
import { Allows, OfPerson, SignedIn } from '../permissions/route-access';

@ApiTags('Organizations')
@ApiProblems('unauthenticated', 'internal-error', 'unavailable')
@Controller('v1/organizations')
export class OrganizationsController {
  constructor(private readonly organizations: OrganizationsService) {}

  @Get()
  @SignedIn()
  @ApiOperation({
    operationId: 'list-organizations',
    summary: 'List the organizations that you belong to, oldest first',
  })
  @ApiResponse({ status: 200, type: PageOf(OrganizationResponse), description: 'A page' })
  @ApiProblems('request-invalid')
  list(@CurrentCaller() caller: Caller, @Query() query: PageQuery): Promise<Page<RecordRow>> {
    return this.organizations.list(caller, query);
  }

  @Post()
  @OfPerson()
  @ApiOperation({
    operationId: 'create-organization',
    summary: 'Add a practice or a firm; you are its owner',
  })
  @ApiResponse({
    status: 201,
    type: OrganizationResponse,
    description: 'Made',
    headers: { ...LOCATION_HEADER, ...ETAG_HEADER },
  })
  @ApiProblems(...OF_BODY)
  create(@CurrentPerson() maker: PersonCaller, @Body() body: CreateOrganizationDto): Promise<RecordRow> {
    return this.organizations.create(maker, body);
  }

  @Get(':organizationId')
  @Allows('organization.read')
  @ApiOrganizationParam()
  @ApiOperation({ operationId: 'get-organization', summary: 'Read an organization' })
  @ApiResponse({
    status: 200,
    type: OrganizationResponse,
    description: 'The organization',
    headers: ETAG_HEADER,
  })
  @ApiProblems('not-found')
  get(@UuidParam('organizationId') id: string): Promise<RecordRow> {
    return this.organizations.get(id);
  }

  @Patch(':organizationId')
  @Allows('organization.change')
  @ApiOrganizationParam()
  @ApiIfMatch()
  @ApiOperation({ operationId: 'update-organization', summary: 'Change the practice profile' })
  @ApiResponse({
    status: 200,
    type: OrganizationResponse,
    description: 'The organization as changed',
    headers: ETAG_HEADER,
  })
  @ApiProblems(...OF_CHANGE, 'not-found', 'records-incoherent')
  update(
    @UuidParam('organizationId') id: string,
    @IfMatch() version: number,
    @CurrentCaller() caller: Caller,
    @Body() body: UpdateOrganizationDto,
  ): Promise<RecordRow> {
    return this.organizations.update(id, version, caller, body);
  }
}
