// Correcting a completion: it stays as it was said.
import { Get, Post } from '@nestjs/common';
import { Form, type FormBody } from '../../common/http/form-body';
import { UuidParam } from '../../common/http/uuid-param';
import { DomainError } from '../../common/problems/domain.error';
import { CurrentCaller, type Caller } from '../../identity/caller';
import { Allows } from '../../permissions/route-access';
import { RecordsService } from '../../records/records.service';
import { correctedBy, correctionForm } from '../../web/correction-form';
import { Frames } from '../../web/frames.service';
import { SeeOther, type Page } from '../../web/page';
import { Pages } from '../../web/pages';
import { sentForm, shownForm, type RecordForm, type StoredRecord } from '../../web/record-form';
import type { RecordedFacts } from '../obligation-facts.query';
import { ObligationsService } from '../obligations.service';
import { OBLIGATION_COMPLETION } from '../records/obligation-completion.record';
import { listAddress, pageOf } from './obligation-addresses';

type StoredCompletion = RecordedFacts['obligationCompletions'][number];

interface Asked {
  completion: StoredCompletion;
  today: string;
  /** the page of the obligation */
  page: string;
  form: RecordForm;
}

@Pages('organizations/:organizationId/obligations/completions/:id/corrections')
export class CorrectionPagesController {
  constructor(
    private readonly obligations: ObligationsService,
    private readonly records: RecordsService,
    private readonly frames: Frames,
  ) {}

  @Get('new')
  @Allows('records.write')
  async blank(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<Page> {
    const { form } = await this.asked(organizationId, id);
    const { name, role } = await this.frames.signerOf(caller, organizationId);
    const offered: Readonly<Record<string, string>> = { 'correctedBy/name': name, 'correctedBy/role': role };
    const { version } = await this.stored(organizationId, id);
    return shownForm(form, { version, values: (field) => [offered[field] ?? ''].filter(Boolean) });
  }

  @Post()
  @Allows('records.write')
  async correct(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const { form, page, completion, today } = await this.asked(organizationId, id);
    const work = async (version: number): Promise<SeeOther> => {
      const changes = correctedBy(sent, completion.corrections, today);
      await this.records.update(OBLIGATION_COMPLETION, organizationId, caller, { id, version }, changes);
      return new SeeOther(page, 'saved');
    };
    return sentForm(form, sent, work, () => this.stored(organizationId, id));
  }

  private async stored(organizationId: string, id: string): Promise<StoredRecord> {
    const { version } = await this.records.get(OBLIGATION_COMPLETION, organizationId, id);
    return { version, values: () => [] };
  }

  private async asked(organizationId: string, id: string): Promise<Asked> {
    const { facts, definitions, today } = await this.obligations.of(organizationId);
    const completion = facts.obligationCompletions.find((one) => one.id === id);
    const definition = completion && definitions.get(completion.obligation);
    if (!completion || !definition) throw new DomainError('not-found', 'There is no such completion.');
    const at = listAddress(organizationId);
    const { obligation, subject = null } = completion;
    // All that is about events stands on the page of what waits for one.
    const page = pageOf(at, { obligation, subject: subject?.kind === 'event' ? null : subject });
    const form = correctionForm(`${definition.title}, ${completion.doneOn}`, {
      back: { href: page, label: definition.title },
      action: `${at}/completions/${id}/corrections`,
    });
    return { completion, today, page, form };
  }
}
