// Small catalogs, subjects and completions of obligations for tests of the rules.
import type { CalendarDate } from '../../src/common/calendar-date';
import type { ObligationDefinition } from '../../src/obligations/rules/obligation-catalog';
import {
  occurrencesOf,
  type ObligationFacts,
  type Occurrence,
  type Subject,
} from '../../src/obligations/rules/occurrences';
import type { Completion } from '../../src/obligations/rules/times-done';

export const TODAY = '2026-11-22';

/** Every month, our suggestion, of the practice. */
export function anObligation(changes: Partial<ObligationDefinition> = {}): ObligationDefinition {
  return {
    id: 'OB-03',
    title: 'Look through logs',
    whatToDo: 'Look.',
    legalStatus: 'law_duty_interval_free',
    cadence: { kind: 'months', months: 1 },
    cadenceFrom: 'house',
    alsoWhen: 'an alert',
    deadline: null,
    citation: '45 CFR 164.308(a)(1)(ii)(D)',
    otherLaw: null,
    usualOwner: 'security_official',
    proof: 'A note',
    basis: 'knowledge',
    sourceIds: ['OB-03'],
    note: null,
    arisesFrom: ['practice'],
    ...changes,
  };
}

export function thePractice(recordedOn: CalendarDate = '2026-01-31'): Subject {
  return { record: null, name: 'Harbor Light', why: 'the practice keeps client data', recordedOn };
}

export function aTool(key: string, changes: Partial<Subject> = {}): Subject {
  return {
    record: { kind: 'service', key },
    name: key,
    why: `${key} uses AI`,
    recordedOn: '2026-02-10',
    ...changes,
  };
}

export function done(doneOn: CalendarDate, changes: Partial<Completion> = {}): Completion {
  return { key: `done-${doneOn}`, obligation: 'OB-03', period: 'first', doneOn, ...changes };
}

export function facts(
  obligations: readonly ObligationDefinition[],
  changes: Partial<Omit<ObligationFacts, 'catalog'>> = {},
): ObligationFacts {
  return {
    today: TODAY,
    catalog: { dueWithinDays: 14, obligations },
    subjects: { practice: [thePractice()] },
    completions: [],
    fulfilments: [],
    settings: [],
    ...changes,
  };
}

/** Period, due date and state of each: what most tests look at. */
export function told(given: ObligationFacts): [string, string | null, string][] {
  return occurrencesOf(given).map(({ period, dueOn, state }) => [period, dueOn, state]);
}

export const openOf = (given: ObligationFacts): Occurrence[] =>
  occurrencesOf(given).filter(({ state }) => state !== 'done');
