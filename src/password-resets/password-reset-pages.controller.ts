import { Get, Post, Query } from '@nestjs/common';
import { Form, type FormBody } from '../common/http/form-body';
import { Public } from '../permissions/route-access';
import { CurrentClient, type RequestClient } from '../sessions/request-client';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, NOTHING_TYPED, typedIn, type Values } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { AskForResetDto, ResetPasswordDto } from './password-reset.dto';
import { PasswordResetsService } from './password-resets.service';

const ASK_WORDS = {
  email: {
    label: 'Your e-mail address',
    help: 'The one by which you sign in.',
    kind: 'email',
    autocomplete: 'username',
  },
} as const;

const RESET_WORDS = {
  password: {
    label: 'The new password',
    help: 'At least 15 characters. A sentence that only you would think of is easy to keep and hard to guess.',
    kind: 'password',
    autocomplete: 'new-password',
  },
} as const;

const ASK = { view: 'password-resets/new', title: 'A new password' } as const;
const RESET = { view: 'password-resets/reset', title: 'Set a new password' } as const;

@Public()
@Pages('password-resets')
export class PasswordResetPagesController {
  constructor(private readonly resets: PasswordResetsService) {}

  @Get('new')
  new(): Page {
    return new Page(ASK.view, ASK.title, askForm(NOTHING_TYPED, NO_FAULTS));
  }

  @Post()
  ask(@Form() form: FormBody, @CurrentClient() client: RequestClient): Promise<Page | SeeOther> {
    const work = async (): Promise<SeeOther> => {
      await this.resets.ask(bodyOf(AskForResetDto, form).email, client);
      return new SeeOther('/sign-in', 'reset-asked');
    };
    const data = (faults: ShownFaults): object => askForm(typedIn(form), faults);
    return submitted(work, { ...ASK, data, labels: labelsOf(ASK_WORDS) });
  }

  /** Nothing is asked of the link before a password was typed: mail scanners open it too. */
  @Get()
  show(@Query('token') token?: unknown): Page {
    return new Page(RESET.view, RESET.title, resetForm(typeof token === 'string' ? token : '', NO_FAULTS));
  }

  @Post('redemptions')
  reset(@Form() form: FormBody, @CurrentClient() client: RequestClient): Promise<Page | SeeOther> {
    const work = async (): Promise<SeeOther> => {
      await this.resets.reset(bodyOf(ResetPasswordDto, form), client);
      return new SeeOther('/sign-in', 'password-set');
    };
    const data = (faults: ShownFaults): object => resetForm(form.text('token'), faults);
    return submitted(work, { ...RESET, data, labels: labelsOf(RESET_WORDS) });
  }
}

function askForm(values: Values, faults: ShownFaults): object {
  return { faults, fields: fieldViews(AskForResetDto, ASK_WORDS, values, faults) };
}

/** A password that was typed is not sent back. */
function resetForm(token: string, faults: ShownFaults): object {
  return { token, faults, fields: fieldViews(ResetPasswordDto, RESET_WORDS, NOTHING_TYPED, faults) };
}
