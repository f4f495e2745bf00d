import fc from 'fast-check';
import { promiseStanding, type MeasuredFigure, type PromisedLevel } from './promise-kept';

const UP: MeasuredFigure = {
  ...{ measured: 99.95, unit: 'percent', scope: 'whole_period' },
  ...{ periodStart: '2026-10-01', periodEnd: '2026-10-31' },
};
const NINES: PromisedLevel = {
  measure: 'availability',
  promised: 99.9,
  unit: 'percent',
  measuredOver: 'month',
};
const SUPPORT: PromisedLevel = {
  measure: 'support_response',
  promised: 2,
  unit: 'hours',
  measuredOver: 'each_case',
};
const WAITED: MeasuredFigure = { ...UP, measured: 90, unit: 'minutes', scope: 'worst_case' };

const up = (changes: Partial<MeasuredFigure>, promise: Partial<PromisedLevel> = {}) =>
  promiseStanding({ ...UP, ...changes }, { ...NINES, ...promise }, ['availability']);
const waited = (changes: Partial<MeasuredFigure>, promise: Partial<PromisedLevel> = {}) =>
  promiseStanding({ ...WAITED, ...changes }, { ...SUPPORT, ...promise }, ['support_response']);

describe('A promise is held against what was measured', () => {
  it.each([
    ['more than promised', up({}), { verdict: 'kept', over: 0.05 }],
    ['exactly as promised', up({ measured: 99.9 }), { verdict: 'kept', over: 0 }],
    ['less than promised', up({ measured: 99.89 }), { verdict: 'not_kept', over: -0.01 }],
    [
      'a month that begins within one',
      up({ periodStart: '2026-10-15', periodEnd: '2026-11-14' }),
      { verdict: 'kept' },
    ],
    ['February', up({ periodStart: '2026-02-01', periodEnd: '2026-02-28' }), { verdict: 'kept' }],
    [
      'a quarter against a month',
      up({ periodEnd: '2026-12-31' }),
      { verdict: 'not_comparable', because: 'other_window' },
    ],
    [
      'a quarter against a quarter',
      up({ periodEnd: '2026-12-31' }, { measuredOver: 'quarter' }),
      { verdict: 'kept' },
    ],
    [
      'a promise over no window',
      up({ periodEnd: '2026-12-31' }, { measuredOver: null }),
      { verdict: 'kept' },
    ],
    [
      'the worst case against a share of a month',
      up({ scope: 'worst_case' }),
      { verdict: 'not_comparable', because: 'other_window' },
    ],
    ['minutes against hours', waited({}), { verdict: 'kept', over: -0.5 }],
    ['a minute too late', waited({ measured: 121 }), { verdict: 'not_kept', over: 0.016667 }],
    [
      'the average against each case',
      waited({ scope: 'average' }),
      { verdict: 'not_comparable', because: 'not_each_case' },
    ],
    [
      'business hours against hours',
      waited({ unit: 'business_hours' }),
      { verdict: 'not_comparable', because: 'other_unit' },
    ],
    [
      'business hours against business hours',
      waited({ unit: 'business_hours', measured: 2 }, { unit: 'business_hours' }),
      { verdict: 'kept', over: 0 },
    ],
    [
      'another measure',
      promiseStanding(UP, NINES, ['accuracy']),
      { verdict: 'not_comparable', because: 'other_measure' },
    ],
    [
      'no promise',
      promiseStanding(UP, null, ['availability']),
      { verdict: 'not_comparable', because: 'no_promise' },
    ],
  ])('%s', (_case, standing, expected) => {
    expect(standing).toMatchObject(expected);
  });

  it('does not hang on the unit that a time was measured in', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 0, max: 48 }),
        (minutes, promised) => {
          const inMinutes = waited({ measured: minutes, unit: 'minutes' }, { promised });
          expect(waited({ measured: minutes * 60, unit: 'seconds' }, { promised })).toEqual(inMinutes);
          expect(inMinutes.verdict).toBe(minutes <= promised * 60 ? 'kept' : 'not_kept');
        },
      ),
    );
  });

  it('more of the time up never breaks a promise that less kept', () => {
    const share = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(share, share, share, (one, other, promised) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        if (up({ measured: less }, { promised }).verdict === 'kept')
          expect(up({ measured: more }, { promised }).verdict).toBe('kept');
      }),
    );
  });
});
