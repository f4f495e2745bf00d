import fc from 'fast-check';
import { auditVerdict, compareGroups, type CountedGroup } from './compare-groups';

const age = (group: string, people: number, wellServed: number): CountedGroup => ({
  ...{ dimension: 'age', group, people, wellServed },
});
const MEASURE = { smallestGroup: 30, thresholdPercent: 90 };
const compare = (groups: CountedGroup[], measure = MEASURE) => compareGroups(groups, measure, 80);

describe('Groups are compared', () => {
  it.each<[string, CountedGroup[], object]>([
    [
      'alike',
      [age('under 40', 50, 40), age('40 and over', 100, 80)],
      { ratioPercent: 100, verdict: 'within', isBelowFourFifths: false },
    ],
    [
      'below the threshold that was set, above four fifths',
      [age('a', 100, 72), age('b', 100, 85)],
      { ratioPercent: 84.7, verdict: 'below', isBelowFourFifths: false, lowest: 'a', highest: 'b' },
    ],
    [
      'exactly at the threshold is not below it',
      [age('a', 100, 81), age('b', 100, 90)],
      { ratioPercent: 90, verdict: 'within' },
    ],
    [
      'exactly four fifths is not below them',
      [age('a', 50, 28), age('b', 100, 70)],
      { ratioPercent: 80, isBelowFourFifths: false },
    ],
    [
      'a hair below',
      [age('a', 1000, 719), age('b', 1000, 900)],
      { ratioPercent: 79.8, isBelowFourFifths: true },
    ],
    [
      'a small group takes no part, however it came out',
      [age('a', 29, 0), age('b', 60, 50), age('c', 60, 50)],
      { ratioPercent: 100, verdict: 'within' },
    ],
    [
      'one large group alone says nothing',
      [age('a', 29, 29), age('b', 60, 10)],
      { ratioPercent: null, verdict: 'too_few', isBelowFourFifths: null },
    ],
    [
      'nobody served well anywhere is alike',
      [age('a', 40, 0), age('b', 40, 0)],
      { ratioPercent: 100, verdict: 'within' },
    ],
    [
      'nobody served well in one group',
      [age('a', 40, 0), age('b', 40, 40)],
      { ratioPercent: 0, verdict: 'below', isBelowFourFifths: true },
    ],
    ['a group of nobody has no rate', [age('a', 0, 0), age('b', 40, 40)], { verdict: 'too_few' }],
  ])('%s', (_case, groups, expected) => {
    expect(compare(groups)).toEqual([expect.objectContaining(expected)]);
  });

  it('each dimension by itself', () => {
    const insurance: CountedGroup[] = [
      { dimension: 'insurance', group: 'private', people: 80, wellServed: 76 },
      { dimension: 'insurance', group: 'public', people: 60, wellServed: 40 },
    ];
    const compared = compare([age('a', 50, 45), ...insurance, age('b', 50, 45)]);
    expect(compared.map(({ dimension, verdict }) => [dimension, verdict])).toEqual([
      ['age', 'within'],
      ['insurance', 'below'],
    ]);
    expect(auditVerdict(compared)).toBe('difference_found');
  });

  it.each([
    [['too_few', 'too_few'], 'says_nothing'],
    [[], 'says_nothing'],
    [['too_few', 'within'], 'no_difference_found'],
    [['within', 'below', 'too_few'], 'difference_found'],
  ] as const)('%j together: %s', (verdicts, expected) => {
    expect(auditVerdict(verdicts.map((verdict) => ({ verdict })))).toBe(expected);
  });

  const anyGroup = fc
    .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }))
    .map(([one, other]) => ({ people: Math.max(one, other), wellServed: Math.min(one, other) }));
  const anyGroups = fc
    .array(anyGroup, { minLength: 1, maxLength: 6 })
    .map((list) => list.map((one, index) => age(`group ${index}`, one.people, one.wellServed)));

  it('the ratio lies between 0 and 100, is the same in any order, and a higher threshold never clears what a lower one found', () => {
    fc.assert(
      fc.property(
        anyGroups,
        fc.integer({ min: 2, max: 60 }),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 100 }),
        (groups, smallestGroup, one, other) => {
          const [low, high] = [Math.min(one, other), Math.max(one, other)];
          const at = (thresholdPercent: number) => compare(groups, { smallestGroup, thresholdPercent })[0];
          const found = at(low);
          if (found?.ratioPercent != null) {
            expect(found.ratioPercent).toBeGreaterThanOrEqual(0);
            expect(found.ratioPercent).toBeLessThanOrEqual(100);
          }
          const { groups: _order, ...figures } =
            compare([...groups].reverse(), { smallestGroup, thresholdPercent: low })[0] ?? {};
          expect(found).toMatchObject(figures);
          if (found?.verdict === 'below') expect(at(high)?.verdict).toBe('below');
          const all = at(100);
          if (all?.verdict === 'within') expect(all.ratioPercent).toBe(100);
        },
      ),
    );
  });

  it('what happens in groups that are too small changes nothing', () => {
    fc.assert(
      fc.property(anyGroups, fc.integer({ min: 0, max: 29 }), fc.nat(29), (groups, people, well) => {
        const small = age('small', people, Math.min(people, well));
        const { groups: _with, ...figures } = compare([...groups, small])[0] ?? {};
        expect(compare(groups)[0]).toMatchObject(figures);
      }),
    );
  });
});
