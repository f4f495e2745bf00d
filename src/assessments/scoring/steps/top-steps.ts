// The steps that lower most across the services of a practice, each taken alone.
import { rankOf } from '../../../common/level';
import type { ServiceResult, SingleStep } from '../service-result';
import { PERMITS } from './smallest-sets';

export interface TopStep {
  id: string;
  title: string;
  effort: number;
  /** keys of the services whose level or decision gets better by this step alone, sorted */
  betters: string[];
  /** keys of the services that it bears on at all, sorted */
  services: string[];
  /** by how much the indexes of all services fall together */
  indexFall: number;
}

/**
 * By the number of services bettered, then by the fall of the index, then by the number of threats that it lowers, then by effort and id. The order of
 * the results changes nothing. A step that lowers a threat counts also where the index, a rounded figure, stays as it is.
 */
export function topSteps(results: readonly ServiceResult[], most = 3): TopStep[] {
  const steps = new Map<string, { step: TopStep; lowered: number }>();
  for (const result of results) {
    for (const single of result.steps?.singles ?? []) {
      const { id, title, effort, leadsTo, lowers } = single;
      const { step, lowered } = steps.get(id) ?? {
        step: { id, title, effort, betters: [], services: [], indexFall: 0 },
        lowered: 0,
      };
      step.services.push(result.service.key);
      if (isBetter(single, result)) step.betters.push(result.service.key);
      step.indexFall += result.indexOutOf100 - leadsTo.indexOutOf100;
      steps.set(id, { step, lowered: lowered + lowers.length });
    }
  }
  return [...steps.values()]
    .sort(
      ({ step: first, lowered }, { step: second, lowered: more }) =>
        second.betters.length - first.betters.length ||
        second.indexFall - first.indexFall ||
        more - lowered ||
        first.effort - second.effort ||
        (first.id < second.id ? -1 : 1),
    )
    .slice(0, most)
    .map(({ step }) => ({ ...step, betters: step.betters.sort(), services: step.services.sort() }));
}

function isBetter({ leadsTo }: SingleStep, { level, decision }: ServiceResult): boolean {
  return rankOf(leadsTo.level) < rankOf(level) || PERMITS[leadsTo.decision] > PERMITS[decision.code];
}
