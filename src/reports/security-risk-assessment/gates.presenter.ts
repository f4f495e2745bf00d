// The gates of one service: those whose floor holds in full, those that are clear in a line each, the rest by title.
import type { GateResult } from '../../assessments/scoring/service-result';
import { confidenceWord } from './fact-words';
import { levelWord } from './level-words';
import { capitalized, numberWord } from './number-words';

export interface HoldingGate {
  title: string;
  rule: string;
  confidence: string;
  isFired: boolean;
  /** "Fired: floor High" */
  state: string;
  because: string;
  remedy: string | null;
}

export interface GatesView {
  /** fired first, then open: what decides is not known, and the floor holds too */
  holding: HoldingGate[];
  cleared: { title: string; rule: string; confidence: string }[];
  /** one sentence; null when every gate applies */
  notApplicable: string | null;
}

/** A gate that is clear or does not apply, and why. */
export interface RestingGate {
  title: string;
  state: string;
  because: string;
}

export function gatesView(gates: readonly GateResult[]): GatesView {
  const inState = (state: GateResult['state']) => gates.filter((gate) => gate.state === state);
  return {
    holding: [...inState('fired'), ...inState('open')].map(holdingGate),
    cleared: inState('cleared').map((gate) => ({
      title: gate.title,
      rule: ruleOf(gate),
      confidence: confidenceWord(gate.confidence).toLowerCase(),
    })),
    notApplicable: notApplicableWords(inState('not_applicable')),
  };
}

export function gatesThatRest(gates: readonly GateResult[]): RestingGate[] {
  return (['cleared', 'not_applicable'] as const).flatMap((state) =>
    gates
      .filter((gate) => gate.state === state)
      .map(({ title, because }) => ({
        title,
        because,
        state: state === 'cleared' ? 'Clear' : 'Does not apply',
      })),
  );
}

/** Titles for people; an id that has no gate stands for itself. */
export function gateTitles(ids: readonly string[], gates: readonly GateResult[]): string[] {
  return ids.map((id) => gates.find((gate) => gate.id === id)?.title ?? id);
}

/** What a reason says of a gate whose floor holds is told in full beside it: its title is enough. */
export function reasonsBesideGates(reasons: readonly string[], gates: readonly GateResult[]): string[] {
  const told = new Map(
    gates
      .filter(({ state }) => state === 'fired' || state === 'open')
      .map(({ title, because, state }) => [`${title}: ${because}`, `${title} (${state} gate, below).`]),
  );
  return reasons.map((reason) => told.get(reason) ?? reason);
}

function holdingGate(gate: GateResult): HoldingGate {
  return {
    title: gate.title,
    rule: ruleOf(gate),
    confidence: `How sure: ${confidenceWord(gate.confidence).toLowerCase()}`,
    isFired: gate.fired,
    state: `${gate.fired ? 'Fired' : 'Open'}: floor ${levelWord(gate.floor).toLowerCase()}`,
    because: gate.because,
    remedy: gate.remedy,
  };
}

/** A house rule never reads as law, and a gate of state law that no state of the practice calls for says so. */
function ruleOf({ kind, citation, state }: GateResult): string {
  if (kind === 'house') return `House rule: good practice, not law${citation ? ` (after ${citation})` : ''}`;
  if (citation) return `Law: ${citation}`;
  return state === 'cleared' || state === 'not_applicable'
    ? 'Law of the state: none applies here'
    : 'Law of the state: no citation on record';
}

function notApplicableWords(gates: readonly GateResult[]): string | null {
  if (gates.length === 0) return null;
  const count = `${capitalized(numberWord(gates.length))} ${gates.length === 1 ? 'gate does' : 'gates do'} not apply`;
  return `${count}: ${gates.map(({ title }) => title).join('; ')}.`;
}
