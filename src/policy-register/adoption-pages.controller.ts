// Adopting a version, and reading one as it was adopted.
import { Get, Post } from '@nestjs/common';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { policyDigest } from '../policies/policy-digest';
import { AdoptPolicyDto } from '../policies/policy-version.dto';
import { PolicyPersonFields } from '../policies/policy.fields';
import { Frames } from '../web/frames.service';
import { labelsOfParts, sectionsOf, type FormPart } from '../web/parted-form';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { sentForm, shownForm, type RecordForm } from '../web/record-form';
import { bodyOf } from '../web/submitted';
import { Adoptions } from './adoptions.service';
import { addressOf } from './policy-pages.controller';
import { PolicyReader, type ReadPolicy } from './policy-reader.service';
import { byOf } from './policy.presenter';
import { sectionViews } from './text-blocks';

const WORDS = {
  adoptedOn: { label: 'From which day does it hold?', help: 'Today or earlier.' },
  reason: {
    label: 'Why this version?',
    help: 'Of the first one: why there is one at all. Never the name of a client.',
  },
} as const;
const EVIDENCE_WORDS = { evidence: { label: 'Which evidence on file holds the text?' } } as const;
const DIGEST_WORDS = { digest: { label: 'Text that was read', kind: 'hidden' as const } } as const;
const PERSON_WORDS = {
  name: { label: 'Who approves it?', autocomplete: 'name' },
  role: { label: 'What are they in the practice?' },
} as const;

function adoptionForm(at: string, { policy, template, facts }: ReadPolicy): RecordForm {
  const here = `${at}/policies/${policy.id}`;
  const parts: FormPart[] = [
    {
      title: '',
      words: { ...WORDS, ...(template ? DIGEST_WORDS : EVIDENCE_WORDS) },
      within: [{ at: 'approvedBy/', type: PolicyPersonFields, words: PERSON_WORDS }],
    },
  ];
  return {
    title: `Adopt “${policy.title}”`,
    lead: 'The text as it stands now is frozen as the next version. Nobody can change it afterwards. Everybody on the list of staff is asked to acknowledge it.',
    back: { href: here, label: policy.title },
    action: `${here}/versions`,
    button: 'Adopt it',
    labels: labelsOfParts(parts),
    sections: (values, faults) =>
      sectionsOf({ type: AdoptPolicyDto, parts, choices: { evidence: facts.evidence } }, values, faults),
  };
}

@Pages('organizations/:organizationId/policies/:id/versions')
export class AdoptionPagesController {
  constructor(
    private readonly reader: PolicyReader,
    private readonly adoptions: Adoptions,
    private readonly frames: Frames,
  ) {}

  @Get('new')
  @Allows('policies.adopt')
  async blank(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<Page> {
    const read = await this.reader.one(organizationId, id);
    const { name, role } = await this.frames.signerOf(caller, organizationId);
    const { policy, composed, today } = read;
    const offered: Readonly<Record<string, string>> = {
      'approvedBy/name': name,
      'approvedBy/role': role,
      adoptedOn: today,
      digest: composed ? policyDigest(policy.title, composed.sections) : '',
    };
    const values = (field: string) => [offered[field] ?? ''].filter(Boolean);
    return shownForm(adoptionForm(addressOf(organizationId), read), null, values);
  }

  @Post()
  @Allows('policies.adopt')
  async adopt(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const read = await this.reader.one(organizationId, id);
    return sentForm(adoptionForm(addressOf(organizationId), read), sent, async () => {
      const body = bodyOf(AdoptPolicyDto, sent, { policy: read.policy.key });
      await this.adoptions.adopt(organizationId, caller, body);
      return new SeeOther(`${addressOf(organizationId)}/policies/${id}`, 'saved');
    });
  }

  @Get(':version')
  @Allows('records.read')
  async show(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @UuidParam('version') versionId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<Page> {
    const { facts, policy } = await this.reader.one(organizationId, id);
    const version = facts.versions.find((one) => one.id === versionId && one.policy === policy.key);
    if (!version) throw new DomainError('not-found', 'There is no version with this id.');
    const newest = facts.versions.find((one) => one.policy === policy.key);
    const isInForce = newest === version && !policy.retirement;
    const self = await this.reader.self(caller, facts.staff);
    const said = facts.acknowledgements.find(
      (one) => one.policyVersion === version.key && one.staffMember === self?.entry?.key,
    );
    const at = addressOf(organizationId);
    const here = `${at}/policies/${id}/versions/${versionId}`;
    return new Page('policies/version', `${version.title}, version ${version.number}`, {
      ...{ at, here, policyHref: `${at}/policies/${id}`, policyTitle: policy.title, isInForce },
      ...{ title: version.title, number: version.number, adoptedOn: version.adoptedOn, by: byOf(version) },
      ...{ reason: version.reason, digest: version.digest ?? '', sections: sectionViews(version.text ?? []) },
      evidence: facts.evidence.find(({ key }) => key === version.evidence)?.name ?? '',
      mayAcknowledge: isInForce && self !== null && !said,
      saidOn: said?.acknowledgedOn ?? null,
      pdf: `/v1/organizations/${organizationId}/policy-versions/${versionId}/pdf`,
    });
  }
}
