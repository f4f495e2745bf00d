// Where the threats of all tools lie by likelihood and impact. Each field leads to its row in the list under the map, and each threat there to where it
// is told.
import { LEVELS, rankOf, type Level, type LevelMatrix } from '../common/level';
import { levelView, levelWord, type LevelView } from '../reports/security-risk-assessment/level-words';
import { counted } from '../reports/security-risk-assessment/number-words';
import type { DashboardService } from './dashboard.query';

export interface MapCell {
  level: LevelView;
  count: number;
  /** of its row in the list; empty where nothing lies in it */
  href: string;
  /** "12 threats: likelihood high, impact moderate" */
  told: string;
}

export interface MapRow {
  id: string;
  likelihood: string;
  impact: string;
  level: LevelView;
  /** "12 threats of 3 tools" */
  told: string;
  threats: { title: string; tools: { name: string; href: string }[] }[];
}

export interface HeatMapView {
  columns: string[];
  rows: { likelihood: string; cells: MapCell[] }[];
  /** the same without a map: where threats lie, highest risk first */
  list: MapRow[];
}

interface Held {
  title: string;
  name: string;
  href: string;
}

/** @param at address of the practice */
export function heatMapOf(
  services: readonly DashboardService[],
  matrix: LevelMatrix,
  at: string,
): HeatMapView {
  const cells = new Map<string, Held[]>();
  for (const { id, name, threats } of services) {
    for (const threat of threats) {
      const cell = idOf(threat.likelihood, threat.impact);
      const held = { title: threat.title, name, href: `${at}/services/${id}#${threat.id}` };
      cells.set(cell, [...(cells.get(cell) ?? []), held]);
    }
  }
  const down = [...LEVELS].reverse();
  const rows = down.map((likelihood) => ({
    likelihood: levelWord(likelihood),
    cells: LEVELS.map((impact) => cellOf(likelihood, impact, matrix, cells)),
  }));
  const list = down
    .flatMap((likelihood) => down.map((impact) => rowOf(likelihood, impact, matrix, cells)))
    .filter(({ threats }) => threats.length > 0)
    .sort((left, right) => rankOf(right.level.code) - rankOf(left.level.code));
  return { columns: LEVELS.map(levelWord), rows, list };
}

function idOf(likelihood: Level, impact: Level): string {
  return `at-${likelihood}-${impact}`;
}

function cellOf(
  likelihood: Level,
  impact: Level,
  matrix: LevelMatrix,
  cells: ReadonlyMap<string, readonly Held[]>,
): MapCell {
  const id = idOf(likelihood, impact);
  const count = cells.get(id)?.length ?? 0;
  return {
    level: levelView(matrix[likelihood][impact]),
    count,
    href: count > 0 ? `#${id}` : '',
    told: counted(count, 'threat'),
  };
}

function rowOf(
  likelihood: Level,
  impact: Level,
  matrix: LevelMatrix,
  cells: ReadonlyMap<string, readonly Held[]>,
): MapRow {
  const id = idOf(likelihood, impact);
  const held = cells.get(id) ?? [];
  const threats = new Map<string, MapRow['threats'][number]>();
  for (const { title, name, href } of held) {
    const threat = threats.get(title) ?? { title, tools: [] };
    threat.tools.push({ name, href });
    threats.set(title, threat);
  }
  const tools = new Set(held.map(({ name }) => name)).size;
  return {
    ...{ id, likelihood: levelWord(likelihood), impact: levelWord(impact).toLowerCase() },
    level: levelView(matrix[likelihood][impact]),
    told: `${counted(held.length, 'threat')} of ${counted(tools, 'tool')}`,
    threats: [...threats.values()],
  };
}
