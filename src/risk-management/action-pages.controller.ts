import { Get, Param, Post } from '@nestjs/common';
import { keyFromName } from '../records/key-from-name';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { CorrectiveActionFields } from '../findings/finding.fields';
import { FINDING } from '../findings/finding.record';
import { CompleteActionDto } from '../findings/finding-work.dto';
import { FindingWork } from '../findings/finding-work.service';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { RecordsService } from '../records/records.service';
import type { Page } from '../web/page';
import { SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { besideOf, storedRecord } from '../web/parted-form';
import { sentForm, shownForm, type RecordForm } from '../web/record-form';
import { bodyOf } from '../web/submitted';
import { ACTION_PARTS, actionForm, completionForm } from './finding-form';
import { recordAt, RegistersReader } from './registers-reader.service';
import { offering } from './who-words';

/** One corrective action at a time, by its place in the finding. */
@Pages('organizations/:organizationId/registers/findings/:id/actions')
export class ActionPagesController {
  constructor(
    private readonly reader: RegistersReader,
    private readonly records: RecordsService,
    private readonly work: FindingWork,
  ) {}

  @Get('new')
  @Allows('records.write')
  async blank(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<Page> {
    const { here, finding } = await this.one(organizationId, id);
    const form = actionForm(here, finding.title, true, `${here}/actions`);
    return shownForm(form, { version: finding.version, values: () => [] });
  }

  @Post()
  @Allows('records.write')
  async add(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const { here, finding } = await this.one(organizationId, id);
    const actions = finding.actions ?? [];
    const key = freeKey(
      sent.text('action'),
      actions.map((one) => one.key),
    );
    const form = actionForm(here, finding.title, true, `${here}/actions`);
    return this.store({ organizationId, id, caller, sent, form, here, place: actions.length }, () => [
      ...actions,
      actionIn(sent, { key }),
    ]);
  }

  @Get(':place/edit')
  @Allows('records.write')
  async edit(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @Param('place') place: string,
  ): Promise<Page> {
    const { here, finding, action } = await this.open(organizationId, id, place);
    const form = actionForm(here, finding.title, false, `${here}/actions/${place}`);
    return shownForm(form, storedRecord({ ...action, version: finding.version }));
  }

  @Post(':place')
  @Allows('records.write')
  async change(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @Param('place') place: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const { here, finding, action } = await this.open(organizationId, id, place);
    const form = actionForm(here, finding.title, false, `${here}/actions/${place}`);
    return this.store({ organizationId, id, caller, sent, form, here, place: Number(place) }, () =>
      (finding.actions ?? []).map((one) =>
        one === action
          ? {
              ...actionIn(sent, { key: one.key }),
              doneOn: one.doneOn,
              done: one.done,
              evidenceKeys: one.evidenceKeys,
            }
          : one,
      ),
    );
  }

  @Get(':place/completion')
  @Allows('records.write')
  async ask(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @Param('place') place: string,
  ): Promise<Page> {
    const { read, here, finding, action } = await this.open(organizationId, id, place);
    const form = completionForm(read, here, action.action, `${here}/actions/${place}/completion`);
    const values = offering({ doneOn: read.practice.today });
    return shownForm(form, { version: finding.version, values });
  }

  @Post(':place/completion')
  @Allows('records.write')
  async complete(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @Param('place') place: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const { read, here, action } = await this.open(organizationId, id, place);
    const form = completionForm(read, here, action.action, `${here}/actions/${place}/completion`);
    const work = async (version: number): Promise<SeeOther> => {
      const body = bodyOf(CompleteActionDto, sent, { action: action.key });
      await this.work.complete({ organizationId, id, version }, caller, body);
      return new SeeOther(here, 'saved');
    };
    return sentForm(form, sent, work, () => this.again(organizationId, id));
  }

  private async one(organizationId: string, id: string) {
    const read = await this.reader.of(organizationId);
    const finding = recordAt(id, read.places.findings, read.practice.dossier.findings);
    return { read, finding, here: `${read.at}/registers/findings/${id}` };
  }

  private async open(organizationId: string, id: string, place: string) {
    const one = await this.one(organizationId, id);
    const action = /^\d{1,2}$/.test(place) ? one.finding.actions?.[Number(place)] : undefined;
    if (!action) throw new DomainError('not-found', 'There is no such corrective action.');
    return { ...one, action };
  }

  private async again(organizationId: string, id: string) {
    const { finding } = await this.one(organizationId, id);
    return { version: finding.version, values: () => [] };
  }

  private store(
    of: {
      organizationId: string;
      id: string;
      caller: Caller;
      sent: FormBody;
      form: RecordForm;
      here: string;
      place: number;
    },
    actions: () => object[],
  ): Promise<Page | SeeOther> {
    const { organizationId, id, caller, sent, form, here, place } = of;
    const work = async (version: number): Promise<SeeOther> => {
      try {
        await this.records.update(FINDING, organizationId, caller, { id, version }, { actions: actions() });
      } catch (error) {
        throw pointingInto(error, `/actions/${place}`);
      }
      return new SeeOther(here, 'saved');
    };
    return sentForm(form, sent, work, () => this.again(organizationId, id));
  }
}

function actionIn(sent: FormBody, beside: { key: string }): CorrectiveActionFields {
  const within = besideOf({ type: CorrectiveActionFields, parts: ACTION_PARTS }, sent);
  return bodyOf(CorrectiveActionFields, sent, { ...within, ...beside });
}

/** Short, from the first words, and not there yet. */
function freeKey(words: string, taken: readonly string[]): string {
  const wanted = keyFromName(words.slice(0, 60), 'action');
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.includes(key)) return key;
  }
}

/** The form asks for one action; the record has it at a place in a list. */
function pointingInto(error: unknown, place: string): unknown {
  if (!(error instanceof DomainError)) return error;
  const faults = error.faults.map((fault) =>
    fault.pointer.startsWith(`${place}/`) ? { ...fault, pointer: fault.pointer.slice(place.length) } : fault,
  );
  return new DomainError(error.code, error.detail, faults, error.retryAfterSeconds);
}
