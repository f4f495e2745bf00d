// What there is to do about one service: which steps better something, and which threats and gates each bears on. Made once a service,
// so that trying a set of steps looks up a few numbers.
import type { Level } from '../../../common/level';
import { isAgreementUnknown } from '../agreement-unknown';
import type { CompiledFact, CompiledModel, CompiledSide } from '../compiled-model';
import type { Figures } from '../evaluate';
import type { RatedThreat } from '../rate-threat';
import { isReadInAgreement } from '../readings';
import { liftsOf, type Lift } from './lifts';

export interface BoardStep {
  readonly id: string;
  readonly title: string;
  readonly effort: number;
  /** ids of what it betters as things stand, sorted */
  readonly settles: readonly string[];
}

/** A gate whose floor holds. */
export interface BoardGate {
  readonly title: string;
  readonly floor: Level;
  readonly state: 'fired' | 'open';
  readonly kind: 'law' | 'house';
  /** the step that clears it; null when none does */
  readonly step: number | null;
}

export interface BoardThreat {
  readonly rated: RatedThreat;
  readonly sides: readonly CompiledSide[];
  readonly factIndexes: readonly number[];
  /** false: only a gate holds it, and it goes when the gate is cleared */
  readonly appliesByItself: boolean;
  /** those that hold it */
  readonly gates: readonly BoardGate[];
  /** every step that bears on it */
  readonly steps: readonly number[];
  /** a bit for each of them, by place in the board's steps; 0 for a step that does not bear on it */
  readonly bits: readonly number[];
  /** ranks found so far, by the bits of the steps that are done: only those that bear on it make a difference */
  readonly ranks: Map<number, number>;
}

/** Steps are meant by their places in `steps`. */
export interface Board {
  readonly figures: Figures;
  readonly compiled: CompiledModel;
  /** the steps that better something or that another needs to do so, sorted by id */
  readonly steps: readonly BoardStep[];
  /** by place in model.facts; null where no step betters the fact */
  readonly lifts: readonly (Lift | null)[];
  readonly gates: readonly BoardGate[];
  readonly threats: readonly BoardThreat[];
  /** the facts that are asked, as things stand */
  readonly asked: Asked;
}

export interface Asked {
  readonly totalWeight: number;
  readonly knownWeight: number;
  readonly unknown: readonly WeightedFact[];
  /** for each step the most weight that it can help to make known */
  readonly mostMadeKnown: readonly number[];
}

export interface WeightedFact {
  /** place in model.facts */
  readonly index: number;
  readonly weight: number;
  /** the steps that make it known: those that better it, or the signing of the agreement in which it is then read; null when none do */
  readonly knownBy: readonly number[] | null;
}

export function boardOf(figures: Figures, compiled: CompiledModel): Board {
  const lifts = liftsOf(figures, compiled);
  const useful = usefulSteps(figures, compiled, lifts);
  const placeOf = new Map(useful.map((step, place) => [step, place]));
  const placed = lifts.map(
    (lift) => lift && { ...lift, steps: lift.steps.map((step) => placeOf.get(step) as number) },
  );
  const holding = figures.gates.flatMap(({ holdsFloor }, index) => (holdsFloor ? [index] : []));
  const gates = holding.map((index) => gateAt(index, figures, compiled, placeOf));
  return {
    figures,
    compiled,
    asked: askedOf(figures, compiled, placed, useful.length),
    steps: useful.map((step) => stepAt(step, figures, compiled, lifts)),
    lifts: placed,
    gates,
    threats: figures.threats.map((rated) => threatOf(rated, figures, placed, gates, holding, useful.length)),
  };
}

/** An agreement that is signed is read as well, so what nobody could read before is known then, whatever it says. */
function askedOf(
  { facts, view }: Figures,
  compiled: CompiledModel,
  lifts: readonly (Lift | null)[],
  stepCount: number,
): Asked {
  const signing = isAgreementUnknown(view) ? lifts[compiled.factOfNeed.get('agreement') ?? -1] : null;
  let totalWeight = 0;
  let knownWeight = 0;
  const unknown: WeightedFact[] = [];
  const mostMadeKnown = new Array<number>(stepCount).fill(0);
  facts.readings.forEach((reading, index) => {
    if (!reading) return;
    const { definition } = compiled.facts[index] as CompiledFact;
    const { weight } = definition;
    totalWeight += weight;
    if (reading.known) knownWeight += weight;
    else {
      const knownBy = (signing && isReadInAgreement(definition) ? signing : lifts[index])?.steps ?? null;
      unknown.push({ index, weight, knownBy });
      for (const step of knownBy ?? []) mostMadeKnown[step] = (mostMadeKnown[step] ?? 0) + weight;
    }
  });
  return { totalWeight, knownWeight, unknown, mostMadeKnown };
}

/** Places in the compiled model's steps. */
function usefulSteps(
  { gates }: Figures,
  { steps }: CompiledModel,
  lifts: readonly (Lift | null)[],
): number[] {
  const needed = new Set(lifts.flatMap((lift) => lift?.steps ?? []));
  return steps.flatMap(({ gateIndexes }, step) =>
    needed.has(step) || gateIndexes.some((index) => gates[index]?.holdsFloor) ? [step] : [],
  );
}

function stepAt(
  step: number,
  { gates }: Figures,
  { steps, facts, gates: compiledGates }: CompiledModel,
  lifts: readonly (Lift | null)[],
): BoardStep {
  const { definition, factIndexes, gateIndexes } = steps[step] as CompiledModel['steps'][number];
  const { id, title, effort } = definition;
  const bettered = factIndexes.filter((index) => lifts[index]).map((index) => facts[index]?.definition.id);
  const cleared = gateIndexes
    .filter((index) => gates[index]?.holdsFloor)
    .map((index) => compiledGates[index]?.definition.id);
  return { id, title, effort, settles: [...bettered, ...cleared].filter((one) => one !== undefined).sort() };
}

function gateAt(
  index: number,
  { gates }: Figures,
  { steps }: CompiledModel,
  placeOf: ReadonlyMap<number, number>,
): BoardGate {
  const { gate, kind, outcome } = gates[index] as Figures['gates'][number];
  const step = steps.findIndex(({ gateIndexes }) => gateIndexes.includes(index));
  return {
    title: gate.title,
    floor: gate.floor,
    state: outcome.state === 'open' ? 'open' : 'fired',
    kind,
    step: placeOf.get(step) ?? null,
  };
}

/** @param holding places in model.gates of the gates that hold, in the order of `gates` */
function threatOf(
  rated: RatedThreat,
  { view, gates: findings }: Figures,
  lifts: readonly (Lift | null)[],
  gates: readonly BoardGate[],
  holding: readonly number[],
  stepCount: number,
): BoardThreat {
  const { definition } = rated.threat;
  const { sides, factIndexes } = rated.asked;
  const holdingIt = gates.filter((_gate, place) =>
    findings[holding[place] ?? -1]?.gate.threats.includes(definition.id),
  );
  const steps = new Set(factIndexes.flatMap((index) => lifts[index]?.steps ?? []));
  for (const { step } of holdingIt) if (step !== null) steps.add(step);
  return {
    rated,
    sides,
    factIndexes,
    appliesByItself: rated.threat.applies(view.held),
    gates: holdingIt,
    steps: [...steps],
    bits: bitsFor([...steps], stepCount),
    ranks: new Map(),
  };
}

function bitsFor(steps: readonly number[], stepCount: number): number[] {
  const bits = new Array<number>(stepCount).fill(0);
  steps.forEach((step, place) => (bits[step] = 2 ** place));
  return bits;
}
