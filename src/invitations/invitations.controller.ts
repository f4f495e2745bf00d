import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ApiProblems } from '../common/http/api-problems';
import { PageOf } from '../common/http/page-of';
import { PageQuery, type Page } from '../common/http/paging';
import { UuidParam } from '../common/http/uuid-param';
import { PublicAddress } from '../common/public-address';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { Allows, OfPerson, Public } from '../permissions/route-access';
import { ApiOrganizationParam } from '../records/records.controller';
import { CurrentClient, type RequestClient } from '../sessions/request-client';
import { granted } from '../sessions/session-cookie';
import { SessionGrant } from '../sessions/session.dto';
import {
  AcceptAsNewDto,
  AcceptDto,
  AcceptedMembership,
  CreateInvitationDto,
  InvitationResponse,
  SentInvitation,
} from './invitation.dto';
import { InvitationsService } from './invitations.service';

const OF_BODY = ['request-invalid', 'body-unreadable', 'body-too-large', 'media-type-unsupported'] as const;

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

@ApiTags('Account')
@ApiProblems('unauthenticated', 'internal-error', 'unavailable')
@Controller('v1/account/memberships')
export class OwnMembershipsController {
  constructor(private readonly invitations: InvitationsService) {}

  @Post()
  @OfPerson()
  @ApiOperation({
    operationId: 'accept-invitation',
    summary: 'Accept an invitation with the account that you have',
  })
  @ApiResponse({ status: 201, type: AcceptedMembership, description: 'You belong to the organization' })
  @ApiProblems(...OF_BODY, 'member-already', 'token-unusable', 'records-incoherent')
  accept(@CurrentPerson() caller: PersonCaller, @Body() body: AcceptDto): Promise<AcceptedMembership> {
    return this.invitations.accept(caller, body);
  }
}

@ApiTags('Signing in')
@Public()
@ApiProblems('internal-error', 'unavailable')
@Controller('v1/invitation-acceptances')
export class InvitationAcceptancesController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly address: PublicAddress,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'accept-invitation-as-new',
    summary: 'Accept an invitation with a new account',
  })
  @ApiResponse({ status: 201, type: SessionGrant, description: 'The account is made; you are signed in' })
  @ApiProblems(...OF_BODY, 'account-there', 'token-unusable', 'password-refused')
  async accept(
    @Body() body: AcceptAsNewDto,
    @CurrentClient() client: RequestClient,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionGrant> {
    return granted(await this.invitations.acceptAsNew(body, client), false, reply, this.address);
  }
}
