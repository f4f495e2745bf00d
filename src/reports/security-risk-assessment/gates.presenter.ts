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
      confidence: howSure(gate),
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
    confidence: `How sure: ${howSure(gate)}`,
    isFired: gate.fired,
    state: `${gate.fired ? 'Fired' : 'Open'}: floor ${levelWord(gate.floor).toLowerCase()}`,
    because: gate.because,
    remedy: gate.remedy,
  };
}

/**
 * How sure the entry is that a gate rests on, and how far its law was read: what nobody read in its text never reads as sure. A document of before that was
 * told says the one alone.
 */
export function howSure({
  confidence,
  notChecked,
  citation,
}: Pick<GateResult, 'confidence' | 'notChecked' | 'citation'>): string {
  const word = confidenceWord(confidence).toLowerCase();
  if (!notChecked || citation === null) return word;
  if (notChecked.length === 0) return `${word}, read in its text`;
  const all = withoutTitles(notChecked.join('; ')) === withoutTitles(citation);
  return all
    ? 'not checked: nobody has read it in its text'
    : `${word} as far as it was read; not checked in its text: ${notChecked.join('; ')}`;
}

/** "45 CFR 164.508(a)(2); 164.501" and the same with each title named alike. */
function withoutTitles(citations: string): string {
  return citations.replace(/\b\d+ CFR /g, '');
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
