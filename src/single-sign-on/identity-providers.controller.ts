import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, OF_CHANGE } from '../common/http/api-problems';
import { IfMatch } from '../common/http/entity-tag';
import { PageOf } from '../common/http/page-of';
import { PageQuery, type Page } from '../common/http/paging';
import { ETAG_HEADER } from '../common/http/response-headers';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { ApiIfMatch, ApiOrganizationParam } from '../records/records.controller';
import {
  IdentityLinkResponse,
  IdentityProviderResponse,
  UpdateIdentityProviderDto,
} from './identity-provider.dto';
import { IdentityProvidersService } from './identity-providers.service';

@ApiTags('Members')
@ApiOrganizationParam()
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId')
export class IdentityProvidersController {
  constructor(private readonly providers: IdentityProvidersService) {}

  @Get('single-sign-on')
  @Allows('members.read')
  @ApiOperation({
    operationId: 'get-single-sign-on',
    summary: 'Read which identity provider vouches for members',
  })
  @ApiResponse({
    status: 200,
    type: IdentityProviderResponse,
    description: 'The settings',
    headers: ETAG_HEADER,
  })
  get(@UuidParam('organizationId') organizationId: string): Promise<IdentityProviderResponse> {
    return this.providers.get(organizationId);
  }

  @Patch('single-sign-on')
  @Allows('single-sign-on.manage')
  @ApiIfMatch()
  @ApiOperation({
    operationId: 'update-single-sign-on',
    summary: 'Say which identity provider vouches for members; it is asked at once whether it is one',
  })
  @ApiResponse({
    status: 200,
    type: IdentityProviderResponse,
    description: 'The settings as changed',
    headers: ETAG_HEADER,
  })
  @ApiProblems(...OF_CHANGE, 'records-incoherent', 'identity-provider-unfit')
  update(
    @UuidParam('organizationId') organizationId: string,
    @IfMatch() version: number,
    @CurrentPerson() caller: PersonCaller,
    @Body() body: UpdateIdentityProviderDto,
  ): Promise<IdentityProviderResponse> {
    return this.providers.update(organizationId, version, caller, body);
  }

  @Get('identity-links')
  @Allows('members.read')
  @ApiOperation({
    operationId: 'list-identity-links',
    summary: 'List which accounts of the identity provider are which members, oldest first',
  })
  @ApiResponse({ status: 200, type: PageOf(IdentityLinkResponse), description: 'A page' })
  @ApiProblems('request-invalid')
  links(
    @UuidParam('organizationId') organizationId: string,
    @Query() query: PageQuery,
  ): Promise<Page<IdentityLinkResponse>> {
    return this.providers.links(organizationId, query);
  }

  @Post('identity-links/:identityLinkId/removals')
  @Allows('single-sign-on.manage')
  @HttpCode(200)
  @ApiParam({ name: 'identityLinkId', format: 'uuid', description: 'The link.' })
  @ApiOperation({
    operationId: 'remove-identity-link',
    summary: 'Remove a link: what the account opened is closed, and at its next sign-in it is matched anew',
  })
  @ApiResponse({ status: 200, type: IdentityLinkResponse, description: 'Removed' })
  removeLink(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('identityLinkId') id: string,
    @CurrentPerson() caller: PersonCaller,
  ): Promise<IdentityLinkResponse> {
    return this.providers.removeLink(organizationId, caller, id);
  }
}
