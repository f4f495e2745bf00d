// What to do: the steps that lower most, for each service the smallest sets of steps that lead to something better, and every single
// thing that is asked for, of the services and of the practice itself under the Security Rule, to be given to somebody with a date.
import type { AssessmentDocument } from '../../assessments/assessment.document';
import type { ServiceResult, StepSet } from '../../assessments/scoring/service-result';
import type { Level } from '../../common/level';
import { decisionInSentence } from './decision-words';
import { firstSteps, type StepKind } from './first-steps';
import { levelView, type LevelView } from './level-words';
import { counted, listed } from './number-words';
import { safeguardSteps, type SafeguardStep } from './safeguard-steps';
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
  /** says that a long list holds as a whole; null for a short one */
  lead: string | null;
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

export interface PlannedStep {
  number: number;
  what: string;
  kind: string;
  /** the services that it is for, or the practice */
  about: string;
  /** of an entry of the Security Rule; empty for others, whose services tell it */
  citation: string;
  /** empty where it is for the practice to fill in */
  owner: string;
}

export interface ActionsView {
  top: TopStepView[];
  services: ServiceStepsView[];
  all: PlannedStep[];
}

/** @param withSafeguards whether the report is on the practice itself too */
export function actionsView(
  document: AssessmentDocument,
  services: readonly OrderedService[],
  withSafeguards: boolean,
): ActionsView {
  const { topSteps } = document;
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
    all: plannedSteps(document, services, withSafeguards),
  };
}

/**
 * Rules first: gates of the services, then gaps of the practice under the Security Rule. After them what nobody knows yet, of the services and of
 * the practice, and last what must hold while a service is used.
 */
function plannedSteps(
  document: AssessmentDocument,
  services: readonly OrderedService[],
  withSafeguards: boolean,
): PlannedStep[] {
  const ofServices = firstSteps(services, { characters: 400, services: 6 });
  const ofKinds = (...kinds: StepKind[]) =>
    ofServices
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ what, kind, services: about }) => ({ what, kind, about, citation: '', owner: '' }));
  const { gaps, open } = withSafeguards ? safeguardSteps(document) : { gaps: [], open: [] };
  const ofPractice = (steps: readonly SafeguardStep[]) =>
    steps.map((step) => ({ ...step, about: 'The practice itself' }));
  return [
    ...ofKinds('Lifts a gate', 'Settles an open gate'),
    ...ofPractice(gaps),
    ...ofKinds('Makes known'),
    ...ofPractice(open),
    ...ofKinds('Condition of use'),
  ].map((step, index) => ({ ...step, number: index + 1 }));
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
    lead: titles.length > LONG_SET ? `${counted(titles.length, 'step')}, all of them:` : null,
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
