import { Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { PublicAddress } from '../common/public-address';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { OfPerson } from '../permissions/route-access';
import { withoutCookie } from '../sessions/session-cookie';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { AccountService } from './account.service';

@Pages('')
export class AccountPagesController {
  constructor(
    private readonly account: AccountService,
    private readonly address: PublicAddress,
  ) {}

  /** Who works in one place goes straight there. */
  @Get()
  @OfPerson({ withoutOwnFactors: true })
  async first(@CurrentPerson() caller: PersonCaller): Promise<Page | SeeOther> {
    const { organizations } = await this.account.get(caller);
    const [only] = organizations;
    if (only && organizations.length === 1) return new SeeOther(`/organizations/${only.id}`);
    return new Page('account/organizations', 'Your practices', { organizations });
  }

  @Post('sign-out')
  @OfPerson({ beforeSecondFactor: true })
  async signOut(
    @CurrentPerson() caller: PersonCaller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeeOther> {
    await this.account.endSession(caller, caller.sessionId);
    withoutCookie(reply, this.address);
    return new SeeOther('/sign-in', 'signed-out');
  }
}
