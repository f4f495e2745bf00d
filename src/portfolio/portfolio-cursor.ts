// The cursor of this list: it can be sorted by any column, so a page begins after so many practices.
import { foreignCursor } from '../common/http/paging';

export function cursorAt(offset: number): string {
  return Buffer.from(`after ${offset}`).toString('base64url');
}

/** @throws DomainError request-invalid unless the cursor is one that this list gave */
export function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const [, digits] = /^after (\d{1,6})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (digits === undefined) throw foreignCursor();
  return Number(digits);
}
