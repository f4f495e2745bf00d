// Goes from page to page by their links, as somebody does who looks at everything once.
import type { HTTPResponse, Page } from 'puppeteer-core';

/** Of pages that differ by an id alone so many are looked at. */
const MOST_ALIKE = 2;
const ID =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<=^\/help\/citations\/|\/safeguards\/entries\/)[^?]+/g;

export interface Visit {
  path: string;
  /** the path with ids left out, as a name of a file may be */
  name: string;
  status: number;
}

/** @param visit called on each page once it is there */
export async function crawl(
  page: Page,
  start: string,
  visit: (visit: Visit) => Promise<void>,
): Promise<Visit[]> {
  const { origin, pathname } = new URL(start);
  const visits: Visit[] = [];
  const queue = [pathname];
  const seen = new Map<string, number>();
  const known = new Set(queue);
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const form = path.replaceAll(ID, 'id').split('?', 1)[0] ?? '';
    const alike = seen.get(form) ?? 0;
    if (alike >= MOST_ALIKE) continue;
    seen.set(form, alike + 1);
    const answer = (await page.goto(`${origin}${path}`, { waitUntil: 'load' })) as HTTPResponse;
    const name = `${form.slice(1).replaceAll('/', '_') || 'first'}${alike === 0 ? '' : `-${alike + 1}`}`;
    const one = { path, name, status: answer.status() };
    visits.push(one);
    await visit(one);
    for (const next of await linksOn(page, origin)) {
      if (!known.has(next)) queue.push(next);
      known.add(next);
    }
  }
  return visits;
}

/** Links to other pages of ours: not to the API, to files that are handed out, or within the page. */
async function linksOn(page: Page, origin: string): Promise<string[]> {
  const hrefs = (await page.evaluate(
    "[...document.querySelectorAll('a[href]:not([download])')].map(({ href }) => href)",
  )) as string[];
  return hrefs
    .map((href) => new URL(href))
    .filter((url) => url.origin === origin && !/^\/(v1|docs|assets|openapi)/.test(url.pathname))
    .map(({ pathname, search }) => `${pathname}${search}`);
}
