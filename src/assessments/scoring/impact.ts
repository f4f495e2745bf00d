// Impact comes from what flows to the vendor: the most sensitive class, how far it points at a person, and how many clients.
import { levelAt, rankOf, type Level } from '../../common/level';
import { DATA_CLASSES, type DataClass } from '../../data-flows/data-flow.fields';
import { deidentificationFlaw, isProtected, type Flow } from './protected-flows';
import type { ScoringModel } from './scoring-model';
import type { ImpactLine } from './service-result';
import type { ServiceGround } from './service-view';

export interface Impact {
  level: Level;
  lines: ImpactLine[];
}

interface ClassImpact {
  rank: number;
  flow: Flow;
  clients: number;
  steps: number;
}

interface Flowing {
  readonly vendorFlows: readonly Flow[];
  readonly facts: Pick<ServiceGround['facts'], 'practice'>;
  readonly model: ScoringModel;
}

/** The level of the most sensitive class, with a line for each class that flows, most sensitive first. */
export function impactOf({ vendorFlows, facts, model }: Flowing): Impact {
  const worst = new Map<DataClass, ClassImpact>();
  for (const flow of vendorFlows) {
    const clients = flow.clientsPerYear ?? facts.practice.clientsPerYear;
    const steps = stepsFor(model, clients) + (isLimited(flow) ? model.impact.limitedDataSetSteps : 0);
    const isIdentifiable = isProtected(flow);
    for (const dataClass of flow.dataClasses) {
      const rank = isIdentifiable ? rankOf(levelAt(rankOf(model.impact.dataClasses[dataClass]) + steps)) : 0;
      const before = worst.get(dataClass);
      if (!before || rank > before.rank) worst.set(dataClass, { rank, flow, clients, steps });
    }
  }
  if (worst.size === 0)
    return {
      level: 'very_low',
      lines: [{ because: 'No client data flows to the vendor by the record.', level: 'very_low' }],
    };
  const lines = DATA_CLASSES.flatMap((dataClass) => {
    const found = worst.get(dataClass);
    return found ? [{ because: lineFor(dataClass, found), level: levelAt(found.rank) }] : [];
  }).sort((first, second) => rankOf(second.level) - rankOf(first.level));
  return { level: lines[0]?.level ?? 'very_low', lines };
}

/** Levels added for the number of clients a year: the highest band reached. */
export function stepsFor(model: ScoringModel, clients: number): number {
  let steps = 0;
  for (const band of model.impact.clientsPerYear) if (clients >= band.from) steps = band.steps;
  return steps;
}

function isLimited(flow: Flow): boolean {
  return flow.identifiability === 'limited_data_set';
}

function lineFor(dataClass: DataClass, { flow, clients, steps }: ClassImpact): string {
  const name = dataClass.replaceAll('_', ' ');
  if (!isProtected(flow)) return `${name} in flow ${flow.key}: de-identified, with evidence`;
  const flaw = deidentificationFlaw(flow);
  const identified =
    flaw === 'voice'
      ? 'counted as identified, since a voice is never de-identified by safe harbor'
      : flaw === 'no_evidence'
        ? 'counted as identified, since no evidence of de-identification is named'
        : flow.identifiability.replaceAll('_', ' ');
  const moved =
    steps === 0
      ? ''
      : `, ${Math.abs(steps)} ${Math.abs(steps) === 1 ? 'level' : 'levels'} ${steps > 0 ? 'up' : 'down'}`;
  return `${name} in flow ${flow.key} (${identified}; ${clients} clients a year${moved})`;
}
