// What is not known, heaviest first, with the task that makes it known.
import type { UnknownFact } from '../../assessments/scoring/service-result';
import { heaviestFirst } from './first-steps';
import { capitalized } from './number-words';

export interface UnknownRow {
  what: string;
  task: string;
  weight: number;
}

export function unknownRows(unknowns: readonly UnknownFact[]): UnknownRow[] {
  return heaviestFirst(unknowns).map(({ what, task, weight }) => ({ what: capitalized(what), task, weight }));
}
