import { Body, Controller, Delete, Get, HttpCode, Inject, Patch, Put, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ApiProblems, OF_BODY, OF_CHANGE } from '../common/http/api-problems';
import { IfMatch } from '../common/http/entity-tag';
import { PageOf } from '../common/http/page-of';
import { PageQuery, type Page } from '../common/http/paging';
import { ETAG_HEADER } from '../common/http/response-headers';
import { UuidParam } from '../common/http/uuid-param';
import { PublicAddress } from '../common/public-address';
import { SETTINGS, type Settings } from '../config/settings';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { OfPerson } from '../permissions/route-access';
import { ApiIfMatch } from '../records/records.controller';
import { withoutCookie } from '../sessions/session-cookie';
import { SessionResponse } from '../sessions/session.dto';
import { AccountEventResponse, AccountResponse, ChangePasswordDto, UpdateAccountDto } from './account.dto';
import { AccountService } from './account.service';

@ApiTags('Account')
@ApiProblems('unauthenticated', 'internal-error', 'unavailable')
@Controller('v1')
export class AccountController {
  constructor(
    private readonly account: AccountService,
    private readonly address: PublicAddress,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('account')
  @OfPerson({ withoutOwnFactors: true })
  @ApiOperation({
    operationId: 'get-account',
    summary: 'Read your account, with the organizations that you belong to',
  })
  @ApiResponse({ status: 200, type: AccountResponse, description: 'The account', headers: ETAG_HEADER })
  get(@CurrentPerson() caller: PersonCaller): Promise<AccountResponse> {
    return this.account.get(caller);
  }

  @Patch('account')
  @OfPerson()
  @ApiIfMatch()
  @ApiOperation({ operationId: 'update-account', summary: 'Change what you are called' })
  @ApiResponse({
    status: 200,
    type: AccountResponse,
    description: 'The account as changed',
    headers: ETAG_HEADER,
  })
  @ApiProblems(...OF_CHANGE)
  update(
    @IfMatch() version: number,
    @CurrentPerson() caller: PersonCaller,
    @Body() body: UpdateAccountDto,
  ): Promise<AccountResponse> {
    return this.account.update(caller, version, body);
  }

  @Put('account/password')
  @OfPerson({ refusals: ['sign-in-refused'] })
  @HttpCode(204)
  @ApiOperation({ operationId: 'change-password', summary: 'Change your password; every other session ends' })
  @ApiResponse({ status: 204, description: 'Changed' })
  @ApiProblems(...OF_BODY, 'password-refused', 'too-many-attempts')
  changePassword(@CurrentPerson() caller: PersonCaller, @Body() body: ChangePasswordDto): Promise<void> {
    return this.account.changePassword(caller, body);
  }

  @Get('account/sessions')
  @OfPerson()
  @ApiOperation({ operationId: 'list-sessions', summary: 'List your open sessions, oldest first' })
  @ApiResponse({ status: 200, type: PageOf(SessionResponse), description: 'A page' })
  @ApiProblems('request-invalid')
  sessions(@CurrentPerson() caller: PersonCaller, @Query() query: PageQuery): Promise<Page<SessionResponse>> {
    return this.account.sessions(caller, query, this.settings.sessionIdleMinutes);
  }

  @Delete('account/sessions/:sessionId')
  @OfPerson()
  @HttpCode(204)
  @ApiParam({ name: 'sessionId', format: 'uuid', description: 'The session.' })
  @ApiOperation({ operationId: 'end-session', summary: 'End one of your sessions' })
  @ApiResponse({ status: 204, description: 'Ended' })
  @ApiProblems('not-found')
  endSession(@CurrentPerson() caller: PersonCaller, @UuidParam('sessionId') id: string): Promise<void> {
    return this.account.endSession(caller, id);
  }

  @Get('account/events')
  @OfPerson()
  @ApiOperation({
    operationId: 'list-account-events',
    summary: 'List what happened to your account, oldest first',
  })
  @ApiResponse({ status: 200, type: PageOf(AccountEventResponse), description: 'A page' })
  @ApiProblems('request-invalid')
  events(
    @CurrentPerson() caller: PersonCaller,
    @Query() query: PageQuery,
  ): Promise<Page<AccountEventResponse>> {
    return this.account.events(caller, query);
  }

  @Delete('session')
  @OfPerson({ beforeSecondFactor: true })
  @HttpCode(204)
  @ApiOperation({ operationId: 'sign-out', summary: 'Sign out: end this session' })
  @ApiResponse({ status: 204, description: 'Signed out' })
  async signOut(
    @CurrentPerson() caller: PersonCaller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.account.endSession(caller, caller.sessionId);
    withoutCookie(reply, this.address);
  }
}
