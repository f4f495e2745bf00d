import fc from 'fast-check';
import { addDays } from '../../common/calendar-date';
import { TRIAL_RESULTS } from '../oversight-words';
import { exitStanding, type PlannedExit, type PromisedExit } from './exit-standing';

const TODAY = '2026-11-29';
const PLAN: PlannedExit = {
  ...{ goesTo: 'The record system', formats: ['PDF'], noticeDays: 30 },
  trials: [{ triedOn: '2026-09-12', result: 'complete' }],
};
const TERMS: PromisedExit = {
  transitionDays: 60,
  deletionDays: 30,
  backupDays: 35,
  certificateOfDestruction: 'yes',
};
const of = (changes: Partial<PlannedExit>, terms: PromisedExit | null = TERMS) =>
  exitStanding({ ...PLAN, ...changes }, terms, 12, TODAY);
const tried = (triedOn: string, result: (typeof TRIAL_RESULTS)[number]) => ({ triedOn, result });

describe('A plan for leaving', () => {
  it.each<[string, object, object]>([
    [
      'lacks nothing',
      of({}),
      { lacks: [], trial: 'current', nextTrialOn: '2027-09-12', certificate: 'not_leaving' },
    ],
    [
      'lacks all',
      exitStanding({}, null, 12, TODAY),
      { lacks: ['destination', 'formats', 'notice', 'trial', 'terms'], trial: 'never' },
    ],
    [
      'formats of the terms count',
      of({ formats: null }, { ...TERMS, exportFormats: ['CSV'] }),
      { lacks: [] },
    ],
    [
      'no certificate is promised',
      of({}, { ...TERMS, certificateOfDestruction: 'unknown' }),
      { lacks: ['certificate_promised'] },
    ],
    [
      'a trial of a year ago still counts on its last day',
      of({ trials: [tried('2025-11-29', 'complete')] }),
      { trial: 'current' },
    ],
    [
      'and is old the day after',
      of({ trials: [tried('2025-11-28', 'complete')] }),
      { trial: 'old', lacks: ['trial'] },
    ],
    [
      'the last trial decides',
      of({ trials: [tried('2026-10-01', 'failed'), tried('2026-09-01', 'complete')] }),
      { trial: 'failed' },
    ],
    [
      'of one day the worse',
      of({ trials: [tried('2026-10-01', 'partly'), tried('2026-10-01', 'complete')] }),
      { trial: 'partly' },
    ],
    [
      'leaving to come',
      of({ leavingOn: '2026-12-31' }),
      { certificate: 'not_due', accessUntil: '2027-03-01', destroyedBy: '2027-03-06' },
    ],
    [
      'data may still be there',
      of({ leavingOn: '2026-10-01' }),
      { certificate: 'not_due', destroyedBy: '2026-12-05' },
    ],
    ['the certificate is awaited', of({ leavingOn: '2026-09-01' }), { certificate: 'awaited' }],
    [
      'the certificate came',
      of({ leavingOn: '2026-09-01', certificateOn: '2026-11-20' }),
      { certificate: 'received' },
    ],
    [
      'no term is on record',
      of({ leavingOn: '2026-09-01' }, null),
      { certificate: 'no_day', accessUntil: null },
    ],
    [
      'access as agreed goes before the terms',
      of({ leavingOn: '2026-12-31', accessUntil: '2027-01-31' }),
      { accessUntil: '2027-01-31' },
    ],
  ])('%s', (_case, standing, expected) => {
    expect(standing).toMatchObject(expected);
  });

  it('hangs on the order of no trials, and an old trial never makes up for a later one that failed', () => {
    const trials = fc.array(
      fc.record({
        triedOn: fc.integer({ min: 0, max: 900 }).map((days) => addDays('2024-06-01', days)),
        result: fc.constantFrom(...TRIAL_RESULTS),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(trials, (list) => {
        const standing = of({ trials: list });
        expect(of({ trials: [...list].reverse() }).trial).toBe(standing.trial);
        const last = [...list]
          .map(({ triedOn }) => triedOn)
          .sort()
          .at(-1);
        const failedLast = list.some(({ triedOn, result }) => triedOn === last && result === 'failed');
        if (failedLast) expect(standing.trial).toBe('failed');
        expect(standing.lacks.includes('trial')).toBe(standing.trial !== 'current');
      }),
    );
  });
});
