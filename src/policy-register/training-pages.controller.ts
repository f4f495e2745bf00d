// Training: who lacks what, what each module teaches, and noting that somebody did one.
import { Get, Inject, Param, Post, Query } from '@nestjs/common';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { withFreeKey } from '../records/free-key';
import { keyFromName } from '../records/key-from-name';
import { RecordsService } from '../records/records.service';
import { correctedBy, correctionForm } from '../web/correction-form';
import { Frames } from '../web/frames.service';
import { labelsOfParts, sectionsOf, type FormPart } from '../web/parted-form';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { sentForm, shownForm, type RecordForm } from '../web/record-form';
import { bodyOf } from '../web/submitted';
import type { TrainingModule } from '../workforce/training-module';
import { CreateTrainingRecordDto } from '../workforce/training-record.dto';
import { JudgedByFields } from '../workforce/training-record.fields';
import { TRAINING_RECORD } from '../workforce/training-record.record';
import type { PolicyFactsRow } from './policy-facts.query';
import { addressOf } from './policy-pages.controller';
import { PolicyReader } from './policy-reader.service';
import { forWhomOf, trainingView } from './training.presenter';

function partsFor(modules: readonly TrainingModule[]): FormPart[] {
  return [
    {
      title: '',
      words: {
        staffMember: { label: 'Who did it?' },
        module: {
          label: 'What?',
          kind: 'select',
          options: Object.fromEntries(modules.map(({ id, title }) => [id, title])),
        },
        completedOn: { label: 'On which day?' },
        passed: {
          label: 'Did they show that they can do it?',
          options: { true: 'Yes', false: 'Not yet' },
          short: true,
        },
        shown: { label: 'How did they show it?', help: 'In your own words. Never the name of a client.' },
        evidence: { label: 'Which evidence on file shows it?' },
      },
      within: [
        {
          at: 'judgedBy/',
          type: JudgedByFields,
          words: {
            name: { label: 'Who judged it?', autocomplete: 'name' },
            role: { label: 'What are they in the practice?' },
          },
        },
      ],
    },
  ];
}

function trainingForm(at: string, facts: PolicyFactsRow, modules: readonly TrainingModule[]): RecordForm {
  const here = `${at}/registers/training`;
  const parts = partsFor(modules);
  const staff = facts.staff.map(({ key, name }) => ({ key, name }));
  return {
    title: 'Note training',
    lead: 'Somebody did a module. Sitting through it is not enough: say how they showed that they can do it.',
    back: { href: here, label: 'Training' },
    action: here,
    button: 'Note it',
    labels: labelsOfParts(parts),
    sections: (values, faults) =>
      sectionsOf(
        { type: CreateTrainingRecordDto, parts, choices: { staffMember: staff, evidence: facts.evidence } },
        values,
        faults,
      ),
  };
}

@Pages('organizations/:organizationId/registers/training')
export class TrainingPagesController {
  constructor(
    private readonly reader: PolicyReader,
    private readonly records: RecordsService,
    private readonly frames: Frames,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
  ) {}

  @Get()
  @Allows('records.read')
  async list(@UuidParam('organizationId') organizationId: string): Promise<Page> {
    const { facts, today } = await this.reader.all(organizationId);
    const view = trainingView(addressOf(organizationId), facts, today, this.catalogs.training);
    return new Page('workforce/training', 'Training', view);
  }

  @Get('modules/:module')
  @Allows('records.read')
  module(@UuidParam('organizationId') organizationId: string, @Param('module') id: string): Page {
    const module = this.catalogs.training.modules.find((one) => one.id === id);
    if (!module) throw new DomainError('not-found', 'There is no module with this id.');
    const here = `${addressOf(organizationId)}/registers/training`;
    const { title, why, months, lessons, checks, rules } = module;
    return new Page('workforce/module', title, {
      ...{ here, title, why, months, rules, forWhom: forWhomOf(module) },
      lessons: lessons.map(({ says }) => says),
      checks: checks.map(({ says }) => says),
    });
  }

  @Get('new')
  @Allows('records.write')
  async blank(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Query('of') of?: unknown,
    @Query('module') module?: unknown,
  ): Promise<Page> {
    const { facts, today } = await this.reader.all(organizationId);
    const { name, role } = await this.frames.signerOf(caller, organizationId);
    const word = (value: unknown) => (typeof value === 'string' ? value : '');
    const offered: Readonly<Record<string, string>> = {
      ...{ staffMember: word(of), module: word(module), completedOn: today },
      ...{ 'judgedBy/name': name, 'judgedBy/role': role },
    };
    const values = (field: string) => [offered[field] ?? ''].filter(Boolean);
    const form = trainingForm(addressOf(organizationId), facts, this.catalogs.training.modules);
    return shownForm(form, null, values);
  }

  @Post()
  @Allows('records.write')
  async add(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const { facts } = await this.reader.all(organizationId);
    const form = trainingForm(addressOf(organizationId), facts, this.catalogs.training.modules);
    return sentForm(form, sent, async () => {
      // The key is made here and asked of nobody.
      const fields = bodyOf(CreateTrainingRecordDto, sent, { key: 'training' });
      const words = `${fields.module} ${fields.staffMember} ${fields.completedOn}`;
      await withFreeKey(keyFromName(words, 'training'), (key) =>
        this.records.create(TRAINING_RECORD, organizationId, caller, { ...fields, key }),
      );
      return new SeeOther(`${addressOf(organizationId)}/registers/training`, 'added');
    });
  }

  @Get(':id/corrections/new')
  @Allows('records.write')
  async correction(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<Page> {
    const { form, record } = await this.toCorrect(organizationId, id);
    const { name, role } = await this.frames.signerOf(caller, organizationId);
    const offered: Readonly<Record<string, string>> = { 'correctedBy/name': name, 'correctedBy/role': role };
    const values = (field: string) => [offered[field] ?? ''].filter(Boolean);
    return shownForm(form, { version: record.version, values });
  }

  @Post(':id/corrections')
  @Allows('records.write')
  async correct(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const { form, record, today } = await this.toCorrect(organizationId, id);
    const work = async (version: number): Promise<SeeOther> => {
      const changes = correctedBy(sent, record.corrections, today);
      await this.records.update(TRAINING_RECORD, organizationId, caller, { id, version }, changes);
      return new SeeOther(`${addressOf(organizationId)}/registers/training`, 'saved');
    };
    return sentForm(form, sent, work, async () => {
      const { version } = (await this.toCorrect(organizationId, id)).record;
      return { version, values: () => [] };
    });
  }

  private async toCorrect(organizationId: string, id: string) {
    const { facts, today } = await this.reader.all(organizationId);
    const record = facts.training.find((one) => one.id === id);
    if (!record) throw new DomainError('not-found', 'There is no such record of training.');
    const here = `${addressOf(organizationId)}/registers/training`;
    const title = this.catalogs.training.modules.find((one) => one.id === record.module)?.title;
    const name = facts.staff.find(({ key }) => key === record.staffMember)?.name;
    const form = correctionForm(`${title ?? record.module}, ${name ?? record.staffMember}`, {
      back: { href: here, label: 'Training' },
      action: `${here}/${id}/corrections`,
    });
    return { form, record, today };
  }
}
