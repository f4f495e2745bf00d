import { Get, Inject, Post, Query } from '@nestjs/common';
import { Form, type FormBody } from '../common/http/form-body';
import { PageQuery } from '../common/http/paging';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { SETTINGS, type Settings } from '../config/settings';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { OfPerson } from '../permissions/route-access';
import { allOf } from '../web/all-of';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, storedIn, typedIn, type Values } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { ChangePasswordDto, PersonFields, type AccountResponse } from './account.dto';
import { eventsView, sessionViews } from './account.presenter';
import { AccountService } from './account.service';

const NAME_WORDS = {
  name: { label: 'Your name', help: 'As it stands under what you sign.', autocomplete: 'name' },
} as const;

const PASSWORD_WORDS = {
  currentPassword: {
    label: 'The password that you have',
    kind: 'password',
    autocomplete: 'current-password',
  },
  newPassword: {
    label: 'The new password',
    help: 'At least 15 characters. A sentence that only you would think of is easy to keep and hard to guess.',
    kind: 'password',
    autocomplete: 'new-password',
  },
} as const;

const ACCOUNT = { view: 'account/account', title: 'Your account' } as const;
const PASSWORD = { view: 'account/password', title: 'Change your password' } as const;
const SOME_EVENTS = 8;

@Pages('account')
export class OwnAccountPagesController {
  constructor(
    private readonly account: AccountService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @OfPerson()
  async show(@CurrentPerson() caller: PersonCaller): Promise<Page> {
    const data = await this.shown(caller);
    return new Page(ACCOUNT.view, ACCOUNT.title, data(null, NO_FAULTS));
  }

  @Post()
  @OfPerson()
  async rename(@CurrentPerson() caller: PersonCaller, @Form() form: FormBody): Promise<Page | SeeOther> {
    const work = async (): Promise<SeeOther> => {
      const { name } = bodyOf(PersonFields, form);
      await this.account.update(caller, Number(form.text('version')), { name });
      return new SeeOther('/account', 'saved');
    };
    const data = await this.shown(caller);
    const again = (faults: ShownFaults): object => data(typedIn(form), faults);
    return submitted(() => work().catch(asChangedMeanwhile), {
      ...ACCOUNT,
      data: again,
      labels: labelsOf(NAME_WORDS),
    });
  }

  @Get('password')
  @OfPerson()
  password(): Page {
    return new Page(PASSWORD.view, PASSWORD.title, passwordForm(NO_FAULTS));
  }

  @Post('password')
  @OfPerson({ refusals: ['sign-in-refused'] })
  changePassword(@CurrentPerson() caller: PersonCaller, @Form() form: FormBody): Promise<Page | SeeOther> {
    const work = async (): Promise<SeeOther> => {
      await this.account.changePassword(caller, bodyOf(ChangePasswordDto, form));
      return new SeeOther('/account', 'password-changed');
    };
    return submitted(work, { ...PASSWORD, data: passwordForm, labels: labelsOf(PASSWORD_WORDS) });
  }

  @Post('sessions/:sessionId/endings')
  @OfPerson()
  async endSession(
    @CurrentPerson() caller: PersonCaller,
    @UuidParam('sessionId') id: string,
  ): Promise<SeeOther> {
    await this.account.endSession(caller, id);
    return new SeeOther('/account', 'session-ended');
  }

  @Get('events')
  @OfPerson()
  async events(@CurrentPerson() caller: PersonCaller, @Query() query: PageQuery): Promise<Page> {
    const page = await this.account.latestEvents(caller, query);
    return new Page('account/events', 'What happened to your account', eventsView(page));
  }

  private async shown(caller: PersonCaller): Promise<(typed: Values | null, faults: ShownFaults) => object> {
    const [account, sessions, latest] = await Promise.all([
      this.account.get(caller),
      allOf((query) => this.account.sessions(caller, query, this.settings.sessionIdleMinutes)),
      this.account.latestEvents(caller, Object.assign(new PageQuery(), { limit: SOME_EVENTS })),
    ]);
    return (typed, faults) => ({
      ...accountView(account),
      faults,
      field: fieldViews(PersonFields, NAME_WORDS, typed ?? storedIn(account), faults).name,
      sessions: sessionViews(sessions),
      events: eventsView(latest).events,
    });
  }
}

function accountView({ email, version, hasSecondFactor, organizations }: AccountResponse): object {
  return { email, version, hasSecondFactor, organizations };
}

/** A password that was typed is not sent back. */
function passwordForm(faults: ShownFaults): object {
  return { faults, fields: fieldViews(ChangePasswordDto, PASSWORD_WORDS, undefined, faults) };
}

function asChangedMeanwhile(error: unknown): never {
  if (error instanceof DomainError && error.code === 'stale-version') {
    throw new DomainError(
      error.code,
      'Your account was changed in another window meanwhile. Save once more if your name is to be as you typed it.',
    );
  }
  throw error;
}
