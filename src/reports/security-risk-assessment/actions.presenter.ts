// What to do: the steps that lower most, for each service the smallest sets of steps that lead to something better, and every single
// thing that is asked for, to be given to somebody with a date.
import type { AssessmentDocument } from '../../assessments/assessment.document';
import type { ServiceResult, StepSet } from '../../assessments/scoring/service-result';
import type { Level } from '../../common/level';
import { decisionInSentence } from './decision-words';
import { firstSteps, type FirstStep } from './first-steps';
import { levelView, type LevelView } from './level-words';
import { counted, listed } from './number-words';
import type { OrderedService } from './service-order';

export interface OutcomeView {
  decision: string;
  level: LevelView;
}

export interface TopStepView {
  title: string;
  effort: string;
  /** services that this step alone makes better, each with what it leads to */
  betters: { letter: string; service: string; from: OutcomeView; to: OutcomeView }[];
  /** other services that it bears on; null when there is none */
  also: string | null;
}

export interface StepSetView {
  steps: string[];
  /** more than a list should hold: told in a sentence */
  isLong: boolean;
  told: string;
  to: OutcomeView;
  note: string | null;
}

export interface ServiceStepsView {
  letter: string;
  anchor: string;
  service: string;
  now: OutcomeView;
  sets: StepSetView[];
  /** why there is no set of up to three steps; null when there is one */
  none: string | null;
}

export interface ActionsView {
  top: TopStepView[];
  services: ServiceStepsView[];
  all: (FirstStep & { number: number })[];
}

export function actionsView(
  { topSteps }: AssessmentDocument,
  services: readonly OrderedService[],
): ActionsView {
  const byKey = new Map(services.map((one) => [one.result.service.key, one]));
  return {
    top: (topSteps ?? []).map(({ id, title, effort, betters, services: touched }) => ({
      title,
      effort: effortWords(effort),
      betters: betters.flatMap((key) => bettered(byKey.get(key), id)),
      also:
        listed(
          touched
            .filter((key) => !betters.includes(key))
            .flatMap((key) => byKey.get(key)?.result.service.name ?? []),
        ) || null,
    })),
    services: services.flatMap(({ result, letter, position }) => {
      const { steps } = result;
      if (!steps) return [];
      return [
        {
          letter,
          anchor: `service-${position}`,
          service: result.service.name,
          now: outcome(result.decision.code, result.level),
          sets: steps.sets.map(setView),
          none: steps.none,
        },
      ];
    }),
    all: firstSteps(services, { characters: 400, services: 6 }).map((step, index) => ({
      ...step,
      number: index + 1,
    })),
  };
}

function bettered(service: OrderedService | undefined, id: string): TopStepView['betters'] {
  const single = service?.result.steps?.singles.find((one) => one.id === id);
  if (!service || !single) return [];
  const { result, letter } = service;
  return [
    {
      letter,
      service: result.service.name,
      from: outcome(result.decision.code, result.level),
      to: outcome(single.leadsTo.decision, single.leadsTo.level),
    },
  ];
}

const LONG_SET = 4;

function setView({ steps, leadsTo, isSmallest }: StepSet): StepSetView {
  const titles = steps.map(({ title }) => title);
  return {
    steps: titles,
    isLong: titles.length > LONG_SET,
    told: `${counted(titles.length, 'step')}: ${titles.map((title) => title.replace(/\.$/, '')).join('; ')}.`,
    to: outcome(leadsTo.decision, leadsTo.level),
    note: isSmallest
      ? null
      : 'None of these can be left out; whether fewer others would do has not been looked for.',
  };
}

function outcome(decision: ServiceResult['decision']['code'], level: Level): OutcomeView {
  return { decision: decisionInSentence(decision), level: levelView(level) };
}

/** 1 for an afternoon to 5 for a project of months: a house suggestion, told as that. */
export function effortWords(effort: number): string {
  const words = ['an afternoon', 'a few days', 'some weeks', 'a month or more', 'a project of months'];
  return words[effort - 1] ?? counted(effort, 'point');
}
