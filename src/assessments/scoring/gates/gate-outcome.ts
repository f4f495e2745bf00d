// What a gate rule finds. `open`: what decides is not known, so the floor holds and the answer is a task.
import type { CalendarDate } from '../../../common/calendar-date';

export const GATE_STATES = ['fired', 'open', 'cleared', 'not_applicable'] as const;
export type GateState = (typeof GATE_STATES)[number];

export interface GateOutcome {
  state: GateState;
  because: string;
  /** the law entry that the facts led to, where the gate itself names none */
  citation?: string;
  /** the recorded date from which the gate is cleared: start of a safeguard or end of an exposure */
  countsFrom?: CalendarDate | null;
  /** for an open gate whose missing fact belongs to no control */
  missing?: { what: string; task: string };
}

export function notApplicable(because: string): GateOutcome {
  return { state: 'not_applicable', because };
}
