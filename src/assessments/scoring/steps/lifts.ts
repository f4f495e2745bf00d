// What each fact of a service would become at best, and by which steps.
import { CHECKLIST_ITEMS, type ChecklistItem } from '../../../checklists/checklist.fields';
import type { CompiledModel } from '../compiled-model';
import { settledValue } from '../counted-answer';
import type { Figures } from '../evaluate';
import type { Need } from '../readings/need';
import { reachableFor } from '../readings/reachable';
import type { FactDefinition } from '../scoring-model';
import type { ServiceView } from '../service-view';

export interface Lift {
  /** places in the compiled model's steps: the fact's own step, and those without which it earns nothing */
  readonly steps: readonly number[];
  /** met x assurance x freshness once all of them are done */
  readonly perWeight: number;
  readonly isStated: boolean;
}

/** By place in model.facts; null where nothing that is done betters the fact. */
export function liftsOf({ view, facts }: Figures, compiled: CompiledModel): (Lift | null)[] {
  const { points } = compiled.model;
  const stepOfFact = stepsByFact(compiled);
  return compiled.facts.map(({ definition }, index) => {
    const now = facts.readings[index];
    // what nothing calls for cannot be asked, so nothing that is done betters it
    const reached = now && now.isCalledFor !== false ? reachableFor(view, definition) : null;
    if (!reached) return null;
    const perWeight = points.met[reached.met] * points.assurance[reached.basis] * points.freshness.current;
    if (perWeight <= (facts.perWeight[index] ?? 0)) return null;
    const steps = stepsTo(index, view, compiled, stepOfFact);
    return steps && { steps: [...steps], perWeight, isStated: reached.basis === 'stated' };
  });
}

/** The step that settles a fact with those that settle what it needs; null when some of it is settled by none. */
function stepsTo(
  index: number,
  view: ServiceView,
  compiled: CompiledModel,
  stepOfFact: readonly (number | undefined)[],
): Set<number> | null {
  const step = stepOfFact[index];
  const reached = reachableFor(view, compiled.facts[index]?.definition as FactDefinition);
  if (step === undefined || !reached) return null;
  const steps = new Set([step]);
  for (const need of reached.needs) {
    if (isMet(need, view)) continue;
    const fact = compiled.factOfNeed.get(need);
    const others = fact === undefined ? null : stepsTo(fact, view, compiled, stepOfFact);
    if (!others) return null;
    for (const other of others) steps.add(other);
  }
  return steps;
}

function isMet(need: Need, view: ServiceView): boolean {
  if (need === 'agreement') return view.agreementsInForce.length > 0 && view.uncoveredFlows.length === 0;
  if (!isItem(need)) return false; // a clause or a term is only named where it stands in the way
  const value = settledValue(view.counted.get(need));
  return value === 'yes' || value === 'partly';
}

function isItem(need: Need): need is ChecklistItem {
  return (CHECKLIST_ITEMS as readonly string[]).includes(need);
}

function stepsByFact({ facts, steps }: CompiledModel): (number | undefined)[] {
  const found = facts.map((): number | undefined => undefined);
  steps.forEach(({ factIndexes }, step) => {
    for (const index of factIndexes) found[index] = step;
  });
  return found;
}
