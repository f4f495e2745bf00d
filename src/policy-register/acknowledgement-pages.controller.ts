// Acknowledging a version: one press by oneself; a short form for somebody who has no account.
import { Get, Post, Query } from '@nestjs/common';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { NoteAcknowledgementDto } from '../policies/policy-acknowledgement.dto';
import { PolicyPersonFields } from '../policies/policy.fields';
import { Frames } from '../web/frames.service';
import { labelsOfParts, sectionsOf, type FormPart } from '../web/parted-form';
import { SeeOther, type Page } from '../web/page';
import { Pages } from '../web/pages';
import { sentForm, shownForm, type RecordForm } from '../web/record-form';
import { bodyOf } from '../web/submitted';
import { Acknowledgements } from './acknowledgements.service';
import type { VersionOnRecord } from './policy-facts.query';
import { addressOf } from './policy-pages.controller';
import { PolicyReader, type ReadPolicy } from './policy-reader.service';

const PARTS: readonly FormPart[] = [
  {
    title: '',
    words: {
      staffMember: { label: 'Who acknowledged it?' },
      acknowledgedOn: { label: 'On which day?' },
    },
    within: [
      {
        at: 'notedBy/',
        type: PolicyPersonFields,
        words: {
          name: { label: 'Who notes it?', autocomplete: 'name' },
          role: { label: 'What are they in the practice?' },
        },
      },
    ],
  },
];

function noteForm(at: string, { policy, facts }: ReadPolicy, version: VersionOnRecord): RecordForm {
  const back = `${at}/policies/${policy.id}`;
  const staff = facts.staff.filter(({ hasAccount }) => !hasAccount).map(({ key, name }) => ({ key, name }));
  return {
    title: 'Note an acknowledgement',
    lead: `For somebody who works here and has no account. They have read version ${version.number} of “${policy.title}” and will go by it. Who has an account says so alone, signed in.`,
    back: { href: back, label: policy.title },
    action: `${back}/versions/${version.id}/acknowledgements`,
    button: 'Note it',
    labels: labelsOfParts(PARTS),
    sections: (values, faults) =>
      sectionsOf(
        { type: NoteAcknowledgementDto, parts: PARTS, choices: { staffMember: staff } },
        values,
        faults,
      ),
  };
}

@Pages('organizations/:organizationId/policies/:id/versions/:version')
export class AcknowledgementPagesController {
  constructor(
    private readonly reader: PolicyReader,
    private readonly acknowledgements: Acknowledgements,
    private readonly frames: Frames,
  ) {}

  @Post('own-acknowledgement')
  @Allows('policies.acknowledge')
  async own(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @UuidParam('version') versionId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<SeeOther> {
    const { version } = await this.asked(organizationId, id, versionId);
    await this.acknowledgements.own(organizationId, caller, version.key);
    return new SeeOther(`${addressOf(organizationId)}/policies`, 'saved');
  }

  @Get('acknowledgements/new')
  @Allows('records.write')
  async blank(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @UuidParam('version') versionId: string,
    @CurrentCaller() caller: Caller,
    @Query('of') of?: unknown,
  ): Promise<Page> {
    const { read, version } = await this.asked(organizationId, id, versionId);
    const { name, role } = await this.frames.signerOf(caller, organizationId);
    const offered: Readonly<Record<string, string>> = {
      staffMember: typeof of === 'string' ? of : '',
      acknowledgedOn: read.today,
      'notedBy/name': name,
      'notedBy/role': role,
    };
    const values = (field: string) => [offered[field] ?? ''].filter(Boolean);
    return shownForm(noteForm(addressOf(organizationId), read, version), null, values);
  }

  @Post('acknowledgements')
  @Allows('records.write')
  async note(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @UuidParam('version') versionId: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const { read, version } = await this.asked(organizationId, id, versionId);
    return sentForm(noteForm(addressOf(organizationId), read, version), sent, async () => {
      const body = bodyOf(NoteAcknowledgementDto, sent, { policyVersion: version.key });
      await this.acknowledgements.note(organizationId, caller, body);
      return new SeeOther(`${addressOf(organizationId)}/policies/${id}`, 'added');
    });
  }

  private async asked(
    organizationId: string,
    id: string,
    versionId: string,
  ): Promise<{ read: ReadPolicy; version: VersionOnRecord }> {
    const read = await this.reader.one(organizationId, id);
    const version = read.facts.versions.find((one) => one.id === versionId && one.policy === read.policy.key);
    if (!version) throw new DomainError('not-found', 'There is no version with this id.');
    return { read, version };
  }
}
