// `npm run screenshots`: every page that a link leads to, wide and narrow, in practices with nothing, a usual lot and much in them, into screenshots/. What no link
// leads to is in beyond-links.screenshots.ts.
import type { Browser } from 'puppeteer-core';
import { ThrowawayFolders } from '../embedded-postgres/throwaway-folder';
import { newPage, openBrowser } from '../support/browser';
import { BuiltServer, ensureBuilt } from '../support/built-server';
import { crawl } from '../support/crawl';
import { furnish, FURNISHINGS, signIn } from '../support/furnished-server';
import { Pictures } from './pictures';

jest.setTimeout(1_800_000);

const folders = new ThrowawayFolders();
let browser: Browser;

beforeAll(async () => {
  ensureBuilt();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  folders.removeAll();
});

it.each(FURNISHINGS)('of every page of a practice that is %s', async (furnishing) => {
  const server = new BuiltServer({ DATA_FOLDER: folders.make() });
  try {
    const practice = await furnish(server, furnishing);
    const { page } = await newPage(browser);
    await signIn(page, practice);
    const pictures = new Pictures(furnishing);
    const visits = await crawl(page, practice, ({ name }) => pictures.take(page, name));
    process.stdout.write(`${furnishing}: ${visits.length} pages\n`);
  } finally {
    await server.end('SIGKILL');
  }
});
