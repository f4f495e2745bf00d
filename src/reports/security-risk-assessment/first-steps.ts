// What to do first, in this order: what lifts a fired gate, what makes known what a decision waits for, what must hold while a
// service is used. The words are the engine's; a step that several services share is told once.
import type { GateResult, ServiceResult } from '../../assessments/scoring/service-result';
import { shortened } from '../markup/shortened';
import { listed } from './number-words';
import type { OrderedService } from './service-order';

export interface FirstStep {
  what: string;
  services: string;
  /** why it comes here */
  kind: StepKind;
}

/** As kinds of steps are called, in the order in which they are told. */
export const STEP_KINDS = [
  'Lifts a gate',
  'Settles an open gate',
  'Makes known',
  'Condition of use',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** How long a step may read, and how many services are named beside it. */
export interface StepRoom {
  characters: number;
  services: number;
}

const SUMMARY_ROOM: StepRoom = { characters: 150, services: 2 };

export function firstSteps(services: readonly OrderedService[], room: StepRoom = SUMMARY_ROOM): FirstStep[] {
  const steps = new Map<string, { kind: StepKind; services: string[] }>();
  const add = (what: string, kind: StepKind, name: string) => {
    const step = steps.get(what) ?? { kind, services: [] };
    if (!step.services.includes(name)) step.services.push(name);
    steps.set(what, step);
  };
  for (const kind of STEP_KINDS) {
    for (const { result } of services) {
      for (const what of STEPS_OF[kind](result)) add(what, kind, result.service.name);
    }
  }
  return [...steps].map(([what, step]) => ({
    what: shortened(what, room.characters),
    kind: step.kind,
    services: servicesInWords(step.services, room.services),
  }));
}

const STEPS_OF: Readonly<Record<StepKind, (result: ServiceResult) => string[]>> = {
  'Lifts a gate': ({ gates }) => remediesOf(gates, 'fired'),
  'Settles an open gate': ({ gates }) => remediesOf(gates, 'open'),
  'Makes known': ({ decision, unknowns }) => (decision.code === 'not_enough_known' ? tasksOf(unknowns) : []),
  'Condition of use': ({ decision }) => (decision.code === 'use_with_conditions' ? decision.conditions : []),
};

const TASKS = 6;

/** The heaviest by themselves; the rest in a line. */
function tasksOf(unknowns: ServiceResult['unknowns']): string[] {
  const tasks = heaviestFirst(unknowns).map(({ task }) => task);
  if (tasks.length <= TASKS + 1) return tasks;
  return [
    ...tasks.slice(0, TASKS),
    `Make known the ${tasks.length - TASKS} other facts that the workings list.`,
  ];
}

function remediesOf(gates: readonly GateResult[], state: GateResult['state']): string[] {
  return gates.flatMap((gate) => (gate.state === state && gate.remedy ? [gate.remedy] : []));
}

export function heaviestFirst<T extends { weight: number; id: string }>(unknowns: readonly T[]): T[] {
  return [...unknowns].sort((one, other) => other.weight - one.weight || (one.id < other.id ? -1 : 1));
}

function servicesInWords(names: readonly string[], most: number): string {
  const shown = names.slice(0, most).map((name) => shortened(name, most > SUMMARY_ROOM.services ? 40 : 18));
  const left = names.length - shown.length;
  return left > 0 ? `${shown.join(', ')} and ${left} more` : listed(shown);
}
