// Where the threats of all tools lie by likelihood and impact. Each field leads to its row in the list under the map, and each threat there to where it
// is told.
import { LEVELS, rankOf, type Level, type LevelMatrix } from '../common/level';
import { levelView, levelWord, type LevelView } from '../reports/security-risk-assessment/level-words';
import { counted } from '../reports/security-risk-assessment/number-words';
import type { DashboardService } from './dashboard.query';

export interface MapCell {
  level: LevelView;
  count: number;
  /** so many of them are of tools that a gate stops: their level alone says too little */
  stopped: number;
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
  /** "12 threats of 3 tools, 1 of them stopped by a gate" */
  told: string;
  threats: { title: string; tools: ToolInMap[] }[];
}

export interface ToolInMap {
  name: string;
  href: string;
  /** "stopped by a gate, which holds it at high"; empty where no gate bears on it */
  gate: string;
}

export interface HeatMapView {
  columns: string[];
  rows: { likelihood: string; cells: MapCell[] }[];
  /** the same without a map: where threats lie, highest risk first */
  list: MapRow[];
  /** a gate stops a tool whose threats are in the map */
  hasStopped: boolean;
}

interface Held extends ToolInMap {
  title: string;
  isStopped: boolean;
}

/** @param at address of the practice */
export function heatMapOf(
  services: readonly DashboardService[],
  matrix: LevelMatrix,
  at: string,
): HeatMapView {
  const cells = new Map<string, Held[]>();
  for (const { id, name, threats, stoppedBy } of services) {
    const isStopped = stoppedBy.length > 0;
    for (const { id: threat, title, likelihood, impact, risk } of threats) {
      const cell = idOf(likelihood, impact);
      const isHeldUp = rankOf(risk) > rankOf(matrix[likelihood][impact]);
      const held = { title, name, isStopped, gate: gateWords(isStopped, isHeldUp ? risk : null) };
      cells.set(cell, [...(cells.get(cell) ?? []), { ...held, href: `${at}/services/${id}#${threat}` }]);
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
  const hasStopped = [...cells.values()].some((held) => held.some(({ isStopped }) => isStopped));
  return { columns: LEVELS.map(levelWord), rows, list, hasStopped };
}

/** @param heldAt the level below which a gate does not let the threat fall, where that is above what its cell says */
function gateWords(isStopped: boolean, heldAt: Level | null): string {
  const level = heldAt && levelWord(heldAt).toLowerCase();
  if (!isStopped) return level ? `held at ${level} by a gate` : '';
  return level ? `stopped by a gate, which holds it at ${level}` : 'stopped by a gate';
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
  const held = cells.get(id) ?? [];
  const count = held.length;
  return {
    level: levelView(matrix[likelihood][impact]),
    count,
    stopped: held.filter(({ isStopped }) => isStopped).length,
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
  for (const { title, name, href, gate } of held) {
    const threat = threats.get(title) ?? { title, tools: [] };
    threat.tools.push({ name, href, gate });
    threats.set(title, threat);
  }
  const tools = new Set(held.map(({ name }) => name)).size;
  const stopped = new Set(held.filter(({ isStopped }) => isStopped).map(({ name }) => name)).size;
  return {
    ...{ id, likelihood: levelWord(likelihood), impact: levelWord(impact).toLowerCase() },
    level: levelView(matrix[likelihood][impact]),
    told: `${counted(held.length, 'threat')} of ${counted(tools, 'tool')}${stopped > 0 ? `, ${stopped} of them stopped by a gate` : ''}`,
    threats: [...threats.values()],
  };
}
