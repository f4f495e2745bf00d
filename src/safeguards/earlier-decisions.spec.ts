import * as fc from 'fast-check';
import { withEarlierDecisions } from './earlier-decisions';
import type { AddressableDecisionFields, EarlierDecisionFields } from './safeguard.fields';

const TODAY = '2026-11-22';

function aDecision(why: string): AddressableDecisionFields {
  return {
    outcome: 'not_reasonable',
    whyNotReasonable: why,
    whyNoAlternative: 'Nothing is stored here.',
    decidedOn: '2026-02-01',
    decidedBy: { name: 'Dana Whitfield', role: 'Owner' },
  };
}
const until = (why: string, replacedOn: string): EarlierDecisionFields => ({ ...aDecision(why), replacedOn });

const [FIRST, SECOND] = [aDecision('One room.'), aDecision('Two rooms now.')];

describe('A decision on an addressable specification', () => {
  it('stays on record with the day until which it was in effect when another takes its place', () => {
    expect(withEarlierDecisions({ decision: FIRST }, { decision: SECOND }, TODAY)).toEqual({
      ...{ decision: SECOND, earlierDecisions: [until('One room.', TODAY)] },
    });
  });

  it('stays on record when it is taken back', () => {
    const changes = { status: 'in_place', decision: null };
    expect(withEarlierDecisions({ decision: FIRST }, changes, TODAY)).toEqual({
      ...{ ...changes, earlierDecisions: [until('One room.', TODAY)] },
    });
  });

  it('comes after those before it, the oldest first', () => {
    const before = { decision: SECOND, earlierDecisions: [until('One room.', '2026-05-01')] };
    expect(withEarlierDecisions(before, { decision: null }, TODAY).earlierDecisions).toEqual([
      until('One room.', '2026-05-01'),
      until('Two rooms now.', TODAY),
    ]);
  });

  it('is no earlier one while it stands', () => {
    expect(withEarlierDecisions({ decision: FIRST }, { status: 'partly' }, TODAY)).toEqual({
      status: 'partly',
    });
    expect(withEarlierDecisions({ decision: null }, { decision: FIRST }, TODAY)).toEqual({ decision: FIRST });
  });

  it('is not taken out by a file that does not know it', () => {
    const before = { decision: SECOND, earlierDecisions: [until('One room.', '2026-05-01')] };
    expect(withEarlierDecisions(before, { earlierDecisions: null }, TODAY)).toEqual({});
    expect(withEarlierDecisions(before, { earlierDecisions: [] }, TODAY)).toEqual({});
  });

  it('is added by a file that knows another, and not twice', () => {
    const before = { decision: SECOND, earlierDecisions: [until('One room.', '2026-05-01')] };
    const given = [until('No room.', '2025-05-01'), until('One room.', '2026-05-01')];
    expect(withEarlierDecisions(before, { earlierDecisions: given }, TODAY)).toEqual({
      earlierDecisions: [until('One room.', '2026-05-01'), until('No room.', '2025-05-01')],
    });
  });

  it('is never lost, whatever is done in which order', () => {
    const anyWhy = fc.constantFrom('a', 'b', 'c');
    const anyChange = fc.oneof(
      anyWhy.map((why) => ({ decision: aDecision(why) })),
      fc.constant({ decision: null }),
      fc.array(anyWhy, { maxLength: 3 }).map((list) => ({
        earlierDecisions: list.map((why) => until(why, '2026-01-01')),
      })),
    );
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 12 }), (changes) => {
        let record: Parameters<typeof withEarlierDecisions>[0] = {};
        const said = new Set<string>();
        changes.forEach((change, day) => {
          if ('decision' in change && change.decision) said.add(change.decision.whyNotReasonable);
          const kept = record.earlierDecisions?.length ?? 0;
          record = {
            ...record,
            ...withEarlierDecisions(record, { ...change }, `2026-11-${String(day + 10)}`),
          };
          expect(record.earlierDecisions?.length ?? 0).toBeGreaterThanOrEqual(kept);
        });
        const onRecord = [record.decision, ...(record.earlierDecisions ?? [])].map(
          (one) => one?.whyNotReasonable,
        );
        for (const why of said) expect(onRecord).toContain(why);
      }),
    );
  });
});
