import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ApiProblems, OF_BODY } from '../common/http/api-problems';
import { PublicAddress } from '../common/public-address';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { OfPerson, Public } from '../permissions/route-access';
import { CurrentClient, type RequestClient } from '../sessions/request-client';
import { granted } from '../sessions/session-cookie';
import { SessionGrant } from '../sessions/session.dto';
import { AcceptAsNewDto, AcceptDto, AcceptedMembership } from './invitation.dto';
import { InvitationAcceptancesService } from './invitation-acceptances.service';

@ApiTags('Account')
@ApiProblems('unauthenticated', 'internal-error', 'unavailable')
@Controller('v1/account/memberships')
export class OwnMembershipsController {
  constructor(private readonly acceptances: InvitationAcceptancesService) {}

  @Post()
  @OfPerson()
  @ApiOperation({
    operationId: 'accept-invitation',
    summary: 'Accept an invitation with the account that you have',
  })
  @ApiResponse({ status: 201, type: AcceptedMembership, description: 'You belong to the organization' })
  @ApiProblems(...OF_BODY, 'member-already', 'token-unusable', 'records-incoherent')
  accept(@CurrentPerson() caller: PersonCaller, @Body() body: AcceptDto): Promise<AcceptedMembership> {
    return this.acceptances.accept(caller, body);
  }
}

@ApiTags('Signing in')
@Public()
@ApiProblems('internal-error', 'unavailable')
@Controller('v1/invitation-acceptances')
export class InvitationAcceptancesController {
  constructor(
    private readonly acceptances: InvitationAcceptancesService,
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
    return granted(await this.acceptances.acceptAsNew(body, client), false, reply, this.address);
  }
}
