// A list that a page shows whole: people of a practice, its keys. Those are dozens, and the services give them in pages.
import { PageQuery, type Page } from '../common/http/paging';

const MOST_PAGES = 20;

/** @returns what the service lists, up to some thousands */
export async function allOf<T>(list: (query: PageQuery) => Promise<Page<T>>): Promise<T[]> {
  const found: T[] = [];
  const query = Object.assign(new PageQuery(), { limit: 200 });
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const { items, nextCursor } = await list(query);
    found.push(...items);
    if (nextCursor === null) break;
    query.cursor = nextCursor;
  }
  return found;
}
