import { Get, Post, Query } from '@nestjs/common';
import { Form, type FormBody } from '../../common/http/form-body';
import { UuidParam } from '../../common/http/uuid-param';
import { DomainError } from '../../common/problems/domain.error';
import { CurrentCaller, type Caller } from '../../identity/caller';
import { Allows } from '../../permissions/route-access';
import { withFreeKey } from '../../records/free-key';
import { keyFromName } from '../../records/key-from-name';
import { RecordsService } from '../../records/records.service';
import type { Values } from '../../web/form-view';
import { Frames } from '../../web/frames.service';
import { SeeOther, type Page } from '../../web/page';
import { Pages } from '../../web/pages';
import { sentForm, shownForm } from '../../web/record-form';
import { bodyOf } from '../../web/submitted';
import { ObligationsService, type ObligationsOfPractice } from '../obligations.service';
import { OBLIGATION_COMPLETION } from '../records/obligation-completion.record';
import type { ObligationDefinition } from '../rules/obligation-catalog';
import type { Occurrence } from '../rules/occurrences';
import { CompletionForm, completionForm, eventNameIn, isAboutEvent } from './completion-form';
import { askedIn, listAddress, pageOf } from './obligation-addresses';

interface Asked {
  all: ObligationsOfPractice;
  definition: ObligationDefinition;
  occurrence: Occurrence;
}

@Pages('organizations/:organizationId/obligations/completions')
export class CompletionPagesController {
  constructor(
    private readonly obligations: ObligationsService,
    private readonly records: RecordsService,
    private readonly frames: Frames,
  ) {}

  @Get('new')
  @Allows('records.write')
  async blank(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Query('of') of?: unknown,
  ): Promise<Page> {
    const { all, definition, occurrence } = await this.asked(organizationId, of);
    const { name, role } = await this.frames.signerOf(caller, organizationId);
    const offered: Readonly<Record<string, string>> = {
      'doneBy/name': name,
      'doneBy/role': role,
      doneOn: all.today,
    };
    const values: Values = (field) => [offered[field] ?? ''].filter(Boolean);
    return shownForm(completionForm(listAddress(organizationId), definition, occurrence, all), null, values);
  }

  /** @param period the time that the form was opened for: somebody else may have completed it meanwhile, and is told */
  @Post()
  @Allows('records.write')
  async complete(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
    @Query('of') of?: unknown,
    @Query('period') period?: unknown,
  ): Promise<Page | SeeOther> {
    const { all, definition, occurrence } = await this.asked(organizationId, of);
    const at = listAddress(organizationId);
    const form = completionForm(at, definition, { ...occurrence, period: periodOf(period, occurrence) }, all);
    return sentForm(form, sent, async () => {
      const { eventName: _name, ...fields } = bodyOf(CompletionForm, sent);
      const about = isAboutEvent(definition) ? aboutEvent(sent) : aboutRecord(occurrence, period);
      const words = `${definition.id} ${about.subject?.key ?? ''} ${fields.doneOn}`;
      await withFreeKey(keyFromName(words, 'completion'), (key) =>
        this.records.create(OBLIGATION_COMPLETION, organizationId, caller, {
          ...{ ...fields, ...about, obligation: definition.id, key },
        }),
      );
      return new SeeOther(pageOf(at, occurrence), 'saved');
    });
  }

  private async asked(organizationId: string, of: unknown): Promise<Asked> {
    const asked = askedIn(of);
    const all = await this.obligations.of(organizationId);
    const definition = asked && all.definitions.get(asked.obligation);
    const occurrence = all.occurrences.find(
      (one) =>
        one.obligation === asked?.obligation &&
        one.state !== 'done' &&
        one.subject?.kind === asked.subject?.kind &&
        one.subject?.key === asked.subject?.key,
    );
    if (definition && occurrence) return { all, definition, occurrence };
    throw new DomainError('not-found', 'There is no such obligation here that is open.');
  }
}

function periodOf(period: unknown, occurrence: Occurrence): string {
  return typeof period === 'string' ? period : occurrence.period;
}

function aboutRecord(occurrence: Occurrence, period: unknown): Pick<Occurrence, 'subject' | 'period'> {
  return { subject: occurrence.subject, period: periodOf(period, occurrence) };
}

/** @throws DomainError request-invalid where the event has no name */
function aboutEvent(sent: FormBody): { subject: { kind: 'event'; key: string }; period: string } {
  const name = eventNameIn(sent);
  if (name !== '') return { subject: { kind: 'event', key: keyFromName(name, 'event') }, period: 'once' };
  throw new DomainError('request-invalid', 'Something is missing.', [
    { pointer: '/eventName', code: 'missing-field', detail: 'say what you call it' },
  ]);
}
