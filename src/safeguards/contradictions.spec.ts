import { contradictionsOf, NOTHING_BESIDE, type RecordsBeside } from './contradictions';

const AGREEMENT = { contradictedBy: 'flow_without_agreement' as const, promises: null };
const PROMISE = { contradictedBy: null, promises: ['BAA-R14'] };
const BESIDE: RecordsBeside = {
  withoutAgreement: ['tidebook', 'chatbot'],
  missingPromises: [
    { agreement: 'b', provision: 'BAA-R14' },
    { agreement: 'a', provision: 'BAA-R14' },
    { agreement: 'c', provision: 'BAA-R16' },
  ],
};

describe('Records of the practice', () => {
  it('say nothing against an entry that none of them speaks of', () => {
    expect(contradictionsOf({ contradictedBy: null, promises: null }, BESIDE)).toEqual([]);
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
});
