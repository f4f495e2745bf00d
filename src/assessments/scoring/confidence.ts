// How much of what has to be known is known: the facts behind the controls that apply, each once, by weight.
import type { CompiledModel } from './compiled-model';
import type { FactFigures } from './fact-figures';
import type { GateFinding } from './gates';
import { isReadInAgreement } from './readings';
import type { FactDefinition } from './scoring-model';
import type { ServiceResult, UnknownFact } from './service-result';

export interface Knowledge {
  confidence: ServiceResult['confidence'];
  /** heaviest first, then by id */
  unknowns: UnknownFact[];
}

export function knowledgeOf(
  { model, heaviestFirst, factOfNeed }: CompiledModel,
  { readings }: FactFigures,
  gates: readonly GateFinding[],
): Knowledge {
  // nothing can be read in an agreement that nobody knows of: that is one task, and not one for each clause
  const agreement = readings[factOfNeed.get('agreement') ?? -1];
  const nothingToRead = agreement !== undefined && !agreement.known;
  const unknowns: UnknownFact[] = [];
  let knownWeight = 0;
  let totalWeight = 0;
  let knownFacts = 0;
  for (const index of heaviestFirst) {
    const reading = readings[index];
    if (!reading) continue;
    const fact = model.facts[index] as FactDefinition;
    const { id, what, task, weight } = fact;
    totalWeight += weight;
    if (reading.known) {
      knownWeight += weight;
      knownFacts += 1;
    } else if (!nothingToRead || !isReadInAgreement(fact)) unknowns.push({ id, what, task, weight });
  }
  return {
    confidence: {
      percent: percentKnown(knownWeight, totalWeight),
      knownWeight,
      totalWeight,
      thresholdPercent: model.confidenceThresholdPercent,
      knownFacts,
    },
    unknowns: [...unknowns, ...missingForGates(gates)],
  };
}

export function percentKnown(knownWeight: number, totalWeight: number): number {
  return totalWeight === 0 ? 100 : Math.floor((100 * knownWeight) / totalWeight);
}

/** What keeps a gate open and belongs to no control. It has no weight, so it stands after all facts. */
function missingForGates(gates: readonly GateFinding[]): UnknownFact[] {
  const missing: UnknownFact[] = [];
  for (const { gate, outcome } of gates) {
    if (outcome.missing) missing.push({ id: gate.id, ...outcome.missing, weight: 0 });
  }
  return missing.length < 2 ? missing : missing.sort((first, second) => (first.id < second.id ? -1 : 1));
}
