// What is due as an iCalendar feed (RFC 5545): an event of a whole day for each open occurrence that has a day. Pure; folding and escaping are the library's.
import { ICalCalendar, ICalEventTransparency } from 'ical-generator';
import { addDays, addMonths, type CalendarDate } from '../../common/calendar-date';
import { toldOccurrence } from '../asked-occurrences';
import type { ObligationsOfPractice } from '../obligations.service';
import { pageOf } from '../pages/obligation-addresses';

/** So far ahead a calendar shows what is due. */
const MONTHS_AHEAD = 14;
/** How often a calendar program should look again. */
const HOURS_KEPT = 12;

/**
 * @param at address of the pages of obligations, with the origin: each event leads to its page
 * @returns the text of the feed. It is the same for the same facts on the same day, so that its digest can be its ETag
 */
export function calendarFeed(organizationId: string, at: string, all: ObligationsOfPractice): string {
  const { occurrences, facts, today } = all;
  const last = addMonths(today, MONTHS_AHEAD);
  const events = occurrences.flatMap((occurrence) => {
    const { dueOn, state, id, subject, subjectName } = occurrence;
    if (dueOn === null || state === 'done' || dueOn > last) return [];
    const told = toldOccurrence(occurrence, all);
    return [
      {
        // the same time of the same thing keeps its event, also when its day moves
        id: `${id}@${organizationId}.duecare`,
        start: midnight(dueOn),
        end: midnight(addDays(dueOn, 1)),
        allDay: true,
        stamp: midnight(today),
        summary: subject ? `${told.title}: ${subjectName}` : told.title,
        description: `${told.whatToDo}\n${told.legalStatusWords}. ${told.interval}.`,
        url: pageOf(at, occurrence),
        transparency: ICalEventTransparency.TRANSPARENT,
      },
    ];
  });
  return new ICalCalendar({
    name: `What is due: ${facts.practice.name}`,
    prodId: { company: 'Duecare', product: 'Obligations', language: 'EN' },
    ttl: HOURS_KEPT * 3600,
    events,
  }).toString();
}

/** A day has no zone: the library writes the date of the moment in UTC. */
function midnight(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`);
}
