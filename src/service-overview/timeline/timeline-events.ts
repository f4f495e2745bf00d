// What happened to the agreements about a tool, and what is to come, as a list with dates: the drawing in words.
import { startOf, amendmentsInOrder } from '../../business-associate-agreements/agreement-editions';
import { standingOn } from '../../business-associate-agreements/state-on-date';
import { addMonths, type CalendarDate } from '../../common/calendar-date';
import { shortDate } from '../../reports/security-risk-assessment/date-words';
import { counted } from '../../reports/security-risk-assessment/number-words';
import type { TimelineAgreement, TimelineFacts } from './timeline-facts';

export type EventKind = 'flow' | 'step' | 'start' | 'amendment' | 'renewal' | 'notice' | 'end' | 'gap';

export interface TimelineEvent {
  on: CalendarDate;
  kind: EventKind;
  words: string;
  /** key of the agreement; null for flows and gaps */
  agreement: string | null;
  /** after today */
  isToCome: boolean;
}

const MOST_RENEWALS = 60;

/** Oldest first; of one day in the order flows, agreements, gaps. */
export function timelineEvents(facts: TimelineFacts): TimelineEvent[] {
  const { today, flows, agreements, gaps } = facts;
  const events = [
    ...flowsByDay(flows).map(([on, numbers]) =>
      event(today, on, 'flow', `Data starts to flow: ${numbers.join(', ')}`),
    ),
    ...agreements.flatMap((agreement) => eventsOf(agreement, today)),
    ...gaps.map(({ from, to, days }) => {
      const until = to >= today ? 'to this day' : `to ${shortDate(to)}`;
      return event(
        today,
        from,
        'gap',
        `GAP: data flows without an agreement in force ${until}, ${counted(days, 'day')}`,
      );
    }),
  ];
  return events
    .map((one, place) => ({ one, place }))
    .sort((left, right) => compared(left.one.on, right.one.on) || left.place - right.place)
    .map(({ one }) => one);
}

function eventsOf(agreement: TimelineAgreement, today: CalendarDate): TimelineEvent[] {
  const { title, key, requestedOn, sentOn, negotiatingSince, signedOn, terminatedOn, supersededOn } =
    agreement;
  const start = startOf(agreement);
  const told = (on: CalendarDate | null | undefined, kind: EventKind, words: string): TimelineEvent[] =>
    on ? [event(today, on, kind, `${title}: ${words}`, key)] : [];
  return [
    ...told(requestedOn, 'step', 'asked for'),
    ...told(sentOn, 'step', 'draft sent'),
    ...told(negotiatingSince, 'step', 'wording is negotiated'),
    ...(signedOn === start ? told(signedOn, 'start', 'signed, in force') : told(signedOn, 'step', 'signed')),
    ...(signedOn === start ? [] : told(start, 'start', 'in force')),
    ...amendmentsInOrder(agreement).flatMap(({ amendment, counts }) =>
      told(counts, 'amendment', `amended by ${amendment.title}`),
    ),
    ...renewalsUntil(agreement, today).flatMap((on) => told(on, 'renewal', 'renewed by itself')),
    ...toCome(agreement, today, told),
    ...told(terminatedOn, 'end', 'no longer in force: a party ended it'),
    ...told(supersededOn, 'end', 'another agreement took its place'),
  ];
}

/** The end of the term that runs, or of the last that ran. */
function toCome(
  agreement: TimelineAgreement,
  today: CalendarDate,
  told: (on: CalendarDate | null | undefined, kind: EventKind, words: string) => TimelineEvent[],
): TimelineEvent[] {
  const { terminatedOn, supersededOn, autoRenews, noticeDaysToLeave, signedOn } = agreement;
  if (!signedOn) return [];
  const ended = [terminatedOn, supersededOn].some((on) => on && on <= today);
  const { termEndsOn, leaveNoticeBy } = standingOn(agreement, today, 0);
  const endsOn = termEndsOn ?? lastEnd(agreement);
  if (ended || !endsOn) return [];
  const notice = noticeDaysToLeave == null ? '' : ` (${counted(noticeDaysToLeave, 'day')} before the end)`;
  return [
    ...told(leaveNoticeBy, 'notice', `last day for notice to leave${notice}`),
    ...(autoRenews
      ? told(endsOn, 'renewal', 'the term ends, and it renews by itself')
      : told(endsOn, 'end', 'last day in force')),
  ];
}

function lastEnd(agreement: TimelineAgreement): CalendarDate | null {
  return amendmentsInOrder(agreement).reduce<CalendarDate | null>(
    (end, { amendment }) => amendment.endsOn ?? end,
    agreement.endsOn ?? null,
  );
}

/** First days of the terms that followed the first, up to a day. Counted from the first end, so that the 31st stays the 31st where it can. */
export function renewalsUntil(agreement: TimelineAgreement, until: CalendarDate): CalendarDate[] {
  const { autoRenews, renewalTermMonths, terminatedOn, supersededOn } = agreement;
  const endsOn = lastEnd(agreement);
  if (!autoRenews || !renewalTermMonths || !endsOn) return [];
  const found: CalendarDate[] = [];
  for (let terms = 0; terms < MOST_RENEWALS; terms += 1) {
    const end = addMonths(endsOn, terms * renewalTermMonths);
    const isOver = [terminatedOn, supersededOn].some((on) => on && on <= end);
    if (end >= until || isOver) break;
    found.push(end);
  }
  return found;
}

function flowsByDay(flows: TimelineFacts['flows']): [CalendarDate, string[]][] {
  const days = new Map<CalendarDate, string[]>();
  for (const { number, since } of flows) if (since) days.set(since, [...(days.get(since) ?? []), number]);
  return [...days];
}

function event(
  today: CalendarDate,
  on: CalendarDate,
  kind: EventKind,
  words: string,
  agreement: string | null = null,
): TimelineEvent {
  return { on, kind, words, agreement, isToCome: on > today };
}

function compared(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
