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
import { MemberResponse, SignInRulesResponse, UpdateMemberDto, UpdateSignInRulesDto } from './member.dto';
import { MembersService } from './members.service';

const MEMBER = { name: 'memberId', format: 'uuid', description: 'The membership.' };

@ApiTags('Members')
@ApiOrganizationParam()
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId')
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Get('members')
  @Allows('members.read')
  @ApiOperation({
    operationId: 'list-members',
    summary: 'List who belongs and belonged to the organization, oldest first',
  })
  @ApiResponse({ status: 200, type: PageOf(MemberResponse), description: 'A page' })
  @ApiProblems('request-invalid')
  list(
    @UuidParam('organizationId') organizationId: string,
    @Query() query: PageQuery,
  ): Promise<Page<MemberResponse>> {
    return this.members.list(organizationId, query);
  }

  @Patch('members/:memberId')
  @Allows('members.manage')
  @ApiParam(MEMBER)
  @ApiIfMatch()
  @ApiOperation({ operationId: 'update-member', summary: 'Change the role of a member, or the last day' })
  @ApiResponse({
    status: 200,
    type: MemberResponse,
    description: 'The membership as changed',
    headers: ETAG_HEADER,
  })
  @ApiProblems(...OF_CHANGE, 'last-owner', 'records-incoherent')
  update(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('memberId') id: string,
    @IfMatch() version: number,
    @CurrentPerson() caller: PersonCaller,
    @Body() body: UpdateMemberDto,
  ): Promise<MemberResponse> {
    return this.members.update({ organizationId, id, version }, caller, body);
  }

  @Post('members/:memberId/endings')
  @Allows('members.manage')
  @HttpCode(200)
  @ApiParam(MEMBER)
  @ApiIfMatch()
  @ApiOperation({ operationId: 'end-membership', summary: 'End a membership' })
  @ApiResponse({ status: 200, type: MemberResponse, description: 'Ended', headers: ETAG_HEADER })
  @ApiProblems('request-invalid', 'stale-version', 'precondition-required', 'last-owner')
  end(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('memberId') id: string,
    @IfMatch() version: number,
    @CurrentPerson() caller: PersonCaller,
  ): Promise<MemberResponse> {
    return this.members.end({ organizationId, id, version }, caller);
  }

  @Post('members/:memberId/session-endings')
  @Allows('members.manage')
  @HttpCode(200)
  @ApiParam(MEMBER)
  @ApiOperation({
    operationId: 'end-sessions-of-member',
    summary: 'End every session of a member in this organization, and in no other: they sign in again',
  })
  @ApiResponse({ status: 200, type: MemberResponse, description: 'Ended', headers: ETAG_HEADER })
  @ApiProblems('request-invalid')
  endSessions(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('memberId') id: string,
    @CurrentPerson() caller: PersonCaller,
  ): Promise<MemberResponse> {
    return this.members.endSessions({ organizationId, id }, caller);
  }

  @Get('sign-in-rules')
  @Allows('members.read')
  @ApiOperation({ operationId: 'get-sign-in-rules', summary: 'Read how members have to sign in' })
  @ApiResponse({ status: 200, type: SignInRulesResponse, description: 'The rules', headers: ETAG_HEADER })
  rules(@UuidParam('organizationId') organizationId: string): Promise<SignInRulesResponse> {
    return this.members.rules(organizationId);
  }

  @Patch('sign-in-rules')
  @Allows('sign-in-rules.manage')
  @ApiIfMatch()
  @ApiOperation({ operationId: 'update-sign-in-rules', summary: 'Say how members have to sign in' })
  @ApiResponse({
    status: 200,
    type: SignInRulesResponse,
    description: 'The rules as changed',
    headers: ETAG_HEADER,
  })
  @ApiProblems(...OF_CHANGE)
  updateRules(
    @UuidParam('organizationId') organizationId: string,
    @IfMatch() version: number,
    @CurrentPerson() caller: PersonCaller,
    @Body() body: UpdateSignInRulesDto,
  ): Promise<SignInRulesResponse> {
    return this.members.updateRules(organizationId, version, caller, body);
  }
}
