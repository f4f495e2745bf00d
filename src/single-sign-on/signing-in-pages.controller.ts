// How members of a practice sign in: the second factor, single sign-on, and whom a demand would keep out.
import { Get, Post } from '@nestjs/common';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { PublicAddress } from '../common/public-address';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { SignInRulesFields, UpdateSignInRulesDto } from '../memberships/member.dto';
import { MembersService } from '../memberships/members.service';
import { Allows } from '../permissions/route-access';
import { allOf } from '../web/all-of';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, storedIn, typedIn, type Values } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { sentForm, shownForm, type RecordForm, type StoredRecord } from '../web/record-form';
import { bodyOf, submitted } from '../web/submitted';
import { UpdateIdentityProviderDto } from './identity-provider.dto';
import { IdentityProvidersService } from './identity-providers.service';
import { hasOwnerWithFactor, outsideDomains, withoutSecondFactor } from './locked-out';
import { PROVIDER_WORDS, RULES_WORDS } from './provider-words';

const VIEW = { view: 'settings/signing-in', title: 'Signing in' } as const;
const atOf = (organizationId: string): string => `/organizations/${organizationId}/settings/sign-in`;

@Pages('organizations/:organizationId/settings/sign-in')
export class SigningInPagesController {
  constructor(
    private readonly members: MembersService,
    private readonly providers: IdentityProvidersService,
    private readonly address: PublicAddress,
  ) {}

  @Get()
  @Allows('members.read')
  async show(@UuidParam('organizationId') organizationId: string): Promise<Page> {
    return new Page(VIEW.view, VIEW.title, await this.shown(organizationId, null, NO_FAULTS));
  }

  @Post()
  @Allows('sign-in-rules.manage')
  save(
    @UuidParam('organizationId') organizationId: string,
    @CurrentPerson() caller: PersonCaller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const work = async (): Promise<SeeOther> => {
      const body = bodyOf(UpdateSignInRulesDto, form);
      await this.members.updateRules(organizationId, Number(form.text('version')), caller, body);
      return new SeeOther(atOf(organizationId), 'saved');
    };
    const data = (faults: ShownFaults): Promise<object> => this.shown(organizationId, typedIn(form), faults);
    return submitted(work, { ...VIEW, data, labels: labelsOf(RULES_WORDS) });
  }

  @Get('provider')
  @Allows('single-sign-on.manage')
  async provider(@UuidParam('organizationId') organizationId: string): Promise<Page> {
    return shownForm(providerForm(organizationId), await this.stored(organizationId));
  }

  @Post('provider')
  @Allows('single-sign-on.manage')
  saveProvider(
    @UuidParam('organizationId') organizationId: string,
    @CurrentPerson() caller: PersonCaller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const work = async (version: number): Promise<SeeOther> => {
      const body = bodyOf(UpdateIdentityProviderDto, form, listsIn(form));
      await this.providers.update(organizationId, version, caller, body);
      return new SeeOther(atOf(organizationId), 'saved');
    };
    return sentForm(providerForm(organizationId), form, work, () => this.stored(organizationId));
  }

  private async stored(organizationId: string): Promise<StoredRecord> {
    const provider = await this.providers.get(organizationId);
    return { version: provider.version, values: storedIn(provider) };
  }

  private async shown(organizationId: string, typed: Values | null, faults: ShownFaults): Promise<object> {
    const [rules, provider, members] = await Promise.all([
      this.members.rules(organizationId),
      this.providers.get(organizationId),
      allOf((query) => this.members.list(organizationId, query)),
    ]);
    const { issuer, required, emailDomains, redirectUri } = provider;
    // Until somebody has said something, nothing is chosen for them.
    const values: Values = typed ?? (rules.version === 0 ? () => [] : storedIn(rules));
    return {
      ...{ faults, at: atOf(organizationId), version: rules.version, isRequired: rules.secondFactorRequired },
      field: fieldViews(SignInRulesFields, RULES_WORDS, values, faults).secondFactorRequired,
      withoutFactor: withoutSecondFactor(members),
      provider: { issuer: issuer ?? '', isRequired: required, domains: emailDomains.join(', '), redirectUri },
      wayIn: `${this.address.origin}/sign-in/single-sign-on?practice=${organizationId}`,
      outside: issuer === null ? [] : outsideDomains(members, emailDomains),
      mayDemand: hasOwnerWithFactor(members),
    };
  }
}

/** Lists that were emptied are empty, not left out. */
function listsIn(form: FormBody): Record<string, string[]> {
  const names = ['emailDomains', 'secondFactorAmr', 'secondFactorAcr'];
  const lines = (name: string): string[] => form.all(name).flatMap((text) => text.split(/\r?\n/));
  return Object.fromEntries(
    names.map((name) => [
      name,
      lines(name)
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    ]),
  );
}

function providerForm(organizationId: string): RecordForm {
  const at = atOf(organizationId);
  return {
    title: 'Single sign-on',
    lead: 'Your people then sign in with the account that they have at work already. Whoever runs those accounts can tell you what to enter. Before it is saved Duecare asks the provider whether it is one.',
    back: { href: at, label: 'Signing in' },
    action: `${at}/provider`,
    button: 'Save',
    // A secret that was typed is not sent back.
    sections: (values, faults) => {
      const withoutSecret: Values = (name) => (name === 'clientSecret' ? [] : values(name));
      const fields = Object.values(
        fieldViews(UpdateIdentityProviderDto, PROVIDER_WORDS, withoutSecret, faults),
      );
      return [{ title: '', help: '', isFolded: false, fields }];
    },
    labels: labelsOf(PROVIDER_WORDS),
  };
}
