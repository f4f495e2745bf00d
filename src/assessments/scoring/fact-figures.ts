// The facts of a service in figures: what each was read as, and what a control built on it earns for each unit of its weight.
import type { CompiledFact, CompiledModel } from './compiled-model';
import { pointsPerWeight, type Reading } from './readings/reading';
import type { ServiceView } from './service-view';

/** By place in model.facts; a place that is not asked is empty. */
export interface FactFigures {
  readonly readings: readonly (Reading | undefined)[];
  /** met x assurance x freshness */
  readonly perWeight: readonly number[];
}

export function readAsked(
  view: ServiceView,
  { model, facts }: CompiledModel,
  asked: Uint8Array,
): FactFigures {
  const readings = new Array<Reading | undefined>(facts.length).fill(undefined);
  const perWeight = new Array<number>(facts.length).fill(0);
  for (let index = 0; index < facts.length; index += 1) {
    if (asked[index] !== 1) continue;
    const reading = (facts[index] as CompiledFact).read(view);
    readings[index] = reading;
    perWeight[index] = pointsPerWeight(reading, model);
  }
  return { readings, perWeight };
}
