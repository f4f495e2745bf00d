// The pages on which a practice answers for the Security Rule: all of it at a glance, a group of questions, one entry apart. Stored as the API stores it:
// judged by the same rules, audited and scored anew.
import { Get, Inject, Param, Post } from '@nestjs/common';
import { nameOfThing } from '../assets/inventory-names';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { dateInTimeZone, type CalendarDate } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { reviewSafeguards } from '../dossiers/review-safeguards';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { RecordsService } from '../records/records.service';
import { UpdateSafeguardDto } from '../safeguards/safeguard.dto';
import { SAFEGUARD } from '../safeguards/safeguard.record';
import { keyOfEntry } from '../safeguards/security-rule';
import { NO_FAULTS } from '../web/form-faults';
import { typedIn } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { entryForm, type EntryInput } from './entry.presenter';
import { groupView, namesAt, storedInWords, storedOf, type GroupInput } from './group.presenter';
import { addressOfSafeguards } from './safeguard-addresses';
import { safeguardFacts, type SafeguardFacts, type StoredSafeguard } from './safeguard-facts.query';
import { answerFromForm, labelsOfForm, recordOf, shownVersions } from './safeguard-form';
import { atNames } from './faults-at-names';
import { safeguardsOverview } from './safeguards-overview.presenter';
import type { NameOf } from './entry-view';

const GROUP = 'safeguards/group';
const ENTRY = 'safeguards/entry';

interface Read extends GroupInput {
  today: CalendarDate;
}

@Pages('organizations/:organizationId/safeguards')
export class SafeguardsPagesController {
  constructor(
    private readonly records: RecordsService,
    private readonly tenancy: Tenancy,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allows('records.read')
  async overview(@UuidParam('organizationId') organizationId: string): Promise<Page> {
    const { at, review, nameOf } = await this.read(organizationId);
    const view = safeguardsOverview(at, review, this.catalogs.safeguardQuestions, nameOf);
    return new Page('safeguards/overview', 'Your own safeguards', view);
  }

  @Get('entries/:key')
  @Allows('records.read')
  async entry(@UuidParam('organizationId') organizationId: string, @Param('key') key: string): Promise<Page> {
    const input = this.entryOf(await this.read(organizationId), key);
    return new Page(ENTRY, input.entry.title, {
      ...entryForm(input, null),
      faults: NO_FAULTS,
      storedNow: [],
    });
  }

  @Post('entries/:key')
  @Allows('records.write')
  async saveEntry(
    @UuidParam('organizationId') organizationId: string,
    @Param('key') key: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const before = this.entryOf(await this.read(organizationId), key);
    const { question, entry, at } = before;
    const work = async (): Promise<SeeOther> => {
      await this.store(organizationId, caller, form, '', [entry.entry], before);
      return new SeeOther(`${at}/${question.group}#${question.id}`, 'saved');
    };
    return submitted(work, {
      ...{ view: ENTRY, title: entry.title, labels: labelsOfForm('') },
      data: async (faults, code) => {
        const isStale = code === 'stale-version';
        const now = this.entryOf(await this.read(organizationId), key);
        const again = { values: typedIn(form), faults, shown: isStale ? null : form.text('shown') };
        return {
          ...entryForm(now, again),
          ...{ faults, storedNow: isStale ? storedInWords([now.entry], now.nameOf) : [] },
        };
      },
    });
  }

  @Get(':group')
  @Allows('records.read')
  async group(
    @UuidParam('organizationId') organizationId: string,
    @Param('group') id: string,
  ): Promise<Page> {
    const group = this.groupOf(id);
    const view = groupView(group, await this.read(organizationId), null);
    return new Page(GROUP, group.title, { ...view, faults: NO_FAULTS, storedNow: [] });
  }

  /** What was said more than a year ago still holds, as of today. */
  @Post(':group/confirmations')
  @Allows('records.write')
  async confirm(
    @UuidParam('organizationId') organizationId: string,
    @Param('group') id: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const group = this.groupOf(id);
    const { at, facts, review, questions, today } = await this.read(organizationId);
    const asked = questions.filter((question) => question.group === id).flatMap(({ entries }) => entries);
    const carried = review.entries.filter(({ entry, carriedFrom }) => carriedFrom && asked.includes(entry));
    const stored = storedOf(
      facts,
      carried.map(({ entry }) => entry),
    );
    const work = async (): Promise<SeeOther> => {
      refuseChanged(form, stored);
      await this.records.saveTogether(
        SAFEGUARD,
        organizationId,
        caller,
        stored.map((record) => ({ shown: record, fields: { key: record.key, confirmedOn: today } })),
      );
      return new SeeOther(`${at}/${id}`, 'confirmed');
    };
    return submitted(work, {
      ...{ view: GROUP, title: group.title, labels: {} },
      data: async (faults) => {
        return { ...groupView(group, await this.read(organizationId), null), faults, storedNow: [] };
      },
    });
  }

  @Post(':group/:question')
  @Allows('records.write')
  async saveQuestion(
    @UuidParam('organizationId') organizationId: string,
    @Param('group') id: string,
    @Param('question') questionId: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const group = this.groupOf(id);
    const before = await this.read(organizationId);
    const question = before.questions.find((one) => one.id === questionId && one.group === id);
    if (!question) throw new DomainError('not-found', 'There is no such question.');
    const names = namesAt(questionId);
    const work = async (): Promise<SeeOther> => {
      await this.store(organizationId, caller, form, names, question.entries, before);
      return new SeeOther(`${before.at}/${id}#${questionId}`, 'saved');
    };
    return submitted(work, {
      ...{ view: GROUP, title: group.title, labels: labelsOfForm(names) },
      data: async (faults, code) => {
        const isStale = code === 'stale-version';
        const now = await this.read(organizationId);
        const stored = shownVersions(storedOf(now.facts, question.entries));
        const again = {
          ...{ question: questionId, values: typedIn(form), faults },
          shown: isStale ? stored : form.text('shown'),
        };
        const entries = now.review.entries.filter(({ entry }) => question.entries.includes(entry));
        return {
          ...groupView(group, now, again),
          ...{ faults, storedNow: isStale ? storedInWords(entries, now.nameOf) : [] },
        };
      },
    });
  }

  /**
   * Answers entries together, in one transaction.
   * @param names what stands before the names of the form's fields
   */
  private async store(
    organizationId: string,
    caller: Caller,
    form: FormBody,
    names: string,
    entries: readonly string[],
    { facts, today }: Pick<Read, 'facts' | 'today'>,
  ): Promise<void> {
    const stored = storedOf(facts, entries);
    refuseChanged(form, stored);
    const known = this.catalogs.securityRule.entries.filter(({ id }) => entries.includes(id));
    try {
      const answer = bodyOf(UpdateSafeguardDto, form, answerFromForm(form, names, today));
      requireStatus(answer);
      const writes = known.map((entry) => {
        const fields = recordOf(entry, answer);
        return { shown: stored.find(({ key }) => key === fields.key) ?? null, fields };
      });
      await this.records.saveTogether(SAFEGUARD, organizationId, caller, writes);
    } catch (error) {
      throw atNames(error, names);
    }
  }

  private groupOf(id: string): Catalogs['safeguardQuestions']['groups'][number] {
    const group = this.catalogs.safeguardQuestions.groups.find((one) => one.id === id);
    if (!group) throw new DomainError('not-found', 'There is no such group of questions.');
    return group;
  }

  private entryOf(read: Read, key: string): EntryInput & Read {
    const entry = read.review.entries.find((one) => keyOfEntry(one.entry) === key);
    const question = read.questions.find(({ entries }) => entry && entries.includes(entry.entry));
    if (!entry || !question) throw new DomainError('not-found', 'There is no such entry to answer.');
    return { ...read, entry, question };
  }

  private async read(organizationId: string): Promise<Read> {
    const [row] = await this.tenancy.readOne<{ facts: SafeguardFacts }>(
      organizationId,
      safeguardFacts(organizationId),
    );
    if (!row?.facts.practice) throw new DomainError('not-found', 'There is no organization with this id.');
    const { facts } = row;
    const today = dateInTimeZone(this.clock.now(), facts.practice.timeZone);
    const { groups, questions } = this.catalogs.safeguardQuestions;
    const review = reviewSafeguards(facts, today, this.catalogs);
    return {
      ...{ at: addressOfSafeguards(organizationId), facts, review, groups, questions, today },
      nameOf: namesIn(facts),
    };
  }
}

function namesIn(facts: SafeguardFacts): NameOf {
  return (kind, key) =>
    kind === 'agreement'
      ? (facts.agreements?.find((one) => one.key === key)?.title ?? key)
      : nameOfThing(facts, kind, key);
}

/** What stands on record is still what the page showed. */
function refuseChanged(form: FormBody, stored: readonly StoredSafeguard[]): void {
  if (form.text('shown') !== shownVersions(stored))
    throw new DomainError('stale-version', 'Somebody else answered meanwhile.');
}

/** A change of one field leaves the status out; this form never does. */
function requireStatus({ status }: UpdateSafeguardDto): void {
  if (status) return;
  const detail = 'is required';
  throw new DomainError('request-invalid', 'Say how far it is so.', [
    { pointer: '/status', code: 'missing-field', detail },
  ]);
}
