import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, OF_BODY } from '../common/http/api-problems';
import { PageOf } from '../common/http/page-of';
import { PageQuery, type Page } from '../common/http/paging';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { ApiOrganizationParam } from '../records/records.controller';
import { CreateInvitationDto, InvitationResponse, SentInvitation } from './invitation.dto';
import { InvitationsService } from './invitations.service';

@ApiTags('Members')
@ApiOrganizationParam()
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/invitations')
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  @Get()
  @Allows('members.manage')
  @ApiOperation({ operationId: 'list-invitations', summary: 'List invitations, oldest first' })
  @ApiResponse({ status: 200, type: PageOf(InvitationResponse), description: 'A page' })
  @ApiProblems('request-invalid')
  list(
    @UuidParam('organizationId') organizationId: string,
    @Query() query: PageQuery,
  ): Promise<Page<InvitationResponse>> {
    return this.invitations.list(organizationId, query);
  }

  @Post()
  @Allows('members.manage')
  @ApiOperation({
    operationId: 'create-invitation',
    summary: 'Invite somebody: a link goes to their address',
  })
  @ApiResponse({ status: 201, type: SentInvitation, description: 'Invited' })
  @ApiProblems(...OF_BODY, 'records-incoherent')
  create(
    @UuidParam('organizationId') organizationId: string,
    @CurrentPerson() caller: PersonCaller,
    @Body() body: CreateInvitationDto,
  ): Promise<SentInvitation> {
    return this.invitations.create(organizationId, caller, body);
  }

  @Post(':invitationId/mails')
  @Allows('members.manage')
  @ApiParam({ name: 'invitationId', format: 'uuid', description: 'The invitation.' })
  @ApiOperation({
    operationId: 'send-invitation-again',
    summary: 'Send an invitation again: a new link for a week; the earlier one works no more',
  })
  @ApiResponse({ status: 201, type: SentInvitation, description: 'Sent, or said why not' })
  @ApiProblems('invitation-closed')
  sendAgain(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('invitationId') id: string,
    @CurrentPerson() caller: PersonCaller,
  ): Promise<SentInvitation> {
    return this.invitations.sendAgain(organizationId, caller, id);
  }

  @Post(':invitationId/withdrawals')
  @Allows('members.manage')
  @HttpCode(200)
  @ApiParam({ name: 'invitationId', format: 'uuid', description: 'The invitation.' })
  @ApiOperation({
    operationId: 'withdraw-invitation',
    summary: 'Withdraw an invitation: its link works no more',
  })
  @ApiResponse({ status: 200, type: InvitationResponse, description: 'Withdrawn' })
  @ApiProblems('invitation-closed')
  withdraw(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('invitationId') id: string,
    @CurrentPerson() caller: PersonCaller,
  ): Promise<InvitationResponse> {
    return this.invitations.withdraw(organizationId, caller, id);
  }
}
