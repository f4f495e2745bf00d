// The first page of a practice, in words: what may be used, where the risk lies, what is to do.
import type { DecisionCode } from '../assessments/scoring/service-result';
import type { LevelMatrix } from '../common/level';
import { OUTCOME_WORDS } from '../practice-decisions/decision-words';
import { decisionWords } from '../reports/security-risk-assessment/decision-words';
import { levelBeside, type ServiceLevelView } from '../reports/security-risk-assessment/level-words';
import { whatToDo } from '../tasks/what-to-do';
import type { TaskRow } from '../tasks/tasks.query';
import type { DashboardRow, DashboardService } from './dashboard.query';
import { heatMapOf, type HeatMapView } from './heat-map.presenter';

export interface ServiceCard {
  href: string;
  name: string;
  decision: string;
  decisionCode: DecisionCode;
  level: ServiceLevelView;
  why: string;
  known: string;
  holds: string;
  /** what the practice itself decided; empty where it has noted nothing */
  decidedHere: string;
}

export interface TaskLine {
  whatToDo: string;
  since: string;
  /** the tool that it is about; empty where it is about the practice */
  tool: string;
  href: string;
  /** where it is done; empty where that is not a page of its own */
  place: string;
}

export interface DashboardView {
  at: string;
  hasTools: boolean;
  services: ServiceCard[];
  /** tools of which nothing is on record that could be judged, where there are many; they are among `services` otherwise */
  unrecorded: ServiceCard[];
  /** what stops a tool, tool by tool */
  stopped: { name: string; href: string; remedies: string[] }[];
  map: HeatMapView | null;
  tasks: TaskLine[];
  moreTasks: boolean;
  lastSealed: { href: string; asOf: string } | null;
}

/** @param placeOf where a task is done, where that is a page of its own */
export function dashboardView(
  organizationId: string,
  { services, lastSealed }: DashboardRow,
  tasks: readonly TaskRow[],
  matrix: LevelMatrix,
  mostTasks: number,
  placeOf: (task: TaskRow) => string | null,
): DashboardView {
  const at = `/organizations/${organizationId}`;
  return {
    at,
    hasTools: services.length > 0,
    ...foldedCards(services.map((service) => cardOf(service, at))),
    stopped: services
      .filter(({ remedies }) => remedies.length > 0)
      .map(({ id, name, remedies }) => ({ name, remedies, href: `${at}/services/${id}#gates` })),
    map: services.length > 0 ? heatMapOf(services, matrix, at) : null,
    tasks: tasks.slice(0, mostTasks).map((task) => taskLine(task, services, at, placeOf(task) ?? '')),
    moreTasks: tasks.length > mostTasks,
    lastSealed: lastSealed && { href: `${at}/assessments/${lastSealed.id}`, asOf: lastSealed.asOf },
  };
}

/** More tools than these of which nothing is on record are told by name only. */
const MOST_UNRECORDED_CARDS = 3;

function foldedCards(cards: readonly ServiceCard[]): Pick<DashboardView, 'services' | 'unrecorded'> {
  const unrecorded = cards.filter(({ level }) => level.code === 'unknown');
  if (unrecorded.length <= MOST_UNRECORDED_CARDS) return { services: [...cards], unrecorded: [] };
  return { services: cards.filter(({ level }) => level.code !== 'unknown'), unrecorded };
}

function cardOf(service: DashboardService, at: string): ServiceCard {
  const { id, name, decision, level, why, confidencePercent, holdsUntil, isCurrent } = service;
  return {
    href: `${at}/services/${id}`,
    name,
    decision: decisionWords(decision),
    decisionCode: decision,
    level: levelBeside(level, decision),
    why,
    known: `${confidencePercent}% of what has to be known is known, by its weight`,
    holds: isCurrent ? (holdsUntil ?? '') : '',
    decidedHere: service.ownOutcome ? OUTCOME_WORDS[service.ownOutcome] : '',
  };
}

export function taskLine(
  { kind, asked, since, service }: TaskRow,
  services: readonly Pick<DashboardService, 'id' | 'key' | 'name'>[],
  at: string,
  place: string,
): TaskLine {
  const tool = services.find(({ key }) => key === service);
  return {
    ...{ whatToDo: whatToDo(kind, asked), since, tool: tool?.name ?? '' },
    href: tool ? `${at}/services/${tool.id}` : '',
    place,
  };
}
