import { Get, Inject, Param, Post } from '@nestjs/common';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../identity/caller';
import { roleMay, ROLE_NAMES } from '../permissions/roles';
import { Allows } from '../permissions/route-access';
import { RetirePolicyDto, UpdatePolicyDto } from '../policies/policy.dto';
import { PolicyFields } from '../policies/policy.fields';
import { POLICY } from '../policies/policy.record';
import { withFreeKey } from '../records/free-key';
import { keyFromName } from '../records/key-from-name';
import { RecordsService } from '../records/records.service';
import { Frames } from '../web/frames.service';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { sentForm, shownForm } from '../web/record-form';
import { bodyOf } from '../web/submitted';
import { besidePolicy, policyForm, retirementForm, reviewForm, storedPolicy } from './policy-form';
import { policyListView } from './policy-list.presenter';
import { PolicyReader } from './policy-reader.service';
import { policyView } from './policy.presenter';
import { sectionViews } from './text-blocks';

@Pages('organizations/:organizationId/policies')
export class PolicyPagesController {
  constructor(
    private readonly reader: PolicyReader,
    private readonly records: RecordsService,
    private readonly frames: Frames,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
  ) {}

  @Get()
  @Allows('records.read')
  async list(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<Page> {
    const read = await this.reader.all(organizationId);
    const self = await this.reader.self(caller, read.facts.staff);
    const isAsked = self !== null && (await this.mayAcknowledge(organizationId, caller));
    const asked = isAsked ? (self.entry?.key ?? null) : undefined;
    const view = policyListView(addressOf(organizationId), read, this.catalogs.policies, asked);
    return new Page('policies/list', 'Policies', view);
  }

  @Get('new')
  @Allows('records.write')
  blank(@UuidParam('organizationId') organizationId: string): Page {
    const offered = (name: string) => (name === 'reviewMonths' ? ['12'] : []);
    return shownForm(policyForm(addressOf(organizationId), null, null), null, offered);
  }

  @Post()
  @Allows('records.write')
  async addOwn(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    return sentForm(policyForm(addressOf(organizationId), null, null), sent, async () => {
      const fields = bodyOf(PolicyFields, sent, besidePolicy(sent, null));
      const made = await withFreeKey(keyFromName(fields.title, 'policy'), (key) =>
        this.records.create(POLICY, organizationId, caller, { ...fields, key }),
      );
      return new SeeOther(`${addressOf(organizationId)}/policies/${made.id}`, 'added');
    });
  }

  @Get('templates/:template')
  @Allows('records.read')
  async template(
    @UuidParam('organizationId') organizationId: string,
    @Param('template') id: string,
  ): Promise<Page> {
    const template = this.reader.template(id);
    const { facts } = await this.reader.all(organizationId);
    const chosen = template.choices.flatMap(({ id: choice, suggestion }) =>
      suggestion === null ? [] : [{ choice, value: suggestion }],
    );
    const { sections } = this.reader.compose(facts, template, { choices: chosen, additions: null });
    const at = addressOf(organizationId);
    const { title, why, appliesTo, choices } = template;
    return new Page('policies/template', title, {
      ...{ at, title, why, appliesTo, asks: choices.map(({ asks }) => asks) },
      action: `${at}/policies/templates/${id}`,
      sections: sectionViews(sections),
    });
  }

  @Post('templates/:template')
  @Allows('records.write')
  async choose(
    @UuidParam('organizationId') organizationId: string,
    @Param('template') id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<SeeOther> {
    const { title, reviewMonths } = this.reader.template(id);
    const { facts } = await this.reader.all(organizationId);
    // Pressed twice, or by two people: the policy that is there is the one.
    const there = facts.policies.find((one) => one.template === id && !one.retirement);
    const fields = { template: id, title, reviewMonths };
    const made =
      there ??
      (await withFreeKey(keyFromName(title, 'policy'), (key) =>
        this.records.create(POLICY, organizationId, caller, { ...fields, key }),
      ));
    return new SeeOther(`${addressOf(organizationId)}/policies/${made.id}/edit`, there ? null : 'added');
  }

  @Get(':id')
  @Allows('records.read')
  async show(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<Page> {
    const read = await this.reader.one(organizationId, id);
    const view = policyView(addressOf(organizationId), read, this.catalogs.policies.acknowledgeWithinDays);
    return new Page('policies/show', read.policy.title, view);
  }

  @Get(':id/edit')
  @Allows('records.write')
  async edit(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<Page> {
    const { policy, template } = await this.reader.one(organizationId, id);
    return shownForm(policyForm(addressOf(organizationId), policy, template), storedPolicy(policy, template));
  }

  @Post(':id')
  @Allows('records.write')
  async change(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const { policy, template } = await this.reader.one(organizationId, id);
    const form = policyForm(addressOf(organizationId), policy, template);
    const work = async (version: number): Promise<SeeOther> => {
      const fields = bodyOf(UpdatePolicyDto, sent, besidePolicy(sent, template));
      await this.records.update(POLICY, organizationId, caller, { id, version }, fields);
      return new SeeOther(`${addressOf(organizationId)}/policies/${id}`, 'saved');
    };
    return sentForm(form, sent, work, async () => {
      const now = await this.reader.one(organizationId, id);
      return storedPolicy(now.policy, template);
    });
  }

  @Get(':id/review')
  @Allows('records.write')
  async reviewing(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<Page> {
    const { policy, today } = await this.reader.one(organizationId, id);
    const { name, role } = await this.frames.signerOf(caller, organizationId);
    const offered: Readonly<Record<string, string>> = {
      'lastReview/reviewedOn': today,
      'lastReview/reviewedBy/name': name,
      'lastReview/reviewedBy/role': role,
    };
    const values = (field: string) => [offered[field] ?? ''].filter(Boolean);
    return shownForm(reviewForm(addressOf(organizationId), policy), { version: policy.version, values });
  }

  @Post(':id/review')
  @Allows('records.write')
  async review(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    return this.store(organizationId, id, caller, sent, reviewForm, () => bodyOf(UpdatePolicyDto, sent));
  }

  @Get(':id/retirement')
  @Allows('policies.adopt')
  async retiring(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<Page> {
    const { policy, today } = await this.reader.one(organizationId, id);
    const values = (field: string) => (field === 'retiredOn' ? [today] : []);
    return shownForm(retirementForm(addressOf(organizationId), policy), { version: policy.version, values });
  }

  @Post(':id/retirement')
  @Allows('policies.adopt')
  async retire(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    return this.store(organizationId, id, caller, sent, retirementForm, () => ({
      retirement: bodyOf(RetirePolicyDto, sent),
    }));
  }

  private async store(
    organizationId: string,
    id: string,
    caller: Caller,
    sent: FormBody,
    formOf: typeof reviewForm,
    changes: () => object,
  ): Promise<Page | SeeOther> {
    const at = addressOf(organizationId);
    const { policy } = await this.reader.one(organizationId, id);
    const work = async (version: number): Promise<SeeOther> => {
      await this.records.update(POLICY, organizationId, caller, { id, version }, changes());
      return new SeeOther(`${at}/policies/${id}`, 'saved');
    };
    return sentForm(formOf(at, policy), sent, work, async () =>
      storedPolicy((await this.reader.one(organizationId, id)).policy, null),
    );
  }

  private async mayAcknowledge(organizationId: string, caller: Caller): Promise<boolean> {
    const { role } = await this.frames.signerOf(caller, organizationId);
    const named = ROLE_NAMES.find((one) => one.replaceAll('_', ' ') === role.toLowerCase());
    return named !== undefined && roleMay(named, 'policies.acknowledge');
  }
}

export function addressOf(organizationId: string): string {
  return `/organizations/${organizationId}`;
}
