import fc from 'fast-check';
import { addDays, addMonths } from '../common/calendar-date';
import { owedAcknowledgements, policyStanding, worksOn, type PolicyFacts } from './policy-standing';

const POLICY: PolicyFacts = { reviewMonths: 12, reviewedOn: null, retiredOn: null };
const version = (number: number, adoptedOn: string) => ({ key: `v${number}`, number, adoptedOn });
const FIRST = version(1, '2026-01-10');
const SECOND = version(2, '2026-06-01');

describe('A policy', () => {
  it.each([
    ['without a version', POLICY, [], '2026-11-22', 'draft', null, null],
    ['adopted', POLICY, [FIRST], '2026-11-22', 'adopted', 'v1', '2027-01-10'],
    ['on the day of its review', POLICY, [FIRST], '2027-01-10', 'review_due', 'v1', '2027-01-10'],
    [
      'read again and left as it is',
      { ...POLICY, reviewedOn: '2026-12-01' },
      [FIRST],
      '2027-01-10',
      'adopted',
      'v1',
      '2027-12-01',
    ],
    [
      'read before its newest version',
      { ...POLICY, reviewedOn: '2026-02-01' },
      [FIRST, SECOND],
      '2026-11-22',
      'adopted',
      'v2',
      '2027-06-01',
    ],
    ['with a version of tomorrow', POLICY, [FIRST, SECOND], '2026-05-31', 'adopted', 'v1', '2027-01-10'],
    ['retired', { ...POLICY, retiredOn: '2026-07-01' }, [FIRST], '2026-11-22', 'retired', null, null],
    [
      'to be retired',
      { ...POLICY, retiredOn: '2026-12-01' },
      [FIRST],
      '2026-11-22',
      'adopted',
      'v1',
      '2027-01-10',
    ],
  ])('%s', (_what, policy, versions, today, state, inForce, nextReviewOn) => {
    const standing = policyStanding(policy, versions, today);
    expect([standing.state, standing.inForce?.key ?? null, standing.nextReviewOn]).toEqual([
      state,
      inForce,
      nextReviewOn,
    ]);
  });

  it('keeps an old version readable six years from the day on which it last held', () => {
    const { versions } = policyStanding(POLICY, [FIRST, SECOND], '2026-11-22');
    expect(versions.map((one) => [one.version.key, one.state, one.heldUntil, one.keepUntil])).toEqual([
      ['v2', 'in_force', null, null],
      ['v1', 'superseded', '2026-06-01', '2032-06-01'],
    ]);
    const retired = policyStanding({ ...POLICY, retiredOn: '2026-07-01' }, [FIRST], '2026-11-22');
    expect(retired.versions[0]?.keepUntil).toBe('2032-07-01');
  });

  const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2024-01-01', days));
  it('has one version in force at most, the newest, and keeps each other at least six years after it was adopted', () => {
    fc.assert(
      fc.property(fc.uniqueArray(day, { maxLength: 6 }), day, (adopted, today) => {
        const versions = [...adopted].sort().map((adoptedOn, place) => version(place + 1, adoptedOn));
        const standing = policyStanding(POLICY, versions, today);
        const held = standing.versions.filter(({ state }) => state === 'in_force');
        expect(held.length).toBe(versions.some(({ adoptedOn }) => adoptedOn <= today) ? 1 : 0);
        for (const { version: one, keepUntil } of standing.versions)
          if (keepUntil !== null) expect(keepUntil >= addMonths(one.adoptedOn, 72)).toBe(true);
        expect(policyStanding(POLICY, [...versions].reverse(), today)).toEqual(standing);
      }),
    );
  });
});

describe('Acknowledgement', () => {
  const worker = (key: string, startedOn: string | null = null, leftOn: string | null = null) => ({
    ...{ key, name: key, startedOn, leftOn },
  });
  const owed = (acknowledged: string[], today = '2026-06-20') =>
    owedAcknowledgements(
      SECOND,
      [
        worker('a'),
        worker('new', '2026-06-15'),
        worker('gone', null, '2026-06-19'),
        worker('later', '2026-07-01'),
      ],
      new Set(acknowledged),
      { today, withinDays: 30 },
    ).map((one) => [one.worker.key, one.dueOn, one.isOverdue]);

  it('is owed by everybody who works here, thirty days from its adoption or from beginning', () => {
    expect(owed([])).toEqual([
      ['a', '2026-07-01', false],
      ['new', '2026-07-15', false],
    ]);
  });
  it('is owed no more once given, and overdue after its day', () => {
    expect(owed(['a'], '2026-07-16').map(([key]) => key)).toEqual(['new', 'later']);
    expect(owed(['new', 'later'], '2026-07-02')).toEqual([['a', '2026-07-01', true]]);
  });
  it('counts the last day of somebody who leaves', () => {
    expect(worksOn(worker('x', null, '2026-06-19'), '2026-06-19')).toBe(true);
    expect(worksOn(worker('x', null, '2026-06-19'), '2026-06-20')).toBe(false);
  });
});
