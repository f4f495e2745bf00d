// How much of what has to be known is known: the facts behind the controls that apply, each once, by weight.
import type { GateFinding } from './gates';
import type { Reading } from './readings';
import type { FactDefinition, ScoringModel } from './scoring-model';
import type { ServiceResult, UnknownFact } from './service-result';

export interface Knowledge {
  confidence: ServiceResult['confidence'];
  unknowns: UnknownFact[];
}

/** `asked` are the places, in model.facts, of the facts that bear on this service. */
export function knowledgeOf(
  model: ScoringModel,
  asked: readonly number[],
  readings: readonly Reading[],
  gates: readonly GateFinding[],
): Knowledge {
  const unknowns: UnknownFact[] = [];
  let knownWeight = 0;
  let totalWeight = 0;
  for (const index of asked) {
    const { id, what, task, weight } = model.facts[index] as FactDefinition;
    totalWeight += weight;
    if (readings[index]?.known) knownWeight += weight;
    else unknowns.push({ id, what, task, weight });
  }
  for (const { gate, outcome } of gates) {
    if (outcome.missing) unknowns.push({ id: gate.id, ...outcome.missing, weight: 0 });
  }
  unknowns.sort(
    (first, second) =>
      second.weight - first.weight || (first.id < second.id ? -1 : first.id > second.id ? 1 : 0),
  );
  const percent = totalWeight === 0 ? 100 : Math.floor((100 * knownWeight) / totalWeight);
  const thresholdPercent = model.confidenceThresholdPercent;
  return { confidence: { percent, knownWeight, totalWeight, thresholdPercent }, unknowns };
}
