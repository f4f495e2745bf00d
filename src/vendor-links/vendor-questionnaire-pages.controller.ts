// What a vendor meets behind its link: how far it has come, a last look at everything it said, and the one submission.
import { Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Form, type FormBody } from '../common/http/form-body';
import { DomainError } from '../common/problems/domain.error';
import { PublicAddress } from '../common/public-address';
import { CurrentVendorLink, type VendorLinkCaller } from '../identity/caller';
import { takeVendorCookieBack, VENDOR_PAGES } from '../identity/vendor-link-cookie';
import { ForVendorLink } from '../permissions/route-access';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, NOTHING_TYPED, typedIn, type Values } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { SubmitVendorAnswersDto } from './submit-vendor-answers.dto';
import { VendorAnswersService } from './vendor-answers.service';
import { vendorOverview } from './vendor-questionnaire.presenter';
import { ANSWERER_WORDS } from './vendor-words';

const LOOK = { view: 'vendor-links/look', title: 'A last look' } as const;

@Pages(VENDOR_PAGES)
@ForVendorLink()
export class VendorQuestionnairePagesController {
  constructor(
    private readonly answers: VendorAnswersService,
    private readonly address: PublicAddress,
  ) {}

  @Get()
  async show(@CurrentVendorLink() caller: VendorLinkCaller): Promise<Page> {
    const asked = await this.answers.get(caller);
    return new Page('vendor-links/overview', `Questions about ${asked.service}`, vendorOverview(asked));
  }

  @Get('submission')
  async look(@CurrentVendorLink() caller: VendorLinkCaller): Promise<Page> {
    return new Page(LOOK.view, LOOK.title, (await this.lastLook(caller))(NOTHING_TYPED, NO_FAULTS));
  }

  @Post('submission')
  async submit(
    @CurrentVendorLink() caller: VendorLinkCaller,
    @Form() form: FormBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    const data = await this.lastLook(caller);
    const work = async (): Promise<SeeOther> => {
      await this.answers.submit(caller, bodyOf(SubmitVendorAnswersDto, form)).catch(askedOnce);
      takeVendorCookieBack(reply, this.address);
      return new SeeOther('/vendor-link/thanks');
    };
    const again = { ...LOOK, labels: labelsOf(ANSWERER_WORDS) };
    return submitted(work, { ...again, data: (faults) => data(typedIn(form), faults) });
  }

  private async lastLook(caller: VendorLinkCaller): Promise<(values: Values, faults: ShownFaults) => object> {
    const shown = vendorOverview(await this.answers.get(caller));
    return (values, faults) => {
      const fields = fieldViews(SubmitVendorAnswersDto, ANSWERER_WORDS, values, faults);
      // shown only where it has to be answered
      return {
        ...shown,
        faults,
        fields: { ...fields, openCountsAsUnknown: { ...fields.openCountsAsUnknown, required: true } },
      };
    };
  }
}

/** Open questions are many; what they ask of who submits is one thing. */
function askedOnce(error: unknown): never {
  if (!(error instanceof DomainError) || error.code !== 'questionnaire-incomplete') throw error;
  const detail = `${error.detail} Answer them first, or say that they stay open.`;
  throw new DomainError(error.code, error.detail, [
    { pointer: '/openCountsAsUnknown', code: 'question-open', detail },
  ]);
}
