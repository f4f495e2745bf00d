import type { FlowFactsRow } from '../flow-maps/flow-facts.query';
import { changesSince, dueSoon } from './changes.presenter';
import type { DashboardRow, DashboardService } from './dashboard.query';

const TODAY = '2026-11-29';
const service = (key: string, changes: Partial<DashboardService> = {}): DashboardService =>
  ({
    ...{ id: `id-${key}`, key, name: key, decision: 'acceptable', level: 'low', holdsUntil: null },
    ...{ isCurrent: true, ...changes },
  }) as DashboardService;
const agreement = (key: string, changes: object = {}) =>
  ({ key, vendor: 'v', title: key, services: ['a'], signedOn: '2026-01-01', ...changes }) as never;
const now = (row: Partial<DashboardRow>, agreements: never[] = []) => ({
  ...{ at: '/p', today: TODAY, row: { services: [], lastSealed: null, evidence: [], incidents: [], ...row } },
  facts: { agreements, services: [{ id: 'id-a', key: 'a', vendor: 'v' }] } as unknown as FlowFactsRow,
});
const THEN = {
  ...{ id: 'x', asOf: '2026-06-01', agreements: ['old'] },
  services: [
    { key: 'a', name: 'a', decision: 'acceptable' as const, level: 'low' as const },
    { key: 'gone', name: 'gone', decision: 'acceptable' as const, level: 'low' as const },
  ],
};

describe('what changed since the last sealed assessment', () => {
  it('is nothing where every tool stands as it did', () => {
    const then = { ...THEN, services: THEN.services.slice(0, 1) };
    expect(changesSince(then, now({ services: [service('a')] }))).toEqual([]);
  });

  it('tells of tools that moved, came and went, in words', () => {
    const services = [service('a', { level: 'high', decision: 'do_not_use' }), service('b')];
    expect(changesSince(THEN, now({ services }))).toEqual([
      {
        words: 'a: risk higher, from acceptable (low) to do not use (high)',
        href: '/p/services/id-a',
        way: 'worse',
      },
      { words: 'b: new on the list', href: '/p/services/id-b', way: '' },
      { words: 'gone: no longer on the list', href: '', way: '' },
    ]);
  });

  it('tells of agreements that ended or came, and documents that went stale in between', () => {
    const evidence = [
      { title: 'Letter', turnsOn: '2026-07-01', isExpiry: true, serviceId: 'id-a' },
      { title: 'Later', turnsOn: '2026-12-24', isExpiry: false, serviceId: null },
    ];
    const agreements = [
      agreement('old', { endsOn: '2026-08-31' }),
      agreement('new', { signedOn: '2026-09-01' }),
    ];
    const then = { ...THEN, services: [] };
    expect(changesSince(then, now({ evidence }, agreements)).map(({ words, way }) => [words, way])).toEqual([
      ['“old”: no longer in force', 'worse'],
      ['“new”: new on record, in force', 'better'],
      ['“Letter”: expired since Jul 1, 2026', 'worse'],
    ]);
  });
});

it('what is owed because of an incident is due, and stays so once it is overdue', () => {
  const incident = (id: string, dueOn: string) => ({ id, title: 'Laptop', words: `Tell ${id}`, dueOn });
  const incidents = [incident('a', '2026-11-28'), incident('b', '2026-12-24'), incident('c', '2027-03-01')];
  expect(dueSoon(now({ incidents })).map(({ on, words, href }) => `${on} ${words} ${href}`)).toEqual([
    '2026-11-28 “Laptop”: overdue: Tell a /p/incidents/a',
    '2026-12-24 “Laptop”: Tell b /p/incidents/b',
  ]);
});

it('what is due has its day within the next weeks, soonest first', () => {
  const evidence = [{ title: 'Later', turnsOn: '2026-12-24', isExpiry: false, serviceId: null }];
  const services = [service('a', { holdsUntil: '2027-01-05' }), service('b', { holdsUntil: '2027-06-01' })];
  const agreements = [agreement('baa', { endsOn: '2026-12-01' })];
  expect(dueSoon(now({ evidence, services }, agreements)).map(({ on, words }) => `${on} ${words}`)).toEqual([
    '2026-12-01 “baa”: last day in force',
    '2026-12-24 “Later”: stale from then',
    '2027-01-05 a: the decision holds until then',
  ]);
});
