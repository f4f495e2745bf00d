// The first page of a practice, in words: what may be used, where the risk lies, what is to do.
import type { DecisionCode } from '../assessments/scoring/service-result';
import { LEVELS, type Level, type LevelMatrix } from '../common/level';
import { decisionWords } from '../reports/security-risk-assessment/decision-words';
import { levelView, levelWord, type LevelView } from '../reports/security-risk-assessment/level-words';
import { whatToDo } from '../tasks/what-to-do';
import type { TaskRow } from '../tasks/tasks.query';
import type { DashboardRow, DashboardService } from './dashboard.query';

export interface ServiceCard {
  href: string;
  name: string;
  decision: string;
  decisionCode: DecisionCode;
  level: LevelView;
  why: string;
  known: string;
  holds: string;
}

interface MapCell {
  level: LevelView;
  /** "3 threats: 2 of Northlight Scribe, 1 of ..."; empty where there is none */
  words: string;
  count: number;
}

export interface HeatMapView {
  columns: string[];
  rows: { likelihood: string; cells: MapCell[] }[];
  /** the same without a map: where threats lie, highest risk first */
  list: { count: number; likelihood: string; impact: string; level: LevelView; services: string }[];
}

export interface DashboardView {
  at: string;
  services: ServiceCard[];
  map: HeatMapView | null;
  tasks: { whatToDo: string; since: string }[];
  moreTasks: boolean;
  lastSealed: { href: string; asOf: string } | null;
}

export function dashboardView(
  organizationId: string,
  { services, lastSealed }: DashboardRow,
  tasks: readonly TaskRow[],
  matrix: LevelMatrix,
  mostTasks: number,
): DashboardView {
  const at = `/organizations/${organizationId}`;
  return {
    at,
    services: services.map((service) => cardOf(service, at)),
    map: services.length > 0 ? heatMapOf(services, matrix) : null,
    tasks: tasks
      .slice(0, mostTasks)
      .map(({ kind, asked, since }) => ({ whatToDo: whatToDo(kind, asked), since })),
    moreTasks: tasks.length > mostTasks,
    lastSealed: lastSealed && { href: `${at}/assessments/${lastSealed.id}`, asOf: lastSealed.asOf },
  };
}

function cardOf(service: DashboardService, at: string): ServiceCard {
  const { id, name, decision, level, why, confidencePercent, holdsUntil, isCurrent } = service;
  return {
    href: `${at}/services/${id}`,
    name,
    decision: decisionWords(decision),
    decisionCode: decision,
    level: levelView(level),
    why,
    known: `${confidencePercent} % of what has to be known is known`,
    holds: isCurrent ? (holdsUntil ?? '') : '',
  };
}

function heatMapOf(services: readonly DashboardService[], matrix: LevelMatrix): HeatMapView {
  const down = [...LEVELS].reverse();
  const found = (likelihood: Level, impact: Level): [name: string, count: number][] =>
    services
      .map(({ name, threats }): [string, number] => [
        name,
        threats.filter((threat) => threat.likelihood === likelihood && threat.impact === impact).length,
      ])
      .filter(([, count]) => count > 0);
  const cell = (likelihood: Level, impact: Level): MapCell => {
    const holding = found(likelihood, impact);
    const count = holding.reduce((sum, [, of]) => sum + of, 0);
    const words = holding.map(([name, of]) => `${of} of ${name}`).join(', ');
    return { level: levelView(matrix[likelihood][impact]), words, count };
  };
  const rows = down.map((likelihood) => ({
    likelihood: levelWord(likelihood),
    cells: LEVELS.map((impact) => cell(likelihood, impact)),
  }));
  const list = down
    .flatMap((likelihood) => [...LEVELS].reverse().map((impact) => ({ likelihood, impact })))
    .map(({ likelihood, impact }) => ({ likelihood, impact, ...cell(likelihood, impact) }))
    .filter(({ count }) => count > 0)
    .sort((left, right) => LEVELS.indexOf(right.level.code) - LEVELS.indexOf(left.level.code))
    .map(({ likelihood, impact, level, words, count }) => ({
      ...{ count, level, services: words },
      ...{ likelihood: levelWord(likelihood), impact: levelWord(impact) },
    }));
  return { columns: LEVELS.map(levelWord), rows, list };
}
