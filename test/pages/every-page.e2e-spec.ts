// Every page that a link leads to, in a practice with the usual lot in it: it is there, axe finds nothing in light or dark, and it fits a telephone.
import type { Browser } from 'puppeteer-core';
import { ThrowawayFolders } from '../embedded-postgres/throwaway-folder';
import { newPage, openBrowser, violationsOn } from '../support/browser';
import { BuiltServer, ensureBuilt } from '../support/built-server';
import { crawl } from '../support/crawl';
import { furnish, signIn } from '../support/furnished-server';

const folders = new ThrowawayFolders();
let browser: Browser;
let server: BuiltServer;
let practice: string;

beforeAll(async () => {
  ensureBuilt();
  server = new BuiltServer({ DATA_FOLDER: folders.make() });
  [browser, practice] = await Promise.all([openBrowser(), furnish(server, 'usual')]);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await server?.end('SIGKILL');
  folders.removeAll();
});

jest.setTimeout(1_800_000);

/** Federal rules that are cited outside of a link, a label, what somebody typed, a drawing (its list has the links), or the page that tells what the rule says. */
const BARE_CITATIONS = `(() => {
  if (location.pathname.startsWith('/help/citations/')) return [];
  const found = [];
  const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const cited = texts.currentNode.textContent.match(/4[25] CFR (Part 2\\b|\\d+\\.\\d+[()A-Za-z0-9]*)/);
    if (cited && !texts.currentNode.parentElement.closest('a, label, legend, textarea, option, svg, .about')) found.push(cited[0]);
  }
  return found;
})()`;

it('is there, shuts nobody out, runs nothing foreign and fits a telephone', async () => {
  const { page, errors } = await newPage(browser);
  await signIn(page, practice);
  const faults: string[] = [];
  const visits = await crawl(page, practice, async ({ path, status }) => {
    if (status !== 200) faults.push(`${path}: ${status}`);
    for (const violation of await violationsOn(page)) faults.push(`${path}: ${violation}`);
    for (const bare of (await page.evaluate(BARE_CITATIONS)) as string[])
      faults.push(`${path}: ${bare} leads to no paraphrase`);
    await page.setViewport({ width: 390, height: 800 });
    const overflow = (await page.evaluate('document.documentElement.scrollWidth - innerWidth')) as number;
    if (overflow > 0) faults.push(`${path}: ${overflow} pixels too wide for a telephone`);
    await page.setViewport({ width: 1200, height: 900 });
  });
  process.stdout.write(`pages looked at: ${visits.length}\n`);
  expect(faults).toEqual([]);
  expect(errors).toEqual([]);
  expect(visits.length).toBeGreaterThan(5);
});
