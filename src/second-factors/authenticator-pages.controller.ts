// Setting up an authenticator app, step by step: the secret, the first code, the recovery codes. What is shown once is answered to the form itself.
import { Get, Post } from '@nestjs/common';
import { Form, type FormBody } from '../common/http/form-body';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { OfPerson } from '../permissions/route-access';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { RemoveTotpDto, RenewRecoveryCodesDto, TotpCodeDto, type TotpEnrolment } from './second-factor.dto';
import { keyDrawing } from './key-drawing';
import { SecondFactorsService } from './second-factors.service';
import { showAgain } from './show-again';

const CONFIRM_WORDS = {
  code: {
    label: 'The code that the app shows now',
    help: 'Six digits. It shows that the app works before anything is asked of it.',
    autocomplete: 'one-time-code',
  },
} as const;

const CODE_WORDS = {
  code: {
    label: 'The code that the app shows now',
    help: 'Is the app lost? Leave this empty: you are then asked for a recovery code, if you have not given one just now.',
    autocomplete: 'one-time-code',
  },
} as const;

const AT = '/account/authenticator';
const STATE = { view: 'second-factors/authenticator', title: 'Authenticator app' } as const;
const CONFIRM = { view: 'second-factors/confirm', title: 'Set up an authenticator app' } as const;
const CODES = { view: 'second-factors/recovery-codes', title: 'Your recovery codes' } as const;

@Pages('account/authenticator')
export class AuthenticatorPagesController {
  constructor(private readonly secondFactors: SecondFactorsService) {}

  @Get()
  @OfPerson()
  async show(@CurrentPerson() caller: PersonCaller): Promise<Page> {
    const data = await this.shown(caller);
    return new Page(STATE.view, STATE.title, data(NO_FAULTS));
  }

  @Post()
  @OfPerson({ refusals: ['recent-sign-in-needed'] })
  async begin(@CurrentPerson() caller: PersonCaller): Promise<Page | SeeOther> {
    const work = async (): Promise<Page> => {
      const enrolment = await this.secondFactors.begin(caller);
      return new Page(CONFIRM.view, CONFIRM.title, confirmForm(enrolment, NO_FAULTS));
    };
    const data = await this.shown(caller);
    return submitted(work, { ...STATE, data, labels: {} }).catch(showAgain(caller, AT));
  }

  @Post('confirmations')
  @OfPerson({ refusals: ['second-factor-refused', 'recent-sign-in-needed'] })
  confirm(@CurrentPerson() caller: PersonCaller, @Form() form: FormBody): Promise<Page | SeeOther> {
    const work = async (): Promise<Page | SeeOther> => {
      const codes = await this.secondFactors.confirm(caller, bodyOf(TotpCodeDto, form).code);
      return codes ? new Page(CODES.view, CODES.title, { codes, isFirst: true }) : new SeeOther(AT, 'saved');
    };
    const data = (faults: ShownFaults): object => confirmForm(enrolmentIn(form), faults);
    return submitted(work, { ...CONFIRM, data, labels: labelsOf(CONFIRM_WORDS) }).catch(
      showAgain(caller, AT),
    );
  }

  @Post('removals')
  @OfPerson({ refusals: ['second-factor-refused', 'recent-sign-in-needed'] })
  async remove(@CurrentPerson() caller: PersonCaller, @Form() form: FormBody): Promise<Page | SeeOther> {
    const work = async (): Promise<SeeOther> => {
      await this.secondFactors.remove(caller, bodyOf(RemoveTotpDto, form).code ?? null);
      return new SeeOther(AT, 'removed');
    };
    const data = await this.shown(caller);
    return submitted(work, { ...STATE, data, labels: labelsOf(CODE_WORDS) }).catch(showAgain(caller, AT));
  }

  @Post('recovery-codes')
  @OfPerson({ refusals: ['second-factor-refused', 'recent-sign-in-needed'] })
  async renew(@CurrentPerson() caller: PersonCaller, @Form() form: FormBody): Promise<Page | SeeOther> {
    const work = async (): Promise<Page> => {
      const { code = null } = bodyOf(RenewRecoveryCodesDto, form);
      const codes = await this.secondFactors.renewRecoveryCodes(caller, code);
      return new Page(CODES.view, CODES.title, { codes, isFirst: false });
    };
    const data = await this.shown(caller);
    return submitted(work, { ...STATE, data, labels: labelsOf(CODE_WORDS) }).catch(showAgain(caller, AT));
  }

  private async shown(caller: PersonCaller): Promise<(faults: ShownFaults) => object> {
    const hasApp = await this.secondFactors.hasApp(caller);
    const hasFactor = caller.secondFactorGiven;
    return (faults) => {
      const { code } = fieldViews(RemoveTotpDto, CODE_WORDS, undefined, faults);
      return { faults, hasApp, hasFactor, code };
    };
  }
}

/** The secret was shown before; it comes back with the form, so that somebody who mistyped a code need not begin anew. */
function enrolmentIn(form: FormBody): TotpEnrolment {
  const [secret, uri] = [form.text('secret'), form.text('uri')];
  return {
    secret: /^[A-Z2-7]{16,100}$/.test(secret) ? secret : '',
    uri: /^otpauth:\/\/totp\/\S{1,500}$/.test(uri) ? uri : '',
  };
}

function confirmForm({ secret, uri }: TotpEnrolment, faults: ShownFaults): object {
  const { code } = fieldViews(TotpCodeDto, CONFIRM_WORDS, undefined, faults);
  const drawing = uri && keyDrawing(uri);
  return { secret, uri, drawing, grouped: secret.replaceAll(/(.{4})(?=.)/g, '$1 '), faults, code };
}
