// The list of obligations as a page shows it: what is overdue first, then what is due now, then month by month, then what waits for something to happen. Pure.
import { monthOf, yearOf, type CalendarDate } from '../../common/calendar-date';
import type { ObligationsOfPractice } from '../obligations.service';
import type { ObligationDefinition } from '../rules/obligation-catalog';
import { OWNER_WORDS, STATE_WORDS, statusWords } from '../rules/obligation-words';
import type { Occurrence, OccurrenceState } from '../rules/occurrences';
import { pageOf } from './obligation-addresses';

export interface OccurrenceRow {
  href: string;
  title: string;
  about: string;
  dueOn: CalendarDate | null;
  doneOn: CalendarDate | null;
  state: OccurrenceState;
  stateWords: string;
  owner: string;
  /** "Law" or "Good practice": the page of one says it in full */
  binding: string;
}

export interface OccurrenceGroup {
  id: string;
  title: string;
  rows: OccurrenceRow[];
}

export const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
] as const;

/** "November 2026" */
export function monthWords(date: CalendarDate): string {
  return `${MONTHS[monthOf(date) - 1]} ${yearOf(date)}`;
}

/** @param occurrences in order of due date */
export function groupsOf(
  at: string,
  occurrences: readonly Occurrence[],
  { definitions, facts }: Pick<ObligationsOfPractice, 'definitions' | 'facts'>,
): OccurrenceGroup[] {
  const groups = new Map<string, OccurrenceGroup>();
  const sorted = [...occurrences].sort((first, second) => rankOf(first) - rankOf(second));
  for (const occurrence of sorted) {
    const { id, title } = groupOf(occurrence);
    const group = groups.get(id) ?? { id, title, rows: [] };
    group.rows.push(rowOf(at, occurrence, definitions, facts.practice.coveredEntity));
    groups.set(id, group);
  }
  return [...groups.values()];
}

const RANKS: Readonly<Record<OccurrenceState, number>> = {
  overdue: 0,
  due: 1,
  upcoming: 2,
  on_event: 3,
  done: 4,
};

function rankOf({ state }: Occurrence): number {
  return RANKS[state];
}

function groupOf({ state, dueOn }: Occurrence): { id: string; title: string } {
  if (state !== 'upcoming' || dueOn === null)
    return { id: state.replace('_', '-'), title: STATE_WORDS[state] };
  return { id: `month-${dueOn.slice(0, 7)}`, title: monthWords(dueOn) };
}

export function rowOf(
  at: string,
  occurrence: Occurrence,
  definitions: ReadonlyMap<string, ObligationDefinition>,
  coveredEntity: 'yes' | 'no' | 'unsure',
): OccurrenceRow {
  const definition = definitions.get(occurrence.obligation) as ObligationDefinition;
  const { dueOn, doneOn, state, subject, subjectName } = occurrence;
  return {
    href: pageOf(at, occurrence),
    title: definition.title,
    about: subject ? subjectName : '',
    ...{ dueOn, doneOn, state },
    stateWords: STATE_WORDS[state],
    owner: OWNER_WORDS[definition.usualOwner],
    binding: bindingOf(definition, coveredEntity),
  };
}

/** Rules of HIPAA are good practice for who is no covered entity; the page of one says it in full. */
export function bindingOf(definition: ObligationDefinition, coveredEntity: 'yes' | 'no' | 'unsure'): string {
  return statusWords(definition, coveredEntity).startsWith('Law:') ? 'Law' : 'Good practice';
}
