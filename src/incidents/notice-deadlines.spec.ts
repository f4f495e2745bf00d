import fc from 'fast-check';
import { dateInTimeZone, daysBetween } from '../common/calendar-date';
import { delayedUntil, noticeDueBy, yearlyReportDueBy } from './notice-deadlines';
import { anyDay, NUMBERS } from '../../test/factories/incidents.arbitrary';

describe('The notice to the people concerned is due', () => {
  it.each([
    ['60 calendar days after discovery, weekends and holidays among them', '2026-10-13', '2026-12-12'],
    ['across the end of a year', '2026-12-31', '2027-03-01'],
    ['across the end of February in a leap year', '2027-12-31', '2028-02-29'],
    ['from the first of January', '2027-01-01', '2027-03-02'],
  ])('%s', (_what, discoveredOn, dueOn) => expect(noticeDueBy(discoveredOn, NUMBERS)).toBe(dueOn));
});

describe('The yearly report to HHS is due', () => {
  it.each([
    ['on 1 March after a year', '2026-10-13', '2027-03-01'],
    ['on 1 March for what was discovered on 31 December', '2026-12-31', '2027-03-01'],
    [
      'a year later for what was discovered a day later, on 29 February of a leap year',
      '2027-01-01',
      '2028-02-29',
    ],
    ['on 29 February where the next year is a leap year', '2027-12-31', '2028-02-29'],
    ['on 1 March where the year itself is a leap year', '2028-02-29', '2029-03-01'],
    ['on 1 March of 2100, which is no leap year', '2099-06-01', '2100-03-01'],
  ])('%s', (_what, discoveredOn, dueOn) => expect(yearlyReportDueBy(discoveredOn, NUMBERS)).toBe(dueOn));

  it('never before the notice to the people would be', () =>
    fc.assert(fc.property(anyDay, (day) => yearlyReportDueBy(day, NUMBERS) >= noticeDueBy(day, NUMBERS))));
});

it('the day of discovery is the one of the place of the practice', () => {
  const instant = new Date('2027-01-01T05:30:00Z');
  const days = ['America/Chicago', 'America/New_York', 'Pacific/Guam'].map((zone) =>
    dateInTimeZone(instant, zone),
  );
  expect(days).toEqual(['2026-12-31', '2027-01-01', '2027-01-01']);
  expect(days.map((day) => yearlyReportDueBy(day, NUMBERS))).toEqual([
    '2027-03-01',
    '2028-02-29',
    '2028-02-29',
  ]);
});

describe('An official who asks for a delay', () => {
  it.each([
    ['delays nothing without a statement', null, null],
    [
      'delays for the time in writing',
      { statedOn: '2026-10-03', inWriting: true, until: '2027-06-30' },
      '2027-06-30',
    ],
    ['delays 30 days by word of mouth', { statedOn: '2026-10-03', inWriting: false }, '2026-11-02'],
    [
      'delays no longer by word of mouth, whatever was said',
      { statedOn: '2026-10-03', inWriting: false, until: '2027-06-30' },
      '2026-11-02',
    ],
    [
      'delays less where less was asked for',
      { statedOn: '2026-10-03', inWriting: false, until: '2026-10-10' },
      '2026-10-10',
    ],
    ['delays nothing in writing that names no time', { statedOn: '2026-10-03', inWriting: true }, null],
  ])('%s', (_what, delay, until) => expect(delayedUntil(delay, NUMBERS)).toBe(until));
});

it('an earlier discovery never gives a later day', () =>
  fc.assert(
    fc.property(anyDay, anyDay, (one, other) => {
      const [first, second] = [one, other].sort() as [string, string];
      expect(noticeDueBy(first, NUMBERS) <= noticeDueBy(second, NUMBERS)).toBe(true);
      expect(yearlyReportDueBy(first, NUMBERS) <= yearlyReportDueBy(second, NUMBERS)).toBe(true);
      expect(daysBetween(first, noticeDueBy(first, NUMBERS))).toBe(60);
    }),
  ));
