// When each obligation is due, for each thing that it is about: from the catalog, what it arises from, what was done and what the practice set. Pure: no clock, no database.
// A subject is due for the first time one interval after the day from which it counts, and never before the day on which it was recorded; then one interval after the
// day on which it was last done.
import { addDays, addMonths, type CalendarDate, yearOf } from '../../common/calendar-date';
import { stillCounts } from '../../records/attested';
import type { SubjectKind } from '../records/obligation-ids';
import type { Fulfilment } from './fulfilments';
import { monthsOf, type ObligationDefinition, type ObligationsCatalog } from './obligation-catalog';
import {
  intervalOf,
  isLeftOut,
  placeOfSubject,
  type Interval,
  type SetObligation,
} from './obligation-settings';
import { byPlace, doneInOrder, order, type Completion, type Done } from './times-done';
import { isEventSource, type ObligationSource, type RecordSource } from './obligation-sources';

/** Something that an obligation arises from. */
export interface Subject {
  /** null for the practice itself */
  readonly record: { readonly kind: SubjectKind; readonly key: string } | null;
  /** as people call it */
  readonly name: string;
  /** why the obligation arises: reads after "because" */
  readonly why: string;
  /** the day on which it was recorded: nothing is due before */
  readonly recordedOn: CalendarDate;
  /** the day from which the first interval counts, such as the date of a report; that of recording where there is none */
  readonly countsFrom?: CalendarDate | null;
  /** the day on which the first is due by its own words, such as the last day of a certificate */
  readonly firstDueOn?: CalendarDate | null;
  /** of what has to be there before use: the first day on which it was needed */
  readonly neededSince?: CalendarDate | null;
  /** of the same: what shows it, in words; null while nothing does */
  readonly shownBy?: string | null;
}

export type SubjectsBySource = Readonly<Partial<Record<RecordSource, readonly Subject[]>>>;

/** `due`: within the days that the catalog names; `upcoming`: later; `on_event`: it has no day until something happens. */
export const OCCURRENCE_STATES = ['overdue', 'due', 'upcoming', 'on_event', 'done'] as const;
export type OccurrenceState = (typeof OCCURRENCE_STATES)[number];

export interface Occurrence {
  /** obligation, subject and period: the same as long as it is the same time of the same thing */
  readonly id: string;
  readonly obligation: string;
  readonly subject: Subject['record'];
  readonly subjectName: string;
  readonly why: string;
  /** "first", the day of the completion before, a calendar year, or "once" */
  readonly period: string;
  /** null while it waits for an event */
  readonly dueOn: CalendarDate | null;
  readonly state: OccurrenceState;
  readonly doneOn: CalendarDate | null;
  /** key of the completion; null where it is not done, or shown by another record */
  readonly completion: string | null;
  /** what shows that it holds, where another record does; null elsewhere */
  readonly shownBy: string | null;
}

export interface ObligationFacts {
  readonly today: CalendarDate;
  readonly catalog: Pick<ObligationsCatalog, 'obligations' | 'dueWithinDays'>;
  readonly subjects: SubjectsBySource;
  readonly completions: readonly Completion[];
  /** what other records show to be done */
  readonly fulfilments: readonly Fulfilment[];
  readonly settings: readonly SetObligation[];
}

/** Every occurrence: open ones, and those that were done. In order of due date, those without one last; the order of the facts changes nothing. */
export function occurrencesOf(facts: ObligationFacts): Occurrence[] {
  const { catalog, subjects, completions, fulfilments, settings } = facts;
  // One of which a correction says that it does not count leaves its time open.
  const done = byPlace(completions.filter(stillCounts));
  const shown = byPlace(fulfilments);
  const found = catalog.obligations.flatMap((obligation) => {
    const set = settings.find((one) => one.obligation === obligation.id);
    if (isLeftOut(obligation, set)) return [];
    const interval = intervalOf(obligation, set);
    const about = subjectsOf(obligation, subjects);
    const waiting = obligation.arisesFrom.some(isEventSource) ? waitingFor(obligation, facts, done) : [];
    return [
      ...waiting,
      ...about.flatMap((subject) => {
        const place = placeOfSubject({ obligation: obligation.id, subject: subject.record });
        const times = doneInOrder(done.get(place) ?? [], shown.get(place) ?? []);
        return ofSubject({ obligation, subject, interval, set, done: times, facts });
      }),
    ];
  });
  return found.sort(soonestFirst);
}

/** What it arises from, once each: a tool that counts for two reasons is one subject, from the earlier of its days. */
function subjectsOf({ arisesFrom }: ObligationDefinition, subjects: SubjectsBySource): Subject[] {
  const found = new Map<string, Subject>();
  const isRecord = (source: ObligationSource): source is RecordSource => !isEventSource(source);
  for (const subject of arisesFrom.filter(isRecord).flatMap((source) => subjects[source] ?? [])) {
    const place = subject.record ? `${subject.record.kind} ${subject.record.key}` : '';
    const known = found.get(place);
    if (!known || subject.recordedOn < known.recordedOn) found.set(place, subject);
  }
  return [...found.values()];
}

interface About {
  readonly obligation: ObligationDefinition;
  readonly subject: Subject;
  readonly interval: Interval | null;
  /** what the practice decided about the interval last */
  readonly set?: SetObligation;
  /** of this obligation and subject, in order of the days on which they were done */
  readonly done: readonly Done[];
  readonly facts: ObligationFacts;
}

function ofSubject(about: About): Occurrence[] {
  const { obligation, interval } = about;
  if (interval) return recurring(about, interval);
  switch (obligation.cadence.kind) {
    case 'before_use':
      return [beforeUse(about)];
    case 'after_end':
      return [once(about)];
    case 'after_year_end':
      return yearly(about, obligation.cadence.days);
    // seen to each time, or waiting for something: no day of its own
    case 'months':
    case 'each_time':
    case 'event':
    case 'keep':
      return [occurrence(about, { period: 'once', dueOn: null })];
  }
}

/**
 * Each completion with the time that it was for, and the time that is open. What was done before it was on record was due by the one before, or by nothing that we know:
 * the day of recording says nothing of it. A time that was done is judged by the interval that held then (`monthsThen`).
 */
function recurring(about: About, { months }: Interval): Occurrence[] {
  const { subject, done } = about;
  const { recordedOn } = subject;
  const dueIn = (period: string, within = months): CalendarDate =>
    period === 'first'
      ? (subject.firstDueOn ?? addMonths(subject.countsFrom ?? recordedOn, within))
      : addMonths(period, within);
  const dueOfDone = ({ period, doneOn }: Done): CalendarDate | null => {
    const then = monthsThen(about, months, doneOn);
    if (then === null) return null;
    if (doneOn >= recordedOn) return latest(dueIn(period, then), recordedOn);
    return period === 'first' ? null : dueIn(period, then);
  };
  const open = done.at(-1)?.doneOn ?? 'first';
  return [
    ...done.map((one) => occurrence(about, { period: one.period, dueOn: dueOfDone(one), done: one })),
    occurrence(about, { period: open, dueOn: latest(dueIn(open), recordedOn) }),
  ];
}

/**
 * What was done before the practice last decided on the interval is not made late by that decision: the longer of the published interval and the one that was set then counts for it.
 * Once the practice went back to the published one, which other it had before is on record no more, and neither is by when it was due: null.
 */
function monthsThen({ obligation, set }: About, months: number, doneOn: CalendarDate): number | null {
  // An interval of the law stays, whatever was set.
  if (!set || doneOn >= set.decidedOn || obligation.cadenceFrom === 'law') return months;
  return set.decision === 'as_published' ? null : Math.max(months, monthsOf(obligation.cadence) ?? months);
}

/** What has to be there before use is shown by another record, and is due at once as long as it is not there. */
function beforeUse(about: About): Occurrence {
  const { neededSince, recordedOn, shownBy } = about.subject;
  return occurrence(about, {
    period: 'once',
    dueOn: latest(neededSince ?? recordedOn, recordedOn),
    shownBy: shownBy ?? null,
  });
}

function once(about: About): Occurrence {
  const { obligation, subject, done } = about;
  const { recordedOn } = subject;
  const ended = subject.countsFrom ?? recordedOn;
  const dueOn = subject.firstDueOn ?? addDays(ended, obligation.deadline?.days ?? 0);
  return occurrence(about, {
    period: 'once',
    dueOn: latest(dueOn, recordedOn),
    // What another record shows from before the end is of an earlier time.
    done: done.find(({ key, doneOn }) => key !== null || doneOn >= ended) ?? null,
  });
}

/** One for each calendar year since the practice was recorded, this year's among them: it is reported on once the year is over. */
function yearly(about: About, days: number): Occurrence[] {
  const { subject, done, facts } = about;
  const since = Math.min(
    yearOf(subject.recordedOn),
    ...done.map(({ period }) => Number(period)).filter((year) => year > 0),
  );
  const years = Array.from({ length: yearOf(facts.today) - since + 1 }, (_one, index) => since + index);
  return years
    .filter((year) => year >= yearOf(subject.recordedOn) || done.some(({ period }) => period === `${year}`))
    .map((year) =>
      occurrence(about, {
        period: `${year}`,
        dueOn: addDays(`${year}-12-31`, days),
        done: done.find(({ period }) => period === `${year}`) ?? null,
      }),
    );
}

/** One line that waits for it to happen, and one for each time that it did and was seen to. */
function waitingFor(
  obligation: ObligationDefinition,
  facts: ObligationFacts,
  done: ReadonlyMap<string, readonly Completion[]>,
): Occurrence[] {
  const practice = facts.subjects.practice?.[0];
  if (!practice) return [];
  const why = obligation.alsoWhen ?? practice.why;
  const about = { obligation, interval: null, done: [], facts };
  const seenTo = [...done.values()].flat().filter((one) => one.obligation === obligation.id);
  return [
    occurrence({ ...about, subject: { ...practice, why } }, { period: 'event', dueOn: null }),
    ...seenTo.map((completion) => {
      const record = completion.subject ?? null;
      const days = obligation.deadline?.days ?? null;
      const dueOn = completion.happenedOn && days !== null ? addDays(completion.happenedOn, days) : null;
      const subject = { ...practice, record, name: record?.key ?? practice.name, why };
      const seen = { ...completion, shownBy: null };
      return occurrence({ ...about, subject }, { period: completion.period, dueOn, done: seen });
    }),
  ];
}

function occurrence(
  { obligation, subject, facts }: About,
  told: {
    period: string;
    dueOn: CalendarDate | null;
    done?: Done | null;
    shownBy?: string | null;
  },
): Occurrence {
  const { period, dueOn, done = null } = told;
  const shownBy = told.shownBy ?? done?.shownBy ?? null;
  const { record } = subject;
  return {
    id: [obligation.id, ...(record ? [record.kind, record.key] : ['practice']), period].join(':'),
    obligation: obligation.id,
    subject: record,
    subjectName: subject.name,
    why: subject.why,
    period,
    dueOn,
    state: done || shownBy !== null ? 'done' : stateOn(dueOn, facts),
    doneOn: done?.doneOn ?? null,
    completion: done?.key ?? null,
    shownBy,
  };
}

/** On its last day it is due and not yet overdue. */
function stateOn(dueOn: CalendarDate | null, { today, catalog }: ObligationFacts): OccurrenceState {
  if (dueOn === null) return 'on_event';
  if (dueOn < today) return 'overdue';
  return dueOn <= addDays(today, catalog.dueWithinDays) ? 'due' : 'upcoming';
}

function latest(first: CalendarDate, second: CalendarDate): CalendarDate {
  return first > second ? first : second;
}

/** After every date there is. */
const NEVER = '9999-12-31';

function soonestFirst(first: Occurrence, second: Occurrence): number {
  return order(first.dueOn ?? NEVER, second.dueOn ?? NEVER) || order(first.id, second.id);
}
