import { contradictionsOf, NOTHING_BESIDE, speaksAgainst, type RecordsBeside } from './contradictions';

const AGREEMENT = { id: '164.308(b)(1)', contradictedBy: 'flow_without_agreement' as const, promises: null };
const PROMISE = { id: '164.314(a)(2)(i)(A)', contradictedBy: null, promises: ['BAA-R14'] };
const BESIDE: RecordsBeside = {
  withoutAgreement: ['tidebook', 'chatbot'],
  missingPromises: [
    { agreement: 'b', provision: 'BAA-R14' },
    { agreement: 'a', provision: 'BAA-R14' },
    { agreement: 'c', provision: 'BAA-R16' },
  ],
  inventory: [],
};

describe('Records of the practice', () => {
  it('say nothing against an entry that none of them speaks of', () => {
    expect(contradictionsOf({ id: '164.310(b)', contradictedBy: null, promises: null }, BESIDE)).toEqual([]);
    expect(contradictionsOf(AGREEMENT, NOTHING_BESIDE)).toEqual([]);
    expect(contradictionsOf(PROMISE, NOTHING_BESIDE)).toEqual([]);
  });

  it('contradict a contract in place by flows that none covers', () => {
    expect(contradictionsOf(AGREEMENT, BESIDE)).toEqual([
      { kind: 'flow_without_agreement', services: ['chatbot', 'tidebook'] },
    ]);
  });

  it('contradict a promise by the agreements in which it was not found, and by no other', () => {
    expect(contradictionsOf(PROMISE, BESIDE)).toEqual([{ kind: 'promise_missing', agreements: ['a', 'b'] }]);
  });

  it('contradict encryption by what is not encrypted, and leave open what nobody knows', () => {
    const entry = { id: '164.312(a)(2)(iv)', contradictedBy: null, promises: null };
    const [laptop, phone] = (['laptop', 'phone'] as const).map((key) => ({ of: 'asset' as const, key }));
    const listed = (against: object[], open: object[]) =>
      contradictionsOf(entry, {
        ...NOTHING_BESIDE,
        inventory: [{ entry: entry.id, against, open, shown: null }] as RecordsBeside['inventory'],
      });
    const said = listed([laptop as object], [phone as object]);
    expect(said.map((one) => [one.kind, speaksAgainst(one)])).toEqual([
      ['inventory_says_no', true],
      ['inventory_does_not_know', false],
    ]);
    expect(listed([], [])).toEqual([]);
    expect(contradictionsOf({ ...entry, id: '164.312(b)' }, { ...BESIDE, inventory: [] })).toEqual([]);
  });
});
