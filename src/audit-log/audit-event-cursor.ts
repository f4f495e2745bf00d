// The cursor of the list of audit events: the number after which a page begins. Ids tell no order here, since each is of the clock of the process
// that wrote the entry, and one with a lower id may come later.
import { foreignCursor } from '../common/http/paging';

/** Of whole numbers that a double holds exactly. */
const NUMBER = /^\d{1,15}$/;

export function cursorAfter(sequence: number): string {
  return Buffer.from(String(sequence)).toString('base64url');
}

/** @throws DomainError request-invalid unless the cursor is one that this list gave */
export function sequenceOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!NUMBER.test(text)) throw foreignCursor();
  return Number(text);
}
