// One gate of a scored service, by its id.
import type { ServiceFacts } from '../../src/assessments/scoring/service-facts';
import type { GateResult } from '../../src/assessments/scoring/service-result';
import { scored } from './scored';

export function gate(facts: ServiceFacts, id: string): GateResult {
  const found = scored(facts).gates.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no gate ${id}`);
  return found;
}

export const stateOf = (facts: ServiceFacts, id: string) => gate(facts, id).state;
