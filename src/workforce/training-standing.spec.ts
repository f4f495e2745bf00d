import { loadCatalogs } from '../catalogs/load-catalogs';
import { isFor, STAFF_JOBS, type StaffJob } from './training-module';
import { trainingStanding, type CompletedTraining } from './training-standing';

const { modules } = loadCatalogs().training;
const intake = modules.find(({ id }) => id === 'intake')!;
const person = (over: object = {}) => ({
  ...{ key: 'ana', name: 'Ana', jobs: ['intake'] as StaffJob[] },
  ...{ startedOn: null, leftOn: null, recordedOn: '2026-01-01' },
  ...over,
});
const done = (completedOn: string, passed = true): CompletedTraining => ({
  ...{ staffMember: 'ana', module: 'intake', completedOn, passed },
});
const CORRECTION = {
  ...{ says: 'Judged too early.', stillCounts: true, correctedOn: '2026-01-25' },
  correctedBy: { name: 'Omar Reyes', role: 'Office manager' },
};
const standing = (completed: CompletedTraining[], today: string, over: object = {}) =>
  trainingStanding([person(over)], [intake], completed, { today, firstWithinDays: 30 }).map(
    ({ state, passedOn, dueOn }) => [state, passedOn, dueOn],
  );

describe('Training', () => {
  it.each<[string, CompletedTraining[], string, [string, string | null, string]]>([
    ['never done, in time', [], '2026-01-31', ['missing', null, '2026-01-31']],
    ['never done, late', [], '2026-02-01', ['overdue', null, '2026-01-31']],
    ['passed', [done('2026-01-20')], '2027-01-20', ['current', '2026-01-20', '2027-01-20']],
    ['passed too long ago', [done('2026-01-20')], '2027-01-21', ['overdue', '2026-01-20', '2027-01-20']],
    ['not passed', [done('2026-01-20', false)], '2026-01-21', ['failed', null, '2026-01-31']],
    [
      'passed at the second try',
      [done('2026-01-20', false), done('2026-01-22')],
      '2026-02-21',
      ['current', '2026-01-22', '2027-01-22'],
    ],
    [
      'passed once, failed since',
      [done('2026-01-20'), done('2026-06-22', false)],
      '2026-07-21',
      ['failed', '2026-01-20', '2027-01-20'],
    ],
    [
      'passed, and corrected to be no pass',
      [{ ...done('2026-01-20'), corrections: [{ ...CORRECTION, stillCounts: false }] }],
      '2026-01-31',
      ['missing', null, '2026-01-31'],
    ],
    [
      'passed, with a correction that leaves it as it is',
      [{ ...done('2026-01-20'), corrections: [CORRECTION] }],
      '2026-01-31',
      ['current', '2026-01-20', '2027-01-20'],
    ],
    [
      'done after the day that is asked about',
      [done('2026-01-30')],
      '2026-01-20',
      ['missing', null, '2026-01-31'],
    ],
  ])('%s', (_what, completed, today, expected) => expect(standing(completed, today)).toEqual([expected]));

  it('counts from the day on which somebody begins, where that is after being put on the list', () => {
    expect(standing([], '2026-03-05', { startedOn: '2026-03-01' })).toEqual([
      ['missing', null, '2026-03-31'],
    ]);
    expect(standing([], '2026-02-20', { startedOn: '2026-03-01' })).toEqual([]);
    expect(standing([], '2026-02-20', { leftOn: '2026-02-19' })).toEqual([]);
  });

  it('is asked by the job', () => {
    const asked = (jobs: StaffJob[]) => modules.filter((module) => isFor(module, jobs)).map(({ id }) => id);
    expect(asked(['clinician'])).toContain('clinical-use');
    expect(asked(['clinician'])).not.toContain('intake');
    expect(asked(['office'])).toContain('privacy-in-the-office');
    for (const job of STAFF_JOBS) expect(asked([job])).toContain('ai-basics');
    expect(new Set(STAFF_JOBS.flatMap((job) => asked([job]))).size).toBe(modules.length);
  });
});
