// How evidence says that a vendor sent it and that nobody of the practice has looked at it: in the field for where it was found, which stands wherever
// evidence is shown and printed.
import type { CalendarDate } from '../common/calendar-date';

const SENT = 'Sent by the vendor through its link on ';
const MARK = '; nobody has looked at it yet';

export function notLookedAt(on: CalendarDate): string {
  return `${SENT}${on}${MARK}`;
}

/** @returns what to write once somebody has looked; null where it is not marked */
export function lookedAt(reference: string | null | undefined): string | null {
  if (!reference?.startsWith(SENT) || !reference.endsWith(MARK)) return null;
  return reference.slice(0, -MARK.length);
}
