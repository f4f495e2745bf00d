import { changedFields } from './changed-fields';

describe('which fields a change changes', () => {
  const stored = {
    name: 'Northlight',
    website: null,
    provisions: [{ provision: 'BAA-A01', verdict: 'present' }],
  };

  it.each([
    ['an absent field is untouched', { name: undefined }, {}],
    ['the same value is no change', { name: 'Northlight' }, {}],
    ['null where nothing is stored is no change', { website: null }, {}],
    ['null clears what is stored', { name: null }, { name: null }],
    ['a new value is a change', { website: 'https://n.example' }, { website: 'https://n.example' }],
    [
      'a nested record that leaves an optional field out equals one that has it null',
      { provisions: [{ provision: 'BAA-A01', verdict: 'present', reference: null }] },
      {},
    ],
    [
      'a nested difference is a change of the whole field',
      { provisions: [{ provision: 'BAA-A01', verdict: 'weak' }] },
      { provisions: [{ provision: 'BAA-A01', verdict: 'weak' }] },
    ],
  ])('%s', (_sentence, changes, expected) => {
    expect(changedFields(stored, changes)).toEqual(expected);
  });
});
