// The occurrences that somebody asks for, and each as it is answered with. Pure.
import type { CalendarDate } from '../common/calendar-date';
import type { OccurrenceResponse } from './occurrence.dto';
import type { ObligationsOfPractice } from './obligations.service';
import type { ObligationOwner } from './records/obligation-ids';
import type { ObligationDefinition } from './rules/obligation-catalog';
import { intervalOf } from './rules/obligation-settings';
import {
  deadlineWords,
  intervalOrigin,
  intervalWords,
  isChecked,
  statusWords,
} from './rules/obligation-words';
import type { Occurrence, OccurrenceState } from './rules/occurrences';

export interface AskedOccurrences {
  state?: OccurrenceState | null;
  owner?: ObligationOwner | null;
  obligation?: string | null;
  /** both ends included */
  from?: CalendarDate | null;
  to?: CalendarDate | null;
}

/** In their order. With a first or last day, what has no day is left out. */
export function askedOf(
  { occurrences, definitions }: Pick<ObligationsOfPractice, 'occurrences' | 'definitions'>,
  { state, owner, obligation, from, to }: AskedOccurrences,
): Occurrence[] {
  return occurrences.filter(
    (one) =>
      (!state || one.state === state) &&
      (!owner || definitions.get(one.obligation)?.usualOwner === owner) &&
      (!obligation || one.obligation === obligation) &&
      (!from || (one.dueOn !== null && one.dueOn >= from)) &&
      (!to || (one.dueOn !== null && one.dueOn <= to)),
  );
}

export function toldOccurrence(
  occurrence: Occurrence,
  { definitions, settings, facts }: Pick<ObligationsOfPractice, 'definitions' | 'settings' | 'facts'>,
): OccurrenceResponse {
  const definition = definitions.get(occurrence.obligation) as ObligationDefinition;
  const interval = intervalOf(definition, settings.get(definition.id));
  const { title, whatToDo, usualOwner, legalStatus, citation, otherLaw, proof } = definition;
  return {
    ...occurrence,
    ...{ title, whatToDo, owner: usualOwner, legalStatus, citation, otherLaw, proof },
    legalStatusWords: statusWords(definition, facts.practice.coveredEntity),
    interval: intervalWords(definition, interval),
    intervalFrom: intervalOrigin(definition, interval),
    deadline: deadlineWords(definition) || null,
    isChecked: isChecked(definition),
  };
}
