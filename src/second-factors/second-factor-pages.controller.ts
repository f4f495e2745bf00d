import { Get, Post, Query } from '@nestjs/common';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { OfPerson } from '../permissions/route-access';
import { returnAddress } from '../sign-in/return-address';
import { Form, type FormBody } from '../common/http/form-body';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { GiveSecondFactorDto } from './second-factor.dto';
import { SecondFactorsService } from './second-factors.service';

const WORDS = {
  code: {
    label: 'Code',
    help: 'The six digits that your authenticator app shows now.',
    autocomplete: 'one-time-code',
  },
  recoveryCode: {
    label: 'Or a recovery code',
    help: 'When you do not have the app at hand. Each works once.',
    autocomplete: 'off',
  },
} as const;

const VIEW = { view: 'second-factors/give', title: 'Your second factor' } as const;

@Pages('sign-in/second-factor')
export class SecondFactorPagesController {
  constructor(private readonly secondFactors: SecondFactorsService) {}

  @Get()
  @OfPerson({ beforeSecondFactor: true })
  show(@Query('to') to?: unknown): Page {
    return new Page(VIEW.view, VIEW.title, shown(returnAddress(to), NO_FAULTS));
  }

  @Post()
  @OfPerson({ beforeSecondFactor: true })
  give(@CurrentPerson() caller: PersonCaller, @Form() form: FormBody): Promise<Page | SeeOther> {
    const to = returnAddress(form.text('to'));
    const work = async (): Promise<SeeOther> => {
      await this.secondFactors.give(caller, bodyOf(GiveSecondFactorDto, form));
      return new SeeOther(to);
    };
    const data = (faults: ShownFaults): object => shown(to, faults);
    return submitted(work, { ...VIEW, data, labels: labelsOf(WORDS) });
  }
}

function shown(to: string, faults: ShownFaults): object {
  return { to, faults, fields: fieldViews(GiveSecondFactorDto, WORDS, undefined, faults) };
}
