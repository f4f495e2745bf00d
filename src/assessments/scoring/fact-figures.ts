// The facts of a service in figures: what each was read as, and what a control built on it earns for each unit of its weight.
import type { CompiledModel } from './compiled-model';
import type { Reading } from './readings';
import type { ScoringModel } from './scoring-model';
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
  asked: readonly boolean[],
): FactFigures {
  const readings: (Reading | undefined)[] = [];
  const perWeight: number[] = [];
  for (let index = 0; index < facts.length; index += 1) {
    const reading = asked[index] ? facts[index]?.read(view) : undefined;
    readings.push(reading);
    perWeight.push(reading ? pointsPerWeight(reading, model) : 0);
  }
  return { readings, perWeight };
}

export function pointsPerWeight({ met, basis, freshness }: Reading, { points }: ScoringModel): number {
  return basis === null ? 0 : points.met[met] * points.assurance[basis] * points.freshness[freshness];
}
