import { Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { PublicAddress } from '../common/public-address';
import { CurrentPerson, type AuthenticatedRequest, type PersonCaller } from '../identity/caller';
import { OfPerson } from '../permissions/route-access';
import { withoutCookie } from '../sessions/session-cookie';
import { SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { addressOfList, forgottenList } from '../web/place-in-list';
import { AccountService } from './account.service';

@Pages('')
export class AccountPagesController {
  constructor(
    private readonly account: AccountService,
    private readonly address: PublicAddress,
  ) {}

  /** Who works in one place goes straight there, whether or not they look around in an example beside it; everybody else to the list of their practices, as they left it. */
  @Get()
  @OfPerson({ withoutOwnFactors: true })
  async first(
    @CurrentPerson() caller: PersonCaller,
    @Req() request: AuthenticatedRequest,
  ): Promise<SeeOther> {
    const [only, ...others] = await this.account.ownPractices(caller);
    if (only && others.length === 0) return new SeeOther(`/organizations/${only}`);
    return new SeeOther(addressOfList(request.headers.cookie));
  }

  @Post('sign-out')
  @OfPerson({ beforeSecondFactor: true })
  async signOut(
    @CurrentPerson() caller: PersonCaller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeeOther> {
    await this.account.endSession(caller, caller.sessionId);
    withoutCookie(reply, this.address);
    void reply.header('set-cookie', forgottenList(this.address));
    return new SeeOther('/sign-in', 'signed-out');
  }
}
