import type { AmendmentFields } from '../business-associate-agreements/amendment.fields';
import type { ClauseCatalog } from './clause-pages';
import { amendedClauses, amendmentLines, keyOfAmendment, withAmendment } from './amendments';

const FIRST: AmendmentFields = {
  ...{ key: 'first-amendment', title: 'First Amendment', signedOn: '2026-03-01' },
  noticePeriods: { cureDays: 15 },
  provisions: [{ provision: 'BAA-R01', verdict: 'weak', reference: 'section 2' }],
};

it('gives an amendment a key of its own', () => {
  expect(keyOfAmendment('First Amendment', null)).toBe('first-amendment');
  expect(keyOfAmendment('First amendment!', [FIRST])).toBe('first-amendment-2');
  expect(keyOfAmendment('…', [])).toBe('amendment');
});

it('adds one, or changes it and keeps what its form does not ask for', () => {
  const second = { key: 'second', title: 'Second', signedOn: null, addsServices: [] };
  expect(withAmendment([FIRST], second)).toEqual([FIRST, { key: 'second', title: 'Second' }]);
  const changed = { ...FIRST, noticePeriods: undefined, provisions: [], breachNoticeHours: 24 };
  expect(withAmendment([FIRST], changed)).toEqual([
    {
      ...{ key: 'first-amendment', title: 'First Amendment', signedOn: '2026-03-01' },
      ...{ noticePeriods: { cureDays: 15 }, breachNoticeHours: 24 },
    },
  ]);
});

it('tells what each changes, and which change nothing yet', () => {
  const unsigned = { key: 'b', title: 'B', addsServices: ['chat', 'scribe'], endsOn: '2028-01-31' };
  const later = { ...FIRST, effectiveOn: '2026-12-01', removesServices: ['chat'], breachNoticeHours: 24 };
  expect(amendmentLines([later, unsigned], 'scribe', '2026-11-29').map(({ told }) => told)).toEqual([
    'Signed Mar 1, 2026, counts from Dec 1, 2026; takes off 1 other tool; breach notice within 24 hours; changes periods; changes 1 clause',
    'Not signed, so it does not count yet; adds this tool; adds 1 other tool; new last day Jan 31, 2028',
  ]);
});

it('names the clauses that signed amendments change', () => {
  const provisions = [{ id: 'BAA-R01', group: 'required_element' }] as unknown as ClauseCatalog['provisions'];
  const unsigned = { ...FIRST, key: 'second', signedOn: null };
  expect(amendedClauses([FIRST, unsigned], { provisions })).toEqual([
    { provision: 'BAA-R01', told: 'First Amendment, from Mar 1, 2026: There, but weak (section 2)' },
  ]);
});
