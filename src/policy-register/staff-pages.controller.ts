// The list of staff: who works here, in which job.
import { Get, Post } from '@nestjs/common';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { worksOn } from '../policies/policy-standing';
import { withFreeKey } from '../records/free-key';
import { keyFromName } from '../records/key-from-name';
import { RecordsService } from '../records/records.service';
import { labelsOfParts, sectionsOf, storedRecord, type FormPart } from '../web/parted-form';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { sentForm, shownForm, type RecordForm } from '../web/record-form';
import { bodyOf } from '../web/submitted';
import { UpdateStaffMemberDto } from '../workforce/staff-member.dto';
import { StaffMemberFields } from '../workforce/staff-member.fields';
import { STAFF_MEMBER } from '../workforce/staff-member.record';
import { STAFF_JOB_WORDS } from '../workforce/training-module';
import type { StaffOnRecord } from './policy-facts.query';
import { addressOf } from './policy-pages.controller';
import { PolicyReader } from './policy-reader.service';
import { personOnList } from './standings';

const PARTS: readonly FormPart[] = [
  {
    title: '',
    words: {
      name: { label: 'Name' },
      jobs: { label: 'What do they do here?', options: STAFF_JOB_WORDS },
      email: {
        label: 'E-mail address of their account',
        kind: 'email',
        help: 'With it they acknowledge policies themselves, signed in. Leave it empty for somebody without an account.',
      },
      startedOn: { label: 'First day', help: 'Leave it empty when it is long ago.' },
      leftOn: { label: 'Last day', help: 'Only once they have left, or will.' },
    },
  },
];

function staffForm(at: string, person: StaffOnRecord | null): RecordForm {
  const here = `${at}/registers/staff`;
  return {
    title: person ? person.name : 'Somebody who works here',
    lead: 'Everybody counts who works under your direction, paid or not: trainees, interns and volunteers too. Never a client.',
    back: { href: here, label: 'Staff' },
    action: person ? `${here}/${person.id}` : here,
    button: 'Save',
    labels: labelsOfParts(PARTS),
    sections: (values, faults) => sectionsOf({ type: StaffMemberFields, parts: PARTS }, values, faults),
  };
}

@Pages('organizations/:organizationId/registers/staff')
export class StaffPagesController {
  constructor(
    private readonly reader: PolicyReader,
    private readonly records: RecordsService,
  ) {}

  @Get()
  @Allows('records.read')
  async list(@UuidParam('organizationId') organizationId: string): Promise<Page> {
    const { facts, today } = await this.reader.all(organizationId);
    const here = `${addressOf(organizationId)}/registers/staff`;
    const rows = facts.staff.map((person) => ({
      href: `${here}/${person.id}/edit`,
      name: person.name,
      jobs: person.jobs.map((job) => STAFF_JOB_WORDS[job]).join(', '),
      email: person.email ?? '',
      startedOn: person.startedOn ?? null,
      leftOn: person.leftOn ?? null,
      isHere: worksOn(personOnList(person), today),
    }));
    return new Page('workforce/staff', 'Staff', {
      here,
      present: rows.filter(({ isHere }) => isHere),
      others: rows.filter(({ isHere }) => !isHere),
    });
  }

  @Get('new')
  @Allows('records.write')
  blank(@UuidParam('organizationId') organizationId: string): Page {
    return shownForm(staffForm(addressOf(organizationId), null), null);
  }

  @Post()
  @Allows('records.write')
  async add(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    return sentForm(staffForm(addressOf(organizationId), null), sent, async () => {
      const fields = bodyOf(StaffMemberFields, sent);
      await withFreeKey(keyFromName(fields.name, 'person'), (key) =>
        this.records.create(STAFF_MEMBER, organizationId, caller, { ...fields, key }),
      );
      return new SeeOther(`${addressOf(organizationId)}/registers/staff`, 'added');
    });
  }

  @Get(':id/edit')
  @Allows('records.write')
  async edit(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<Page> {
    const person = await this.one(organizationId, id);
    return shownForm(staffForm(addressOf(organizationId), person), storedRecord(person));
  }

  @Post(':id')
  @Allows('records.write')
  async change(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const person = await this.one(organizationId, id);
    const work = async (version: number): Promise<SeeOther> => {
      const fields = bodyOf(UpdateStaffMemberDto, sent);
      await this.records.update(STAFF_MEMBER, organizationId, caller, { id, version }, fields);
      return new SeeOther(`${addressOf(organizationId)}/registers/staff`, 'saved');
    };
    return sentForm(staffForm(addressOf(organizationId), person), sent, work, async () =>
      storedRecord(await this.one(organizationId, id)),
    );
  }

  private async one(organizationId: string, id: string): Promise<StaffOnRecord> {
    const { facts } = await this.reader.all(organizationId);
    const person = facts.staff.find((one) => one.id === id);
    if (!person) throw new DomainError('not-found', 'There is nobody on the list of staff with this id.');
    return person;
  }
}
