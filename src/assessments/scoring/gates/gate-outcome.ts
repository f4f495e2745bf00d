// What a gate rule finds. `open`: what decides is not known, so the floor holds and the answer is a task.
import type { CalendarDate } from '../../../common/calendar-date';
import type { Confidence } from '../model-words';

export const GATE_STATES = ['fired', 'open', 'cleared', 'not_applicable'] as const;
export type GateState = (typeof GATE_STATES)[number];

/** How far law is known: as sure as the least sure entry, and which of the citations nobody has read in their text. */
export interface LawKnown {
  readonly confidence: Confidence;
  readonly notChecked: readonly string[];
}

export interface GateOutcome {
  state: GateState;
  because: string;
  /** the law entry that the facts led to, where the gate itself names none */
  citation?: string;
  /** the recorded date from which the gate is cleared: start of a safeguard or end of an exposure */
  countsFrom?: CalendarDate | null;
  /** how far the law of the states that it rests on is known; absent where the gate names its own law, or rests on none */
  known?: LawKnown;
  /** for an open gate whose missing fact belongs to no control */
  missing?: { what: string; task: string };
}

export function notApplicable(because: string): GateOutcome {
  return { state: 'not_applicable', because };
}
