import { Body, Controller, Get, HttpCode, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiProblems, OF_BODY } from '../common/http/api-problems';
import { LOCATION_HEADER } from '../common/http/response-headers';
import { UuidParam } from '../common/http/uuid-param';
import { PublicAddress } from '../common/public-address';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { OfPerson, Public } from '../permissions/route-access';
import { CurrentClient, type RequestClient } from '../sessions/request-client';
import { granted } from '../sessions/session-cookie';
import { PageProblems } from '../web/page-problem.filter';
import { SessionGrant } from '../sessions/session.dto';
import { flowCookieOf, setFlowCookie } from './flow-cookie';
import { OwnPasswordService } from './own-password.service';
import { BeginSingleSignOnDto, BegunSingleSignOn, GivePasswordDto } from './single-sign-on.dto';
import { SingleSignOnService } from './single-sign-on.service';

const COUNTED = [...OF_BODY, 'too-many-attempts'] as const;

@ApiTags('Signing in')
@Public()
@ApiProblems('internal-error', 'unavailable', 'identity-provider-unavailable', 'not-found')
@Controller('v1/single-sign-on')
export class SingleSignOnController {
  constructor(
    private readonly signOns: SingleSignOnService,
    private readonly address: PublicAddress,
  ) {}

  @Post('flows')
  @ApiOperation({
    operationId: 'begin-single-sign-on',
    summary:
      'Begin to sign in by the identity provider of an organization; sets a cookie that the way back needs',
  })
  @ApiResponse({ status: 201, type: BegunSingleSignOn, description: 'Where the browser goes' })
  @ApiProblems(...COUNTED)
  async begin(
    @Body() { organizationId, cookie, returnTo }: BeginSingleSignOnDto,
    @CurrentClient() client: RequestClient,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BegunSingleSignOn> {
    const asked = { organizationId, cookie: cookie === true, returnTo: returnTo ?? null };
    const { browser, ...begun } = await this.signOns.begin(asked, client);
    setFlowCookie(reply, this.address, browser, begun.expiresAt);
    return begun;
  }

  /** Providers add parameters of their own: the query is read by the library, not by a class of ours. */
  @Get('callbacks/:callbackId')
  @UseFilters(PageProblems)
  @ApiParam({ name: 'callbackId', format: 'uuid', description: 'The organization.' })
  @ApiQuery({ name: 'state', required: false, description: 'As the provider was given it.' })
  @ApiQuery({
    name: 'code',
    required: false,
    description: 'What the provider gives for its word; used once.',
  })
  @ApiQuery({ name: 'iss', required: false, description: 'The issuer, from providers that name it.' })
  @ApiQuery({ name: 'error', required: false, description: 'Why the provider does not vouch.' })
  @ApiOperation({
    operationId: 'end-single-sign-on',
    summary: 'Where the identity provider sends the browser back: signs in',
  })
  @ApiResponse({ status: 200, type: SessionGrant, description: 'Signed in' })
  @ApiResponse({
    status: 303,
    description: 'Signed in, with the cookie; on to the page that was asked for',
    headers: LOCATION_HEADER,
  })
  @ApiProblems('single-sign-on-refused')
  async end(
    @UuidParam('callbackId') organizationId: string,
    @Req() request: FastifyRequest,
    @CurrentClient() client: RequestClient,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionGrant | undefined> {
    const at = request.url.indexOf('?');
    const query = at < 0 ? '' : request.url.slice(at + 1);
    const browser = flowCookieOf(request.headers, this.address);
    setFlowCookie(reply, this.address, '', new Date(0));
    void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    const { session, asCookie, returnTo } = await this.signOns.end(
      { organizationId, query, browser },
      client,
    );
    const grant = granted(session, asCookie, reply, this.address);
    if (!asCookie || returnTo === null) return grant;
    void reply.status(303).header('location', `${this.address.origin}${returnTo}`);
    return undefined;
  }
}

@ApiTags('Account')
@ApiProblems('unauthenticated', 'internal-error', 'unavailable')
@Controller('v1/session')
export class OwnPasswordController {
  constructor(private readonly passwords: OwnPasswordService) {}

  @Post('password')
  @OfPerson({ beforeSecondFactor: true, refusals: ['sign-in-refused'] })
  @HttpCode(204)
  @ApiOperation({
    operationId: 'give-password',
    summary: 'Give your password in a session of single sign-on: it then reaches all that is yours',
  })
  @ApiResponse({ status: 204, description: 'Given' })
  @ApiProblems(...COUNTED)
  give(@CurrentPerson() caller: PersonCaller, @Body() { password }: GivePasswordDto): Promise<void> {
    return this.passwords.give(caller, password);
  }
}
