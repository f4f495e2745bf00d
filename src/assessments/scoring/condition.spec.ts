import { condition, monotoneCondition } from '../../catalogs/condition.shape';
import { anyHeld, inWords, isMonotone, situationsNamedIn, testOf, type Condition } from './condition';
import { SITUATION_NAMES, type SituationName } from './situation-names';

const heldOnly = (...names: SituationName[]) =>
  Uint8Array.from(SITUATION_NAMES, (name) => (names.includes(name) ? 1 : 0));

describe('a condition', () => {
  const AI_OR_BILLS: Condition = { any: ['uses_ai', 'bills'] };

  it.each<[string, Condition, SituationName[], boolean]>([
    ['a situation that holds', 'bills', ['bills'], true],
    ['a situation that does not', 'bills', ['uses_ai'], false],
    ['any of two, one holds', AI_OR_BILLS, ['bills'], true],
    ['any of two, none holds', AI_OR_BILLS, ['telehealth'], false],
    ['all of two, one holds', { all: ['uses_ai', 'bills'] }, ['bills'], false],
    ['all of two, both hold', { all: ['uses_ai', 'bills'] }, ['bills', 'uses_ai'], true],
    ['not of one that holds', { not: 'bills' }, ['bills'], false],
    ['not of any of two, none holds', { not: AI_OR_BILLS }, [], true],
    ['nested', { all: [AI_OR_BILLS, { not: 'telehealth' }] }, ['bills'], true],
    ['nested, denied', { all: [AI_OR_BILLS, { not: 'telehealth' }] }, ['bills', 'telehealth'], false],
  ])('%s', (_case, asked, holding, expected) => {
    expect(testOf(asked)(heldOnly(...holding))).toBe(expected);
  });

  it('is made into a function once', () => {
    expect(testOf(AI_OR_BILLS)).toBe(testOf(AI_OR_BILLS));
  });

  it('is told in words with its parts in brackets', () => {
    expect(inWords({ all: ['uses_ai', { any: ['bills', { not: 'telehealth' }] }] })).toBe(
      'uses ai and (bills or (not telehealth))',
    );
  });

  it('names its situations once', () => {
    expect(situationsNamedIn({ all: ['uses_ai', { any: ['bills', 'uses_ai'] }] })).toEqual([
      'uses_ai',
      'bills',
    ]);
  });

  it('of a practice holds where it holds for any of its services', () => {
    const held = anyHeld([heldOnly('uses_ai'), heldOnly('bills')]);
    expect(testOf({ all: ['uses_ai', 'bills'] })(held)).toBe(true);
    expect(testOf('telehealth')(held)).toBe(false);
  });
});

describe('a condition in a catalog', () => {
  it('may negate where a question is asked, and never where a threat applies', () => {
    const negated = { all: ['uses_ai', { not: 'bills' }] };
    expect(condition(negated, 'askedWhen')).toEqual(negated);
    expect(isMonotone(negated as Condition)).toBe(false);
    expect(() => monotoneCondition(negated, 'threats[0].appliesWhen')).toThrow(
      'threats[0].appliesWhen must not hold a `not`: more flows never take it away',
    );
  });

  it.each([
    [
      'an unknown situation, deep down',
      { any: ['uses_ai', { all: ['full_moon'] }] },
      /any\[1\]\.all\[0\] must be one of/,
    ],
    ['two words at once', { any: ['uses_ai'], not: 'bills' }, /any is not a field known here/],
    ['an empty list', { all: [] }, /all must have at least 1 entries/],
    ['a number', 7, /must be one of: always/],
  ])('that has %s is refused with its place', (_fault, written, message) => {
    expect(() => condition(written, 'askedWhen')).toThrow(message);
  });
});
