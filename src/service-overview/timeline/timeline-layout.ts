// Where everything on the timeline lies, in units of the drawing. Dates come in, numbers go out; nothing is drawn here.
import { editionsOf } from '../../business-associate-agreements/agreement-editions';
import { addDays, addMonths, daysBetween, yearOf, type CalendarDate } from '../../common/calendar-date';
import { counted } from '../../reports/security-risk-assessment/number-words';
import { timelineEvents, type EventKind } from './timeline-events';
import type { TimelineAgreement, TimelineFacts } from './timeline-facts';

export interface Bar {
  x: number;
  width: number;
  /** `to_come`: after today; `unknown`: since when it runs is not on record */
  kind: 'flow' | 'unknown' | 'in_force' | 'to_come';
}

export interface Mark {
  x: number;
  kind: EventKind;
}

export interface GapStretch {
  x: number;
  width: number;
  /** "gap: 14 days"; empty where there is no room for it beside the one before */
  words: string;
  /** middle of the words */
  wordsX: number;
}

export interface Lane {
  title: string;
  /** of the bar: its upper edge */
  y: number;
  bars: Bar[];
  marks: Mark[];
  gaps: GapStretch[];
}

export interface TimelineLayout {
  width: number;
  height: number;
  from: CalendarDate;
  to: CalendarDate;
  todayX: number;
  years: { x: number; label: string }[];
  lanes: Lane[];
}

const TOP = 22;
const LANE = 46;
const TITLE = 18;
/** Room under the bar for the words of gaps. */
const GAP_WORDS = 16;
const GAP_LETTER = 6.2;
export const BAR_HEIGHT = 14;
const FOOT = 22;
const MOST_AHEAD_MONTHS = 18;
const YEAR_LABEL = 34;

/** @returns null where there is nothing to draw. @param earliest day to go back to */
export function timelineLayout(
  facts: TimelineFacts,
  width: number,
  earliest: CalendarDate,
): TimelineLayout | null {
  const { today, flows, agreements, gaps } = facts;
  const signed = agreements.filter((agreement) => editionsOf(agreement).length > 0);
  if (flows.length === 0 && signed.length === 0) return null;
  const { from, to } = rangeOf(facts, earliest);
  const days = daysBetween(from, to) + 1;
  const x = (day: CalendarDate): number =>
    round((daysBetween(from, clamped(day, from, addDays(to, 1))) / days) * width);
  const stretch = (first: CalendarDate, until: CalendarDate): { x: number; width: number } => ({
    x: x(first),
    width: round(Math.max(2, x(until) - x(first))),
  });
  const lanes: Omit<Lane, 'y'>[] = [];
  if (flows.length > 0) {
    lanes.push({
      title: 'Data flows',
      bars: flowBars(facts, from).map(({ first, until, kind }) => ({ ...stretch(first, until), kind })),
      marks: [],
      gaps: withWords(
        gaps.map((gap) => ({
          ...stretch(gap.from, addDays(gap.to, 1)),
          words: `gap: ${counted(gap.days, 'day')}`,
        })),
        width,
      ),
    });
  }
  const events = timelineEvents(facts);
  for (const agreement of agreements) {
    const marks = events
      .filter(({ agreement: key, on }) => key === agreement.key && on >= from && on <= to)
      .map(({ on, kind }) => ({ x: x(on), kind }));
    const bars = agreementBars(agreement, today, to).map(({ first, until, kind }) => ({
      ...stretch(first, until),
      kind,
    }));
    if (marks.length > 0 || bars.length > 0) lanes.push({ title: agreement.title, bars, marks, gaps: [] });
  }
  return {
    ...{ width, from, to, todayX: x(today), years: yearsOf(from, to, x, width) },
    height: TOP + lanes.reduce((sum, lane) => sum + heightOf(lane), 0) + FOOT,
    lanes: lanes.map((lane, place) => ({
      ...lane,
      y: TOP + lanes.slice(0, place).reduce((sum, before) => sum + heightOf(before), 0) + TITLE,
    })),
  };
}

/** From a month before the first thing that happened to a while after today, so that what is to come is seen coming. */
function rangeOf(facts: TimelineFacts, earliest: CalendarDate): { from: CalendarDate; to: CalendarDate } {
  const { today, flows } = facts;
  const dates = timelineEvents(facts).map(({ on }) => on);
  const hasUnknownStart = flows.some(({ since }) => since === null);
  const first = hasUnknownStart && dates.length === 0 ? addMonths(today, -12) : (dates.sort()[0] ?? today);
  const from = addMonths(first < today ? first : today, -1);
  const last = dates.at(-1) ?? today;
  const furthest = addMonths(today, MOST_AHEAD_MONTHS);
  const ahead = addMonths(last > today ? last : today, 1);
  return { from: from < earliest ? earliest : from, to: ahead > furthest ? furthest : ahead };
}

interface DatedBar {
  first: CalendarDate;
  /** the day after the last */
  until: CalendarDate;
  kind: Bar['kind'];
}

function flowBars({ today, flows }: TimelineFacts, from: CalendarDate): DatedBar[] {
  const until = addDays(today, 1);
  const known = flows.flatMap(({ since }) => since ?? []).sort();
  const bars: DatedBar[] = [];
  if (flows.some(({ since }) => since === null))
    bars.push({ first: from, until: known[0] ?? until, kind: 'unknown' });
  if (known[0] !== undefined) bars.push({ first: known[0], until, kind: 'flow' });
  return bars;
}

function agreementBars(agreement: TimelineAgreement, today: CalendarDate, to: CalendarDate): DatedBar[] {
  const tomorrow = addDays(today, 1);
  return editionsOf(agreement).flatMap(({ from, until }): DatedBar[] => {
    const end = until ?? addDays(to, 1);
    if (end <= tomorrow) return [{ first: from, until: end, kind: 'in_force' }];
    if (from >= tomorrow) return [{ first: from, until: end, kind: 'to_come' }];
    return [
      { first: from, until: tomorrow, kind: 'in_force' },
      { first: tomorrow, until: end, kind: 'to_come' },
    ];
  });
}

/** Each New Year's Day, with its year where there is room for it. */
function yearsOf(
  from: CalendarDate,
  to: CalendarDate,
  x: (day: CalendarDate) => number,
  width: number,
): TimelineLayout['years'] {
  const years = Array.from({ length: yearOf(to) - yearOf(from) }, (_none, index) => yearOf(from) + index + 1);
  let free = 0;
  return years.map((year) => {
    const at = x(`${year}-01-01`);
    const hasRoom = at >= free && at + YEAR_LABEL <= width;
    if (hasRoom) free = at + YEAR_LABEL;
    return { x: at, label: hasRoom ? String(year) : '' };
  });
}

function clamped(day: CalendarDate, from: CalendarDate, to: CalendarDate): CalendarDate {
  return day < from ? from : day > to ? to : day;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function heightOf({ gaps }: Pick<Lane, 'gaps'>): number {
  return LANE + (gaps.length > 0 ? GAP_WORDS : 0);
}

/** Words under each gap, as near as the edges let them; none where they would run into those before. */
function withWords(gaps: readonly Omit<GapStretch, 'wordsX'>[], width: number): GapStretch[] {
  let free = 0;
  return gaps.map((gap) => {
    const half = (gap.words.length * GAP_LETTER) / 2;
    const wordsX = round(Math.min(Math.max(gap.x + gap.width / 2, half), width - half));
    const hasRoom = wordsX - half >= free;
    if (hasRoom) free = wordsX + half + GAP_LETTER;
    return { ...gap, wordsX, words: hasRoom ? gap.words : '' };
  });
}
