import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dateInTimeZone,
  dayBefore,
  daysBetween,
  isCalendarDate,
  nextDay,
} from './calendar-date';

const DAY = 86_400_000;
const utc = (date: string) => Date.parse(`${date}T00:00:00Z`);
const written = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);

/** Dates from 1950 to 2150, so that what is added stays between 1900 and 2199. */
const dates = fc
  .integer({ min: utc('1950-01-01') / DAY, max: utc('2150-12-31') / DAY })
  .map((day) => written(day * DAY));
const days = fc.integer({ min: -15_000, max: 15_000 });
const months = fc.integer({ min: -500, max: 500 });

describe('calendar dates', () => {
  it.each(['2024-02-29', '2000-02-29', '1900-01-01', '2026-12-31', '2199-12-31'])('%s exists', (date) => {
    expect(isCalendarDate(date)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0026-01-01',
    '1899-12-31',
    '2026-1-1',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '12026-01-01',
    '',
    20260101,
    null,
    undefined,
    new Date(),
  ])('%p does not', (value) => {
    expect(isCalendarDate(value)).toBe(false);
  });

  it('compare like the days that they are', () => {
    fc.assert(
      fc.property(dates, dates, (one, other) => {
        expect(one < other).toBe(utc(one) < utc(other));
      }),
    );
  });
});

describe('adding days', () => {
  it('is the arithmetic of days that are all 24 hours long: summer time has no say', () => {
    fc.assert(
      fc.property(dates, days, (date, count) => {
        const later = addDays(date, count);
        expect(later).toBe(written(utc(date) + count * DAY));
        expect(isCalendarDate(later)).toBe(true);
      }),
    );
  });

  it('one before or after is the same arithmetic, over the ends of months and years too', () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(nextDay(date)).toBe(addDays(date, 1));
        expect(dayBefore(date)).toBe(addDays(date, -1));
      }),
    );
    expect(['2024-02-29', '2025-02-28', '2025-12-31'].map(nextDay)).toEqual([
      '2024-03-01',
      '2025-03-01',
      '2026-01-01',
    ]);
    expect(['2024-03-01', '2025-03-01', '2026-01-01'].map(dayBefore)).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2025-12-31',
    ]);
  });

  it('and the days between undo each other', () => {
    fc.assert(
      fc.property(dates, days, (date, count) => {
        expect(daysBetween(date, addDays(date, count))).toBe(count);
        expect(addDays(addDays(date, count), -count)).toBe(date);
      }),
    );
  });

  it('the days between add up over any date on the way', () => {
    fc.assert(
      fc.property(dates, dates, dates, (from, over, to) => {
        expect(daysBetween(from, over) + daysBetween(over, to)).toBe(daysBetween(from, to));
      }),
    );
  });

  it.each([
    ['2026-03-07', 1, '2026-03-08'],
    ['2026-03-08', 1, '2026-03-09'],
    ['2026-10-31', 1, '2026-11-01'],
    ['2026-11-01', 1, '2026-11-02'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-12-31', 1, '2026-01-01'],
  ])('%s and %i is %s, where clocks change or not', (date, count, expected) => {
    expect(addDays(date, count)).toBe(expected);
  });
});

describe('adding months', () => {
  it('keeps the day of the month, or takes the last day of a month that has no such day', () => {
    fc.assert(
      fc.property(dates, months, (date, count) => {
        const later = addMonths(date, count);
        const [year, month, day] = date.split('-').map(Number) as [number, number, number];
        const index = year * 12 + month - 1 + count;
        const lastDay = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
        expect(later).toBe(written(Date.UTC(Math.floor(index / 12), index % 12, Math.min(day, lastDay))));
      }),
    );
  });

  it('never makes the order of two dates turn round', () => {
    fc.assert(
      fc.property(dates, dates, months, (one, other, count) => {
        const [earlier, later] = [one, other].sort() as [string, string];
        expect(addMonths(earlier, count) <= addMonths(later, count)).toBe(true);
      }),
    );
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-31', -2, '2025-11-30'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s and %i months is %s', (date, count, expected) => {
    expect(addMonths(date, count)).toBe(expected);
  });
});

describe('the date of an instant in a time zone', () => {
  it.each([
    ['America/Chicago', '2026-11-22T05:59:59.999Z', '2026-11-21'],
    ['America/Chicago', '2026-11-22T06:00:00.000Z', '2026-11-22'],
    // summer time: midnight in Chicago is an hour earlier by UTC
    ['America/Chicago', '2026-07-01T04:59:59.999Z', '2026-06-30'],
    ['America/Chicago', '2026-07-01T05:00:00.000Z', '2026-07-01'],
    // the days on which clocks change
    ['America/Chicago', '2026-03-08T05:59:59.999Z', '2026-03-07'],
    ['America/Chicago', '2026-03-09T04:59:59.999Z', '2026-03-08'],
    ['America/Chicago', '2026-11-02T05:59:59.999Z', '2026-11-01'],
    // either side of the date line, and zones off by half hours
    ['Pacific/Kiritimati', '2026-12-31T10:00:00.000Z', '2027-01-01'],
    ['Pacific/Pago_Pago', '2027-01-01T10:59:59.999Z', '2026-12-31'],
    ['Asia/Kolkata', '2026-02-28T18:30:00.000Z', '2026-03-01'],
    ['UTC', '2026-02-28T23:59:59.999Z', '2026-02-28'],
  ])('in %s at %s is %s', (zone, instant, expected) => {
    expect(dateInTimeZone(new Date(instant), zone)).toBe(expected);
  });

  it('is a date that exists, at most a day from that of UTC, whatever zone and moment', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const instants = fc.date({
      min: new Date('1950-01-02T00:00:00Z'),
      max: new Date('2150-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const date = dateInTimeZone(instant, zone);
        expect(isCalendarDate(date)).toBe(true);
        expect(Math.abs(daysBetween(written(instant.getTime()), date))).toBeLessThanOrEqual(1);
      }),
    );
  });
});
