import type { Level, LevelMatrix } from '../common/level';
import { LEVELS } from '../common/level';
import type { DashboardService } from './dashboard.query';
import { heatMapOf } from './heat-map.presenter';

/** Every field is low: what is above it is held up. */
const MATRIX = Object.fromEntries(
  LEVELS.map((one) => [one, Object.fromEntries(LEVELS.map((other) => [other, 'low']))]),
) as LevelMatrix;

function tool(name: string, stoppedBy: string[], risk: Level): DashboardService {
  const threat = { id: 'T-01', title: 'A leak', likelihood: 'low', impact: 'high', risk } as const;
  return { id: name, key: name, name, stoppedBy, threats: [threat] } as unknown as DashboardService;
}

function cellOf(services: readonly DashboardService[]) {
  const { rows, list, hasStopped } = heatMapOf(services, MATRIX, '/practice');
  const cell = rows.flatMap(({ cells }) => cells).find(({ count }) => count > 0);
  return { cell, row: list[0], hasStopped };
}

describe('the map of threats', () => {
  it('says of each field how many of its threats are of tools that a gate stops', () => {
    const { cell, row, hasStopped } = cellOf([
      tool('Scribe', ['No agreement'], 'low'),
      tool('Pager', [], 'low'),
    ]);
    expect(cell).toMatchObject({ count: 2, stopped: 1 });
    expect(row?.told).toBe('2 threats of 2 tools, 1 of them stopped by a gate');
    expect(hasStopped).toBe(true);
  });

  it.each([
    ['nothing where no gate bears on it', [], 'low', ''],
    ['that a gate stops it', ['No agreement'], 'low', 'stopped by a gate'],
    [
      'that a gate stops it and at which level',
      ['No agreement'],
      'high',
      'stopped by a gate, which holds it at high',
    ],
    ['at which level an open gate holds it', [], 'very_high', 'held at very high by a gate'],
  ] as const)('says of a tool in the list %s', (_what, stoppedBy, risk, words) => {
    const { row } = cellOf([tool('Scribe', [...stoppedBy], risk)]);
    expect(row?.threats[0]?.tools).toEqual([
      { name: 'Scribe', href: '/practice/services/Scribe#T-01', gate: words },
    ]);
  });

  it('says nothing of gates where none stops a tool', () => {
    const { cell, row, hasStopped } = cellOf([tool('Scribe', [], 'low')]);
    expect([cell?.stopped, row?.told, hasStopped]).toEqual([0, '1 threat of 1 tool', false]);
  });
});
