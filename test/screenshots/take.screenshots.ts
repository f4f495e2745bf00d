// `npm run screenshots`: every page that a link leads to, wide and narrow, in practices with nothing, a usual lot and much in them, into screenshots/.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { ThrowawayFolders } from '../embedded-postgres/throwaway-folder';
import { newPage, openBrowser } from '../support/browser';
import { BuiltServer, ensureBuilt } from '../support/built-server';
import { crawl } from '../support/crawl';
import { furnish, FURNISHINGS, signIn } from '../support/furnished-server';

const FOLDER = join(__dirname, '..', '..', 'screenshots');
const WIDTHS = { wide: 1200, phone: 390 };

jest.setTimeout(1_800_000);

const folders = new ThrowawayFolders();
let browser: Browser;

beforeAll(async () => {
  ensureBuilt();
  browser = await openBrowser();
  rmSync(FOLDER, { recursive: true, force: true });
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
    const folder = join(FOLDER, furnishing);
    mkdirSync(folder, { recursive: true });
    const visits = await crawl(page, practice, async ({ name }) => {
      for (const [word, width] of Object.entries(WIDTHS)) {
        await page.setViewport({ width, height: 900 });
        await page.screenshot({ path: join(folder, `${name}.${word}.png`), fullPage: true });
      }
    });
    process.stdout.write(`${furnishing}: ${visits.length} pages\n`);
  } finally {
    await server.end('SIGKILL');
  }
});
