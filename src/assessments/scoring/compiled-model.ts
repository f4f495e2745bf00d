// The model made ready once: facts by place, the controls of each threat with their most points, bands in points, who reads what.
// Kept per model object, so that scoring a thousand services looks nothing up twice.
import { testOf, type Held, type Test } from './condition';
import { bitsOf } from './dated-records';
import { recordsReadByGate } from './gates';
import { readerFor, recordsReadBy, type Reader } from './readings';
import type { Need } from './readings/need';
import type {
  ActsOn,
  ControlDefinition,
  FactDefinition,
  GateDefinition,
  ScoringModel,
  StepDefinition,
  ThreatDefinition,
  ThreatScope,
} from './scoring-model';

export interface CompiledFact {
  readonly definition: FactDefinition;
  /** the kinds of records whose dates can change its reading, as bits */
  readonly reads: number;
  readonly read: Reader;
}

export interface CompiledControl {
  readonly definition: ControlDefinition;
  /** place of the fact in model.facts */
  readonly factIndex: number;
  readonly maxPoints: number;
}

export interface Band {
  readonly fromPoints: number;
  readonly levels: number;
}

/** The controls of a threat that act on one likelihood, and the bands of their points. */
export interface CompiledSide {
  readonly actsOn: ActsOn;
  readonly controls: readonly CompiledControl[];
  readonly maxPoints: number;
  /** lowest band first */
  readonly bands: readonly Band[];
}

/** What is asked of one service: a side for each likelihood that some control acts on, and the facts behind them. */
export interface AskedControls {
  readonly sides: readonly CompiledSide[];
  /** those of all sides, side by side */
  readonly controls: readonly CompiledControl[];
  /** places in model.facts, each once */
  readonly factIndexes: readonly number[];
}

export interface CompiledThreat {
  readonly definition: ThreatDefinition;
  /** does its situation hold? */
  readonly applies: Test;
  /** by a row of what could hold: controls that no flow could bring drop out of the points and of the most points */
  readonly askedWhere: (couldHold: Held) => AskedControls;
}

export interface CompiledGate {
  readonly definition: GateDefinition;
  /** the kinds of records whose dates can change its outcome, as bits */
  readonly reads: number;
  /** places in `threats` of the threats that it names */
  readonly threatIndexes: readonly number[];
}

export interface CompiledStep {
  readonly definition: StepDefinition;
  /** places in model.facts */
  readonly factIndexes: readonly number[];
  /** places in model.gates */
  readonly gateIndexes: readonly number[];
}

export interface CompiledModel {
  readonly model: ScoringModel;
  readonly facts: readonly CompiledFact[];
  /** facts that are asked of every service: what flows */
  readonly alwaysAsked: readonly number[];
  /** places in model.facts, heaviest first, then by id: the order in which tasks are told */
  readonly heaviestFirst: readonly number[];
  /** threats of services, in the model's order */
  readonly threats: readonly CompiledThreat[];
  /** threats of the practice's own register, in the model's order */
  readonly practiceThreats: readonly CompiledThreat[];
  readonly gates: readonly CompiledGate[];
  /** sorted by id */
  readonly steps: readonly CompiledStep[];
  /** place in model.facts of the fact that says whether a need is met */
  readonly factOfNeed: ReadonlyMap<Need, number>;
}

const compiled = new WeakMap<ScoringModel, CompiledModel>();

export function compile(model: ScoringModel): CompiledModel {
  const known = compiled.get(model);
  if (known) return known;
  const made = compiledFrom(model);
  compiled.set(model, made);
  return made;
}

function compiledFrom(model: ScoringModel): CompiledModel {
  const ofServices = model.threats.filter(({ scope }) => scope === 'service');
  const places = model.facts.map((_fact, index) => index);
  return {
    model,
    facts: model.facts.map((definition) => ({
      definition,
      reads: bitsOf(recordsReadBy(definition)),
      read: readerFor(definition, model),
    })),
    alwaysAsked: places.filter((index) => model.facts[index]?.reader === 'data_flows'),
    heaviestFirst: places.sort((first, second) => byWeight(model.facts[first], model.facts[second])),
    threats: compiledThreats(model, 'service'),
    practiceThreats: compiledThreats(model, 'practice'),
    gates: model.gates.map((definition) => ({
      definition,
      reads: bitsOf(recordsReadByGate(definition)),
      threatIndexes: definition.threats.map((id) => ofServices.findIndex((threat) => threat.id === id)),
    })),
    steps: [...model.steps]
      .sort((first, second) => (first.id < second.id ? -1 : 1))
      .map((definition) => ({
        definition,
        factIndexes: placesOf(definition.facts, model.facts),
        gateIndexes: placesOf(definition.gates, model.gates),
      })),
    factOfNeed: factsOfNeeds(model),
  };
}

function factsOfNeeds({ facts }: ScoringModel): ReadonlyMap<Need, number> {
  const found = new Map<Need, number>();
  facts.forEach((fact, index) => {
    if (fact.reader === 'agreement_in_force') found.set('agreement', index);
    if (fact.reader === 'checklist_answer') found.set(fact.item, index);
    if (fact.reader === 'provision') found.set(fact.provision, index);
    if (fact.reader === 'retention') for (const dataClass of fact.classes) found.set(dataClass, index);
  });
  return found;
}

function placesOf(ids: readonly string[], among: readonly { readonly id: string }[]): number[] {
  return ids.map((id) => among.findIndex((one) => one.id === id));
}

function compiledThreats(model: ScoringModel, of: ThreatScope): CompiledThreat[] {
  return model.threats
    .filter(({ scope }) => scope === of)
    .map((definition) => ({
      definition,
      applies: testOf(definition.appliesWhen),
      askedWhere: askedControls(model, definition),
    }));
}

function byWeight(first: FactDefinition | undefined, second: FactDefinition | undefined): number {
  if (!first || !second) return 0;
  return second.weight - first.weight || (first.id < second.id ? -1 : 1);
}

/**
 * The controls of a threat by what could hold of a service. Most services are alike in what could hold, so each distinct choice of
 * controls is put together once, and is looked up by a bit for every control that is not asked of all.
 */
function askedControls(model: ScoringModel, threat: ThreatDefinition): CompiledThreat['askedWhere'] {
  const conditional = threat.controls.flatMap((control): Conditional[] => {
    const isPossible = possibilityOf(model, control);
    return isPossible ? [{ control, isPossible }] : [];
  });
  const made = new Map<number, AskedControls>();
  return (couldHold) => {
    let key = 0;
    for (let place = 0; place < conditional.length; place += 1)
      if (!(conditional[place] as Conditional).isPossible(couldHold)) key += 2 ** place;
    const known = made.get(key);
    if (known) return known;
    const left = new Set(
      conditional.filter(({ isPossible }) => !isPossible(couldHold)).map(({ control }) => control),
    );
    const asked = controlsOf(
      model,
      threat.controls.filter((control) => !left.has(control)),
    );
    made.set(key, asked);
    return asked;
  };
}

/** A control that is not asked of all. */
interface Conditional {
  readonly control: ControlDefinition;
  readonly isPossible: Test;
}

/** What has to be possible for a control to be asked: its own condition, and that of the question that answers it. Null: it is asked of all. */
function possibilityOf(model: ScoringModel, { fact, onlyWhen }: ControlDefinition): Test | null {
  const definition = model.facts.find(({ id }) => id === fact);
  const question =
    definition?.reader === 'answer'
      ? model.questionnaire.questions.find(({ id }) => id === definition.question)
      : undefined;
  const all = [onlyWhen, question?.askedWhen ?? null].filter((one) => one !== null);
  return all.length === 0 ? null : testOf({ all });
}

function controlsOf(model: ScoringModel, controls: readonly ControlDefinition[]): AskedControls {
  const sides = (['initiation', 'adverse_impact'] as const)
    .map((actsOn) => sideOf(model, controls, actsOn))
    .filter((side) => side.controls.length > 0);
  const inSides = sides.flatMap((side) => side.controls);
  const factIndexes = inSides.map(({ factIndex }) => factIndex);
  return { sides, controls: inSides, factIndexes: [...new Set(factIndexes)] };
}

function sideOf(model: ScoringModel, asked: readonly ControlDefinition[], actsOn: ActsOn): CompiledSide {
  const perWeight =
    Math.max(...Object.values(model.points.met)) *
    Math.max(...Object.values(model.points.assurance)) *
    Math.max(...Object.values(model.points.freshness));
  const controls = asked
    .filter((control) => control.actsOn === actsOn)
    .map((definition) => ({
      definition,
      factIndex: model.facts.findIndex(({ id }) => id === definition.fact),
      maxPoints: definition.weight * perWeight,
    }));
  const maxPoints = controls.reduce((sum, control) => sum + control.maxPoints, 0);
  const bands = model.bands
    .map(({ fromPercent, levels }) => ({ fromPoints: Math.ceil((maxPoints * fromPercent) / 100), levels }))
    .sort((first, second) => first.fromPoints - second.fromPoints);
  return { actsOn, controls, maxPoints, bands };
}
