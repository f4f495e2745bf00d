import fc from 'fast-check';
import { addDays, addMonths } from '../common/calendar-date';
import { dueStanding, type LastDone } from './next-due';

describe('When it is due next', () => {
  it.each<[string, LastDone[], number | null, object]>([
    ['never done', [], 1, { state: 'never_done', dueOn: null, daysLeft: null }],
    [
      'an interval after the last time',
      [{ doneOn: '2026-10-31' }],
      1,
      { dueOn: '2026-11-30', state: 'due', daysLeft: 1 },
    ],
    [
      'on the day that was agreed on',
      [{ doneOn: '2026-10-01', nextOn: '2026-12-15' }],
      1,
      { dueOn: '2026-12-15', state: 'due' },
    ],
    [
      'due on its last day',
      [{ doneOn: '2026-10-29' }],
      1,
      { dueOn: '2026-11-29', state: 'due', daysLeft: 0 },
    ],
    [
      'overdue the day after',
      [{ doneOn: '2026-10-28' }],
      1,
      { dueOn: '2026-11-28', state: 'overdue', daysLeft: -1 },
    ],
    [
      'the latest time decides',
      [{ doneOn: '2026-11-01' }, { doneOn: '2026-03-01', nextOn: '2026-04-01' }],
      1,
      { lastOn: '2026-11-01', dueOn: '2026-12-01' },
    ],
    [
      'without an interval and a day there is no day',
      [{ doneOn: '2026-11-01' }],
      null,
      { state: 'no_day', dueOn: null },
    ],
  ])('%s', (_case, done, months, expected) => {
    expect(dueStanding(done, months, '2026-11-29')).toMatchObject(expected);
  });

  const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days));

  it('hangs on the order of nothing, and one more time done never makes it due sooner', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(day, { minLength: 1, maxLength: 6 }),
        day,
        fc.integer({ min: 1, max: 36 }),
        (days, today, months) => {
          const done = days.map((doneOn) => ({ doneOn }));
          const standing = dueStanding(done, months, today);
          expect(dueStanding([...done].reverse(), months, today)).toEqual(standing);
          expect(standing.dueOn).toBe(addMonths([...days].sort().at(-1) as string, months));
          const more = dueStanding([...done, { doneOn: today }], months, today);
          expect((more.dueOn as string) >= (standing.dueOn as string)).toBe(true);
          expect(standing.state === 'overdue').toBe((standing.dueOn as string) < today);
        },
      ),
    );
  });
});
