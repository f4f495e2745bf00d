// Signing in through the identity provider of a practice: by the link that the practice gives its people. The provider's own address is a link and not a
// redirect: browsers let a form of ours lead nowhere else (form-action of the Content-Security-Policy), and a person sees where they go.
import { Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Form, type FormBody } from '../common/http/form-body';
import { DomainError } from '../common/problems/domain.error';
import { PublicAddress } from '../common/public-address';
import { Public } from '../permissions/route-access';
import { CurrentClient, type RequestClient } from '../sessions/request-client';
import { returnAddress } from '../sign-in/return-address';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { Page, type SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { submitted } from '../web/submitted';
import { setFlowCookie } from './flow-cookie';
import { SingleSignOnService } from './single-sign-on.service';

const VIEW = { view: 'sign-in/single-sign-on', title: 'Sign in through your practice' } as const;
const LABEL = 'The sign-in link of your practice';
const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

@Public()
@Pages('sign-in/single-sign-on')
export class SingleSignOnPagesController {
  constructor(
    private readonly signOns: SingleSignOnService,
    private readonly address: PublicAddress,
  ) {}

  @Get()
  show(@Query('practice') practice?: unknown, @Query('to') to?: unknown): Page {
    const known = typeof practice === 'string' ? (ID.exec(practice)?.[0] ?? '') : '';
    return new Page(VIEW.view, VIEW.title, shown(known, known !== '', returnAddress(to), NO_FAULTS));
  }

  @Post()
  begin(
    @Form() form: FormBody,
    @CurrentClient() client: RequestClient,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    const [practice, returnTo] = [form.text('practice'), returnAddress(form.text('to'))];
    const work = async (): Promise<Page> => {
      const organizationId = ID.exec(practice)?.[0];
      if (!organizationId) throw unreadable();
      const begun = await this.signOns.begin({ organizationId, cookie: true, returnTo }, client);
      setFlowCookie(reply, this.address, begun.browser, begun.expiresAt);
      const { authorizationUrl } = begun;
      return new Page('sign-in/go-on', VIEW.title, {
        authorizationUrl,
        host: new URL(authorizationUrl).host,
      });
    };
    const data = (faults: ShownFaults): object => shown(practice, false, returnTo, faults);
    return submitted(() => work().catch(notThere), { ...VIEW, data, labels: { practice: LABEL } });
  }
}

function shown(practice: string, isKnown: boolean, to: string, faults: ShownFaults): object {
  const fault = faults.of.practice ?? '';
  return { practice, isKnown, to, faults, fault, label: LABEL };
}

function unreadable(): DomainError {
  const detail = 'asks for the whole link, as your practice has given it to you';
  return new DomainError('request-invalid', detail, [
    { pointer: '/practice', code: 'invalid-field', detail },
  ]);
}

/** Whether there is such a practice is not said, and neither is whether it has single sign-on. */
function notThere(error: unknown): never {
  if (!(error instanceof DomainError) || error.code !== 'not-found') throw error;
  const detail = 'does not lead to single sign-on: ask your practice for it once more';
  throw new DomainError('request-invalid', detail, [{ pointer: '/practice', code: 'invalid-field', detail }]);
}
