// A person's passkeys, and signing in with one. The browser's part of the ceremony needs a script (views/assets/passkeys.js); what it made comes as a form.
import { Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { PublicAddress } from '../common/public-address';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { OfPerson, Public } from '../permissions/route-access';
import { showAgain } from '../second-factors/show-again';
import { CurrentClient, type RequestClient } from '../sessions/request-client';
import { granted } from '../sessions/session-cookie';
import { returnAddress } from '../sign-in/return-address';
import { allOf } from '../web/all-of';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, storedIn, typedIn, type FieldView, type Values } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { PasskeyProofService } from './passkey-proof.service';
import {
  GivePasskeyDto,
  PasskeyFields,
  RegisterPasskeyDto,
  SignInWithPasskeyDto,
  UpdatePasskeyDto,
} from './passkey.dto';
import type { PasskeyResponse } from './passkey.dto';
import { PasskeysService } from './passkeys.service';
import { relyingPartyOf } from './relying-party';

const AT = '/account/passkeys';
const WORDS = {
  name: { label: 'What do you call it?', help: 'To know it again, such as “my phone”.', autocomplete: 'off' },
} as const;
const LIST = { view: 'passkeys/passkeys', title: 'Passkeys' } as const;
const ONE = { view: 'passkeys/passkey', title: 'A passkey' } as const;
const CODES = { view: 'second-factors/recovery-codes', title: 'Your recovery codes' } as const;
const REFUSED = { view: 'passkeys/refused', title: 'Sign in with a passkey' } as const;

@Pages('account/passkeys')
export class PasskeyPagesController {
  constructor(
    private readonly passkeys: PasskeysService,
    private readonly address: PublicAddress,
  ) {}

  @Get()
  @OfPerson()
  async list(@CurrentPerson() caller: PersonCaller): Promise<Page> {
    return new Page(LIST.view, LIST.title, (await this.shown(caller))(null, NO_FAULTS));
  }

  @Post()
  @OfPerson({ refusals: ['recent-sign-in-needed'] })
  async register(@CurrentPerson() caller: PersonCaller, @Form() form: FormBody): Promise<Page | SeeOther> {
    const work = async (): Promise<Page | SeeOther> => {
      // Without a credential the browser was refused before it could make one: the same refusal is told here.
      if (form.text('credential') === '') await this.passkeys.begin(caller);
      const body = bodyOf(RegisterPasskeyDto, form, { credential: credentialIn(form) });
      const { recoveryCodes } = await this.passkeys.register(caller, body);
      return recoveryCodes
        ? new Page(CODES.view, CODES.title, { codes: recoveryCodes, isFirst: true })
        : new SeeOther(AT, 'added');
    };
    const shown = await this.shown(caller);
    const data = (faults: ShownFaults): object => shown(typedIn(form), faults);
    return submitted(work, { ...LIST, data, labels: labelsOf(WORDS) }).catch(showAgain(caller, AT));
  }

  @Get(':passkeyId')
  @OfPerson()
  async show(@UuidParam('passkeyId') id: string, @CurrentPerson() caller: PersonCaller): Promise<Page> {
    const passkey = await this.passkeys.get(caller, id);
    return new Page(ONE.view, passkey.name, onePasskey(passkey, storedIn(passkey), NO_FAULTS));
  }

  @Post(':passkeyId')
  @OfPerson()
  rename(
    @UuidParam('passkeyId') id: string,
    @CurrentPerson() caller: PersonCaller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const work = async (): Promise<SeeOther> => {
      await this.passkeys.rename(caller, id, Number(form.text('version')), bodyOf(UpdatePasskeyDto, form));
      return new SeeOther(AT, 'saved');
    };
    const data = async (faults: ShownFaults): Promise<object> =>
      onePasskey(await this.passkeys.get(caller, id), typedIn(form), faults);
    return submitted(work, { ...ONE, data, labels: labelsOf(WORDS) });
  }

  @Post(':passkeyId/removals')
  @OfPerson({ refusals: ['recent-sign-in-needed'] })
  remove(@UuidParam('passkeyId') id: string, @CurrentPerson() caller: PersonCaller): Promise<SeeOther> {
    const work = async (): Promise<SeeOther> => {
      await this.passkeys.remove(caller, id);
      return new SeeOther(AT, 'removed');
    };
    return work().catch(showAgain(caller, `${AT}/${id}`));
  }

  private async shown(caller: PersonCaller): Promise<(typed: Values | null, faults: ShownFaults) => object> {
    const passkeys = await allOf((query) => this.passkeys.list(caller, query));
    const isPossible = relyingPartyOf(this.address.origin) !== null;
    return (typed, faults) => ({
      ...{ faults, isPossible, field: nameField(typed ?? (() => []), faults) },
      passkeys: passkeys.map((one) => ({ ...one, href: `${AT}/${one.id}` })),
    });
  }
}

/** A passkey in place of address and password, or as the second factor after them. */
@Pages('sign-in')
export class PasskeySignInPagesController {
  constructor(
    private readonly proofs: PasskeyProofService,
    private readonly address: PublicAddress,
  ) {}

  @Post('passkey')
  @Public()
  signIn(
    @Form() form: FormBody,
    @CurrentClient() client: RequestClient,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    const to = returnAddress(form.text('to'));
    const work = async (): Promise<SeeOther> => {
      const { credential } = bodyOf(SignInWithPasskeyDto, form, { credential: credentialIn(form) });
      granted(await this.proofs.signIn(credential, client), true, reply, this.address);
      return new SeeOther(to);
    };
    const back = `/sign-in?to=${encodeURIComponent(to)}`;
    return submitted(work, { ...REFUSED, data: (faults) => ({ faults, back }), labels: {} });
  }

  @Post('second-factor/passkey')
  @OfPerson({ beforeSecondFactor: true, refusals: ['second-factor-refused'] })
  give(@CurrentPerson() caller: PersonCaller, @Form() form: FormBody): Promise<Page | SeeOther> {
    const to = returnAddress(form.text('to'));
    const work = async (): Promise<SeeOther> => {
      const { credential } = bodyOf(GivePasskeyDto, form, { credential: credentialIn(form) });
      await this.proofs.give(caller, credential);
      return new SeeOther(to);
    };
    const back = `/sign-in/second-factor?to=${encodeURIComponent(to)}`;
    return submitted(work, { ...REFUSED, data: (faults) => ({ faults, back }), labels: {} });
  }
}

/** What the script put into the form: the browser's credential by its `toJSON()`. What is none is judged as none. */
function credentialIn(form: FormBody): unknown {
  try {
    return JSON.parse(form.text('credential'));
  } catch {
    return {};
  }
}

function nameField(values: Values, faults: ShownFaults): FieldView {
  return fieldViews(PasskeyFields, WORDS, values, faults).name;
}

function onePasskey(passkey: PasskeyResponse, values: Values, faults: ShownFaults): object {
  const { id, version, name, createdAt, lastUsedAt, synced } = passkey;
  return {
    faults,
    version,
    name,
    createdAt,
    lastUsedAt,
    synced,
    at: `${AT}/${id}`,
    field: nameField(values, faults),
  };
}
