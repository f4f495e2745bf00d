// The cursor of the list of tasks: a task is no row with an id of ours, so the place after which a page begins is its date and its name.
import { isCalendarDate } from '../common/calendar-date';
import { foreignCursor } from '../common/http/paging';
import type { TaskPlace } from './tasks.query';

export function cursorOf({ since, id }: TaskPlace): string {
  return Buffer.from(`${since} ${id}`).toString('base64url');
}

/** @throws DomainError request-invalid unless the cursor is one that this list gave */
export function placeOf(cursor: string): TaskPlace {
  const [since, id, ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (isCalendarDate(since) && id && rest.length === 0 && /^[\w:.-]+$/.test(id)) return { since, id };
  throw foreignCursor();
}
