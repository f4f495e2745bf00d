import { decisionFaults, decisionStanding, decisionsThatStand, isContrary } from './decision-rules';
import { keptOfDecision } from './kept-of-decision';
import type { PracticeDecisionFields } from './practice-decision.fields';

const DANA = { name: 'Dana Whitfield', role: 'Security official' };
const TODAY = '2026-11-22';
const CONDITION = { condition: 'Every client has signed.', dueOn: '2026-12-01' };

function decision(changes: Partial<PracticeDecisionFields> = {}): PracticeDecisionFields {
  return {
    service: 'scribe',
    outcome: 'use_with_conditions',
    decidedBy: DANA,
    decidedOn: '2026-11-02',
    reasons: 'An hour a day.',
    conditions: [CONDITION],
    reviewOn: '2027-05-02',
    lookedAt: { asOf: '2026-11-02', decision: 'use_with_conditions', level: 'moderate' },
    ...changes,
  };
}

describe('A decision is contrary to the result', () => {
  it.each([
    ['use', 'acceptable', false],
    ['use', 'use_with_conditions', true],
    ['use_with_conditions', 'use_with_conditions', false],
    ['use_with_conditions', 'not_enough_known', true],
    ['use', 'do_not_use', true],
    ['do_not_use', 'acceptable', false],
    ['stop_using', 'do_not_use', false],
  ] as const)('%s where the result says %s: %s', (outcome, result, expected) => {
    expect(isContrary(outcome, result)).toBe(expected);
  });
});

describe('What a decision must say', () => {
  const contrary = { lookedAt: { asOf: TODAY, decision: 'do_not_use', level: 'high' } } as const;
  it.each<[string, Partial<PracticeDecisionFields>, string[]]>([
    ['nothing more, where all is said', {}, []],
    ['a condition, to use it with conditions', { conditions: [] }, ['conditions conditions-missing']],
    ['a reason, where it is less strict', contrary, ['contraryReason reason-missing']],
    ['no more once that is given', { ...contrary, contraryReason: 'The letter is on its way.' }, []],
    ['a review that lies ahead', { reviewOn: '2026-11-02' }, ['reviewOn dates-reversed']],
    ['a review within two years', { reviewOn: '2028-11-03' }, ['reviewOn term-too-long']],
    ['a day that is not tomorrow', { decidedOn: '2026-11-23' }, ['decidedOn dated-in-the-future']],
    [
      'conditions that are due after it',
      { conditions: [{ ...CONDITION, dueOn: '2026-11-01' }] },
      ['conditions/0/dueOn dates-reversed'],
    ],
    [
      'conditions that are not met tomorrow',
      { conditions: [{ ...CONDITION, metOn: '2026-11-23' }] },
      ['conditions/0/metOn dated-in-the-future'],
    ],
  ])('%s', (_case, changes, faults) => {
    const found = decisionFaults(decision(changes), TODAY).map(({ at, code }) => `${at.join('/')} ${code}`);
    expect(found).toEqual(faults);
  });
});

describe('How a decision stands', () => {
  it('tells open and overdue conditions, an overdue review, and a result that moved', () => {
    const now = decisionStanding(decision(), 'do_not_use', '2027-05-03', false);
    expect(now).toMatchObject({ isReviewOverdue: true, resultNow: 'do_not_use', isContrary: false });
    expect([now.openConditions.length, now.overdueConditions.length]).toEqual([1, 1]);
  });

  it('a superseded one asks for no review, and the same result is no news', () => {
    const then = decisionStanding(decision(), 'use_with_conditions', '2027-05-03', true);
    expect(then).toMatchObject({ isReviewOverdue: false, resultNow: null });
  });

  it('the latest about each thing stands, and none that lies ahead', () => {
    const all = [
      { ...decision(), key: 'a' },
      { ...decision({ decidedOn: '2026-11-10' }), key: 'b' },
      { ...decision({ decidedOn: '2026-11-30' }), key: 'c' },
      { ...decision({ service: null, lookedAt: null }), key: 'd' },
    ];
    const standing = decisionsThatStand(all, TODAY);
    expect([standing.get('scribe')?.key, standing.get(null)?.key]).toEqual(['b', 'd']);
  });
});

it('of one day the strictest decision stands, whatever its key', () => {
  const all = [
    { ...decision({ decidedOn: '2026-11-10', outcome: 'use' }), key: 'z' },
    { ...decision({ decidedOn: '2026-11-10', outcome: 'stop_using' }), key: 'a' },
    { ...decision({ decidedOn: '2026-11-10', outcome: 'do_not_use' }), key: 'm' },
  ];
  expect(decisionsThatStand(all, TODAY).get('scribe')?.key).toBe('a');
});

describe('What stays of a decision', () => {
  const before = decision();
  it.each<[string, Record<string, unknown>, string[]]>([
    ['a condition is met', { conditions: [{ ...CONDITION, metOn: TODAY }] }, []],
    [
      'a condition is reworded',
      { conditions: [{ ...CONDITION, condition: 'Some have.' }] },
      ['/conditions/0 history-kept'],
    ],
    ['a condition goes', { conditions: [] }, ['/conditions history-kept']],
    ['the reasons change', { reasons: 'Another.' }, ['/reasons history-kept']],
  ])('%s', (_case, after, faults) => {
    expect(keptOfDecision(before, after).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(faults);
  });

  it('a condition is met once', () => {
    const met = decision({ conditions: [{ ...CONDITION, metOn: '2026-11-20' }] });
    const again = { conditions: [{ ...CONDITION, metOn: TODAY }] };
    expect(keptOfDecision(met, again).map(({ code }) => code)).toEqual(['completed-twice']);
  });
});
