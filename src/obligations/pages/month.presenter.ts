// A month as a table: a row a week, Sunday first, in each day what is due or was done on it. Pure.
import { addDays, addMonths, monthOf, type CalendarDate } from '../../common/calendar-date';
import type { ObligationsOfPractice } from '../obligations.service';
import type { Occurrence, OccurrenceState } from '../rules/occurrences';
import { monthWords, rowOf, type OccurrenceRow } from './obligation-list.presenter';

/** What is called the same and stands the same on a day, once, with the things that it is about. */
export interface DayEntry {
  title: string;
  state: OccurrenceState;
  stateWords: string;
  items: { href: string; about: string }[];
}

export interface DayView {
  on: CalendarDate;
  weekday: string;
  /** day of the month, and the month where that is another */
  number: string;
  isToday: boolean;
  isOfMonth: boolean;
  entries: DayEntry[];
  /** those that the day has no room for, folded under it */
  more: DayEntry[];
}

/** Entries that a day shows at once where it has more. */
const SHOWN_ENTRIES = 3;

export interface MonthView {
  title: string;
  weekdays: readonly string[];
  weeks: DayView[][];
  earlier: { href: string; label: string };
  later: { href: string; label: string };
  /** how many are due in the month and not done */
  open: number;
}

/** @param wanted 2026-11; anything else is the month of today */
export function monthView(
  at: string,
  wanted: unknown,
  { occurrences, definitions, facts, today }: ObligationsOfPractice,
): MonthView {
  const first = firstOf(wanted, today);
  const next = addMonths(first, 1);
  const start = addDays(first, -weekdayOf(first));
  const days = Math.ceil((weekdayOf(first) + daysFrom(first, next)) / 7) * 7;
  const end = addDays(start, days - 1);
  const byDay = new Map<CalendarDate, Occurrence[]>();
  for (const one of occurrences) {
    const on = one.state === 'done' ? (one.doneOn ?? null) : one.dueOn;
    if (on && on >= start && on <= end) byDay.set(on, [...(byDay.get(on) ?? []), one]);
  }
  const dayOf = (date: CalendarDate): DayView => ({
    on: date,
    weekday: WEEKDAYS[weekdayOf(date)] as string,
    number: String(Number(date.slice(8))),
    isToday: date === today,
    isOfMonth: monthOf(date) === monthOf(first),
    ...roomFor(
      entriesOf(
        (byDay.get(date) ?? []).map((one) => rowOf(at, one, definitions, facts.practice.coveredEntity)),
      ),
    ),
  });
  const weeks = Array.from({ length: days / 7 }, (_week, week) =>
    Array.from({ length: 7 }, (_day, day) => dayOf(addDays(start, week * 7 + day))),
  );
  const link = (date: CalendarDate) => ({
    href: `${at}/calendar?month=${date.slice(0, 7)}`,
    label: monthWords(date),
  });
  return {
    title: monthWords(first),
    weekdays: WEEKDAYS,
    weeks,
    earlier: link(addMonths(first, -1)),
    later: link(next),
    open: occurrences.filter(
      ({ state, dueOn }) => state !== 'done' && dueOn !== null && dueOn >= first && dueOn < next,
    ).length,
  };
}

/** Nothing is folded for one entry alone. */
function roomFor(all: DayEntry[]): Pick<DayView, 'entries' | 'more'> {
  if (all.length <= SHOWN_ENTRIES + 1) return { entries: all, more: [] };
  return { entries: all.slice(0, SHOWN_ENTRIES), more: all.slice(SHOWN_ENTRIES) };
}

function entriesOf(rows: readonly OccurrenceRow[]): DayEntry[] {
  const entries = new Map<string, DayEntry>();
  for (const { title, state, stateWords, href, about } of rows) {
    const entry = entries.get(`${state} ${title}`) ?? { title, state, stateWords, items: [] };
    entry.items.push({ href, about: about || 'the practice' });
    entries.set(`${state} ${title}`, entry);
  }
  return [...entries.values()];
}

function firstOf(wanted: unknown, today: CalendarDate): CalendarDate {
  const isMonth = typeof wanted === 'string' && /^20\d{2}-(0[1-9]|1[0-2])$/.test(wanted);
  return `${isMonth ? wanted : today.slice(0, 7)}-01`;
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** Sunday is 0. */
function weekdayOf(date: CalendarDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

function daysFrom(first: CalendarDate, next: CalendarDate): number {
  return Number(addDays(next, -1).slice(8)) - Number(first.slice(8)) + 1;
}
