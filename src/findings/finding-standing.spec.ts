import fc from 'fast-check';
import { addDays } from '../common/calendar-date';
import type { CorrectiveActionFields, FindingFields, FindingReviewFields } from './finding.fields';
import { findingFaults } from './finding-faults';
import { historyFaults } from './finding-history';
import { findingStanding } from './finding-standing';

const SAM = { name: 'Sam Okafor', role: 'Office manager' };
const DANA = { name: 'Dana Whitfield', role: 'Security official' };
const TODAY = '2026-11-22';

function action(changes: Partial<CorrectiveActionFields> = {}): CorrectiveActionFields {
  return { key: 'one', action: 'Switch it on.', owner: SAM, dueOn: '2026-12-01', ...changes };
}
const DONE = action({ doneOn: '2026-11-10', done: 'Switched on.' });

function review(changes: Partial<FindingReviewFields> = {}): FindingReviewFields {
  return { outcome: 'works', on: '2026-11-15', by: DANA, seen: 'Tried it.', actionsSeen: 1, ...changes };
}

function finding(changes: Partial<FindingFields> = {}): FindingFields {
  return {
    title: 'A password alone opens it',
    source: 'own_observation',
    severity: 'high',
    foundOn: '2026-11-01',
    foundBy: SAM,
    ...changes,
  };
}

describe('How a finding stands', () => {
  const reopened = review({ outcome: 'reopened', on: '2026-11-18' });
  it.each<[string, Partial<FindingFields>, string]>([
    ['nothing is planned', {}, 'open'],
    ['an action is planned', { actions: [action()] }, 'open'],
    ['work began', { actions: [action({ startedOn: '2026-11-05' })] }, 'in_work'],
    ['work begins tomorrow', { actions: [action({ startedOn: '2026-11-23' })] }, 'open'],
    ['one of two is done', { actions: [DONE, action({ key: 'two' })] }, 'in_work'],
    ['all is done', { actions: [DONE] }, 'done'],
    ['all is done and somebody else saw that it works', { actions: [DONE], reviews: [review()] }, 'verified'],
    [
      'an action was added after that',
      { actions: [DONE, action({ key: 'two' })], reviews: [review()] },
      'in_work',
    ],
    ['it does not work', { actions: [DONE], reviews: [reopened] }, 'open'],
    ['it worked, then came back', { actions: [DONE], reviews: [review(), reopened] }, 'open'],
    [
      'it came back and a new action is done',
      { actions: [DONE, action({ key: 'two', doneOn: '2026-11-20', done: 'Done.' })], reviews: [reopened] },
      'done',
    ],
    ['the look back lies ahead', { actions: [DONE], reviews: [review({ on: '2026-11-23' })] }, 'done'],
  ])('%s', (_case, changes, state) => {
    expect(findingStanding(finding(changes), TODAY, false).state).toBe(state);
  });

  it('an acceptance that holds settles it, whatever else there is', () => {
    expect(findingStanding(finding(), TODAY, true).state).toBe('accepted');
  });

  it('is overdue from the day after the one on which an action is due', () => {
    const actions = [action({ dueOn: TODAY })];
    expect(findingStanding(finding({ actions }), TODAY, false).overdue).toEqual([]);
    const next = findingStanding(finding({ actions }), addDays(TODAY, 1), false);
    expect([next.overdue.length, next.nextDueOn]).toEqual([1, TODAY]);
  });

  it('an earlier look back that works does not outlive one that reopens, in whatever order days fall', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), (first, later) => {
        const on = addDays('2026-11-10', first);
        const reviews = [
          review({ on }),
          review({ outcome: 'reopened', on: addDays(on, later), actionsSeen: 1 }),
        ];
        const { state } = findingStanding(finding({ actions: [DONE], reviews }), '2027-02-01', false);
        expect(state).toBe('open');
      }),
    );
  });
});

describe('What does not fit within a finding', () => {
  it.each<[string, Partial<FindingFields>, string[]]>([
    ['nothing, where all is well', { actions: [DONE], reviews: [review()] }, []],
    ['a threat that is not named', { source: 'threat' }, ['sourceId source-unfit']],
    ['an observation with an id', { sourceId: 'T-04' }, ['sourceId source-unfit']],
    ['a finding of tomorrow', { foundOn: '2026-11-23' }, ['foundOn dated-in-the-future']],
    [
      'an action due before it was found',
      { actions: [action({ dueOn: '2026-10-01' })] },
      ['actions/0/dueOn dates-reversed'],
    ],
    [
      'done before work began',
      { actions: [action({ startedOn: '2026-11-12', doneOn: '2026-11-10', done: 'Done.' })] },
      ['actions/0/doneOn dates-reversed'],
    ],
    [
      'done with nothing that shows it',
      { actions: [action({ doneOn: '2026-11-10' })] },
      ['actions/0/done proof-missing'],
    ],
    ['done on no day', { actions: [action({ done: 'Done.' })] }, ['actions/0/doneOn day-missing']],
    [
      'done tomorrow',
      { actions: [action({ doneOn: '2026-11-23', done: 'Done.' })] },
      ['actions/0/doneOn dated-in-the-future'],
    ],
    ['the same key twice', { actions: [action(), action()] }, ['actions/1/key duplicate-key']],
    [
      'verified by the owner, however the name is written',
      { actions: [DONE], reviews: [review({ by: { ...SAM, name: ' sam  OKAFOR' } })] },
      ['reviews/0/by/name verified-by-owner'],
    ],
    [
      'verified with an action open',
      { actions: [action()], reviews: [review()] },
      ['reviews/0/outcome actions-open'],
    ],
    [
      'verified before it was done',
      { actions: [DONE], reviews: [review({ on: '2026-11-09' })] },
      ['reviews/0/outcome actions-open'],
    ],
    [
      'verified with no action at all',
      { reviews: [review({ actionsSeen: 0 })] },
      ['reviews/0/outcome actions-open'],
    ],
    [
      'more actions seen than there are',
      { actions: [DONE], reviews: [review({ actionsSeen: 2 })] },
      ['reviews/0/actionsSeen actions-miscounted'],
    ],
    [
      'look-backs out of order',
      { actions: [DONE], reviews: [review(), review({ outcome: 'reopened', on: '2026-11-12' })] },
      ['reviews/1/on dates-reversed'],
    ],
  ])('%s', (_case, changes, faults) => {
    const found = findingFaults(finding(changes), TODAY).map(({ at, code }) => `${at.join('/')} ${code}`);
    expect(found).toEqual(faults);
  });
});

describe('What stays of a finding', () => {
  const before = { actions: [DONE], reviews: [review()] };
  it.each<[string, Partial<FindingFields>, string[]]>([
    ['other fields change', {}, []],
    [
      'an action and a look back are added',
      { actions: [DONE, action({ key: 'two' })], reviews: [review(), review()] },
      [],
    ],
    ['the look back is taken out', { reviews: [] }, ['/reviews/0 history-kept']],
    ['the look back is reworded', { reviews: [review({ seen: 'Nothing.' })] }, ['/reviews/0 history-kept']],
    ['the done action is taken out', { actions: null }, ['/actions/0 history-kept']],
    ['the done action moves', { actions: [action({ key: 'two' }), DONE] }, ['/actions/0 history-kept']],
    [
      'it is completed a second time',
      { actions: [{ ...DONE, doneOn: '2026-11-12' }] },
      ['/actions/0/doneOn completed-twice'],
    ],
    ['it is undone', { actions: [{ ...DONE, doneOn: null }] }, ['/actions/0/doneOn completed-twice']],
  ])('%s', (_case, after, faults) => {
    expect(historyFaults(before, after).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(faults);
  });
});
