// The page of the link that a vendor was sent: who asks, and the button to begin. Opening it changes nothing: scanners of mail open links too. Beginning
// swaps the token of the address for a cookie.
import { Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Form, type FormBody } from '../common/http/form-body';
import { DomainError } from '../common/problems/domain.error';
import { PublicAddress } from '../common/public-address';
import { giveVendorCookie, VENDOR_PAGES } from '../identity/vendor-link-cookie';
import { Public } from '../permissions/route-access';
import { CurrentClient, type RequestClient } from '../sessions/request-client';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { VendorAnswersService } from './vendor-answers.service';

@Pages('vendor-link')
export class VendorBeginPagesController {
  constructor(
    private readonly answers: VendorAnswersService,
    private readonly address: PublicAddress,
  ) {}

  @Get()
  @Public()
  show(@Query('token') token?: unknown): Promise<Page | SeeOther> {
    return orGone(async () => {
      const given = typeof token === 'string' ? token : '';
      const { practice, service, expiresAt, questions } = await this.answers.look(given);
      const shown = { token: given, practice, service, expiresAt, asked: questions.length };
      return new Page('vendor-links/begin', `Questions about ${service}`, shown);
    });
  }

  @Post()
  @Public()
  begin(
    @Form() form: FormBody,
    @CurrentClient() { requestId, address }: RequestClient,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    return orGone(async () => {
      const { session, expiresAt } = await this.answers.begin(form.text('token'), { requestId, address });
      giveVendorCookie(session, expiresAt, reply, this.address);
      return new SeeOther(`/${VENDOR_PAGES}`);
    });
  }

  /** Where whoever comes with a cookie of a link that has ended is led. */
  @Get('unusable')
  @Public()
  unusable(): Page {
    return gone();
  }

  @Get('thanks')
  @Public()
  thanks(): Page {
    return new Page('vendor-links/thanks', 'Thank you', {});
  }
}

async function orGone(work: () => Promise<Page | SeeOther>): Promise<Page | SeeOther> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'vendor-link-unusable') return gone();
    throw error;
  }
}

function gone(): Page {
  return new Page('vendor-links/gone', 'This link opens nothing any more', {}, 410);
}
