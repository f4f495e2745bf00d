import fc from 'fast-check';
import { awaitedWork, coverageBy, coverageOf, rowsByTargetKind, mappingOf, unmapped } from './coverage';
import type { Target } from './targets';
import type { TraceRow, TraceTable } from './trace-table';

const QUESTION: Target = { kind: 'question', id: 'locks' };
const POLICY: Target = { kind: 'policy', id: 'doors' };
const TRAINING: Target = { kind: 'training_module', id: 'keys' };

const row = (over: Partial<TraceRow>): TraceRow => ({
  ...{ id: 'SEED001-001', says: 'Lock the door.', kind: 'explicit', document: '001', theme: 'doors' },
  ...{
    citation: null,
    confidence: null,
    cadence: null,
    role: null,
    outOfScope: null,
    servedBy: [],
    awaits: [],
  },
  ...over,
});

it.each([
  ['mapped', row({ servedBy: [QUESTION] })],
  ['partly', row({ servedBy: [QUESTION], awaits: [POLICY] })],
  ['awaiting', row({ awaits: [POLICY] })],
  ['out_of_scope', row({ outOfScope: 'No door is ours.' })],
  ['forgotten', row({})],
])('a row is %s', (mapping, one) => {
  expect(mappingOf(one)).toBe(mapping);
  expect(unmapped([one])).toHaveLength(['awaiting', 'forgotten'].includes(mapping) ? 1 : 0);
});

it('counts by group, in the order of the groups, leaving out those without a row', () => {
  const rows = [
    row({ theme: 'windows', servedBy: [QUESTION] }),
    row({ theme: 'doors', awaits: [POLICY] }),
    row({ theme: 'doors', servedBy: [QUESTION] }),
  ];
  const found = coverageBy(rows, ['doors', 'walls', 'windows'], ({ theme }) => theme);
  expect(found.map(({ of, total, counts }) => [of, total, counts.mapped, counts.awaiting])).toEqual([
    ['doors', 2, 1, 1],
    ['windows', 1, 1, 0],
  ]);
});

it('counts a row once for each kind that serves it', () => {
  const rows = [
    row({ servedBy: [QUESTION, { kind: 'question', id: 'windows' }] }),
    row({ awaits: [POLICY] }),
  ];
  expect(rowsByTargetKind(rows, ({ servedBy }) => servedBy)).toEqual([{ kind: 'question', rows: 1 }]);
  expect(rowsByTargetKind(rows, ({ awaits }) => awaits)).toEqual([{ kind: 'policy', rows: 1 }]);
});

it('lists what is awaited by kind, the most awaited first, and says what is built by now', () => {
  const rows = [
    row({ id: 'SEED001-001', awaits: [TRAINING, POLICY] }),
    row({ id: 'SEED001-002', awaits: [TRAINING] }),
    row({ id: 'SEED001-003', awaits: [{ kind: 'policy', id: 'walls' }, POLICY] }),
  ];
  const awaited = [TRAINING, { kind: 'policy', id: 'walls' } as const, POLICY].map((target) => ({
    ...target,
    says: 'To be built',
  }));
  const table = { rows, awaited } as unknown as TraceTable;
  const find = ({ id }: Target) => (id === 'walls' ? 'Walls' : null);
  expect(awaitedWork(table, find).map(({ id, rows, isBuilt }) => [id, rows, isBuilt])).toEqual([
    ['doors', ['SEED001-001', 'SEED001-003'], false],
    ['walls', ['SEED001-003'], true],
    ['keys', ['SEED001-001', 'SEED001-002'], false],
  ]);
});

const anyRow = fc
  .record({
    theme: fc.constantFrom('doors', 'windows', 'walls'),
    servedBy: fc.subarray([QUESTION]),
    awaits: fc.subarray([POLICY, TRAINING]),
    outOfScope: fc.option(fc.constant('No door is ours.')),
  })
  .map(row);

it('counts every row once, whatever the rows are, and in whatever order', () => {
  fc.assert(
    fc.property(fc.array(anyRow), (rows) => {
      const { total, counts } = coverageOf(rows);
      expect(total).toBe(rows.length);
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
      expect(coverageOf([...rows].reverse())).toEqual(coverageOf(rows));
      const groups = coverageBy(rows, ['doors', 'windows', 'walls'], ({ theme }) => theme);
      expect(groups.reduce((sum, group) => sum + group.total, 0)).toBe(rows.length);
    }),
  );
});

it('never counts a row as less served for something more that serves it', () => {
  const order = ['forgotten', 'awaiting', 'partly', 'mapped'];
  fc.assert(
    fc.property(anyRow, (one) => {
      if (one.outOfScope !== null) return;
      const more = { ...one, servedBy: [...one.servedBy, { kind: 'threat', id: 'T-01' } as const] };
      expect(order.indexOf(mappingOf(more))).toBeGreaterThanOrEqual(order.indexOf(mappingOf(one)));
    }),
  );
});
