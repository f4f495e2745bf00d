// The cursor of the list of obligations: an occurrence is no row, so the place after which a page begins is its due date and its id.
import { isCalendarDate } from '../common/calendar-date';
import { foreignCursor } from '../common/http/paging';
import type { Occurrence } from './rules/occurrences';

export type OccurrencePlace = Pick<Occurrence, 'dueOn' | 'id'>;

const WITHOUT_DATE = 'none';

export function cursorOf({ dueOn, id }: OccurrencePlace): string {
  return Buffer.from(`${dueOn ?? WITHOUT_DATE} ${id}`).toString('base64url');
}

/** @throws DomainError request-invalid unless the cursor is one that this list gave */
export function placeOf(cursor: string): OccurrencePlace {
  const [dueOn, id, ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const isDate = dueOn === WITHOUT_DATE || isCalendarDate(dueOn);
  if (isDate && id && rest.length === 0 && /^[\w:-]+$/.test(id))
    return { dueOn: dueOn === WITHOUT_DATE ? null : dueOn, id };
  throw foreignCursor();
}

/** Those after a place, in the order of the list: by due date, those without one last, then by id. */
export function after<T extends OccurrencePlace>(
  occurrences: readonly T[],
  place: OccurrencePlace | null,
): T[] {
  if (!place) return [...occurrences];
  const rank = ({ dueOn, id }: OccurrencePlace) => `${dueOn ?? '9999-12-31'} ${id}`;
  return occurrences.filter((one) => rank(one) > rank(place));
}
