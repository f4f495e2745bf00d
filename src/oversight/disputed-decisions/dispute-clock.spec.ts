import fc from 'fast-check';
import { addDays } from '../../common/calendar-date';
import { disputeStanding, type DisputeCourse } from './dispute-clock';

const RECEIVED: DisputeCourse = { receivedOn: '2026-11-01', answerDays: 14 };
const ANSWERED: DisputeCourse = {
  ...RECEIVED,
  decidedOn: '2026-11-10',
  reviewer: 'Priya Anand, Clinical director',
};
const APPEALED: DisputeCourse = { ...ANSWERED, appealOn: '2026-11-12', appealDays: 10 };

describe('A questioned decision', () => {
  it.each<[string, DisputeCourse, string, object]>([
    [
      'is open on the last promised day',
      RECEIVED,
      '2026-11-15',
      {
        state: 'open',
        answer: { from: '2026-11-01', dueOn: '2026-11-15', doneOn: null, days: 14, isLate: false },
        appeal: null,
      },
    ],
    [
      'is late the day after',
      RECEIVED,
      '2026-11-16',
      { answer: expect.objectContaining({ isLate: true, days: 15 }) },
    ],
    [
      'is answered in time, whenever one looks',
      ANSWERED,
      '2027-06-01',
      { state: 'answered', answer: expect.objectContaining({ isLate: false, days: 9 }) },
    ],
    [
      'was answered late for good',
      { ...ANSWERED, decidedOn: '2026-11-20' },
      '2026-11-21',
      { answer: expect.objectContaining({ isLate: true, days: 19 }) },
    ],
    [
      'is under appeal by a clock of its own',
      APPEALED,
      '2026-11-29',
      {
        state: 'appeal_open',
        appeal: { from: '2026-11-12', dueOn: '2026-11-22', doneOn: null, days: 17, isLate: true },
      },
    ],
    [
      'has no late appeal where no term was promised',
      { ...APPEALED, appealDays: null },
      '2027-11-29',
      { appeal: expect.objectContaining({ dueOn: null, isLate: false }) },
    ],
    [
      'is closed once the appeal is decided',
      { ...APPEALED, appealDecidedOn: '2026-11-20', appealReviewer: 'Dana Whitfield' },
      '2026-11-29',
      { state: 'closed', isSameReviewer: false },
    ],
    [
      'says when the same person decided twice',
      { ...APPEALED, appealDecidedOn: '2026-11-20', appealReviewer: ' priya anand, clinical director' },
      '2026-11-29',
      { isSameReviewer: true },
    ],
    [
      'is answered in no time on the same day',
      { ...ANSWERED, decidedOn: '2026-11-01' },
      '2026-11-01',
      { answer: expect.objectContaining({ days: 0, isLate: false }) },
    ],
  ])('%s', (_case, course, today, expected) => {
    expect(disputeStanding(course, today)).toMatchObject(expected);
  });

  it('is never taken for late while a longer term is not, and time alone never mends it', () => {
    const days = fc.nat(400);
    fc.assert(
      fc.property(days, days, days, fc.option(days), (term, more, passed, decided) => {
        const today = addDays(RECEIVED.receivedOn, passed);
        const decidedOn = decided === null ? null : addDays(RECEIVED.receivedOn, Math.min(decided, passed));
        const late = (answerDays: number, on: string) =>
          disputeStanding({ ...RECEIVED, answerDays, decidedOn }, on).answer.isLate;
        if (late(term + more, today)) expect(late(term, today)).toBe(true);
        if (late(term, today)) expect(late(term, addDays(today, more))).toBe(true);
        if (decidedOn) expect(late(term, addDays(today, more))).toBe(late(term, today));
      }),
    );
  });
});
