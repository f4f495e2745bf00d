// A real Chromium for tests of pages, the one that prints reports, with axe-core to look for what shuts people out.
import { readFileSync } from 'node:fs';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../../src/reports/printer/find-browser';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** A machine with much else to do answers late, and that is no fault of a page. */
const PATIENCE_MILLISECONDS = 120_000;
const VIEWPORT = { width: 1200, height: 900 };

export async function openBrowser(): Promise<Browser> {
  const { executablePath, environment } = await findBrowser({
    executablePath: process.env.CHROME_PATH ?? null,
  });
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return puppeteer.launch({
    executablePath,
    env: { ...process.env, ...environment },
    args: ['--disable-gpu', '--font-render-hinting=none', ...asRoot],
    defaultViewport: VIEWPORT,
  });
}

/**
 * A page that fails the test when a script of it fails, or the browser refuses something that it loads.
 * @param browser or a context of it, for somebody else at another computer
 */
export async function newPage(
  browser: Pick<Browser, 'newPage'>,
  { scripts = true } = {},
): Promise<{ page: Page; errors: string[] }> {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MILLISECONDS);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) errors.push(message.text());
  });
  await page.setJavaScriptEnabled(scripts);
  return { page, errors };
}

/** What axe finds on the page as it stands, in light and in dark. Scripts have to be on. */
export async function violationsOn(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(AXE);
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    const violations = (await page.evaluate(
      `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`,
    )) as string[];
    found.push(...violations.map((violation) => `${scheme} ${violation}`));
  }
  return found;
}

/** Presses Tab until the element has the focus: as somebody does who uses no mouse. @throws Error when it never gets it */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 400; presses += 1) {
    const isThere = await page.evaluate(
      `document.activeElement?.matches(${JSON.stringify(selector)}) === true`,
    );
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} cannot be reached by keyboard`);
}
