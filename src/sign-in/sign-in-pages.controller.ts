import { Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { PublicAddress } from '../common/public-address';
import { Public } from '../permissions/route-access';
import { CurrentClient, type RequestClient } from '../sessions/request-client';
import { granted } from '../sessions/session-cookie';
import { Form, type FormBody } from '../common/http/form-body';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, NOTHING_TYPED, typedIn, type Values } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { returnAddress } from './return-address';
import { SignInDto } from './sign-in.dto';
import { SignInService } from './sign-in.service';

const WORDS = {
  email: { label: 'E-mail address', kind: 'email', autocomplete: 'username' },
  password: { label: 'Password', kind: 'password', autocomplete: 'current-password' },
} as const;

const VIEW = { view: 'sign-in/sign-in', title: 'Sign in' } as const;

@Public()
@Pages('sign-in')
export class SignInPagesController {
  constructor(
    private readonly signIns: SignInService,
    private readonly address: PublicAddress,
  ) {}

  @Get()
  show(@Query('to') to?: unknown): Page {
    return new Page(VIEW.view, VIEW.title, shown(returnAddress(to), NOTHING_TYPED, NO_FAULTS));
  }

  @Post()
  signIn(
    @Form() form: FormBody,
    @CurrentClient() client: RequestClient,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    const to = returnAddress(form.text('to'));
    const work = async (): Promise<SeeOther> => {
      const session = await this.signIns.signIn(bodyOf(SignInDto, form), client);
      granted(session, true, reply, this.address);
      return session.secondFactor === 'needed'
        ? new SeeOther(`/sign-in/second-factor?to=${encodeURIComponent(to)}`)
        : new SeeOther(to);
    };
    const data = (faults: ShownFaults): object => shown(to, typedIn(form), faults);
    return submitted(work, { ...VIEW, data, labels: labelsOf(WORDS) });
  }
}

/** A password that was typed is not sent back. */
function shown(to: string, values: Values, faults: ShownFaults): object {
  const withoutPassword: Values = (name) => (name === 'password' ? [] : values(name));
  return { to, faults, fields: fieldViews(SignInDto, WORDS, withoutPassword, faults) };
}
