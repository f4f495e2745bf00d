// From sending a questionnaire to accepted answers, in a real browser: the practice in one, the vendor in another that knows nothing of the first.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { ThrowawayFolders } from '../embedded-postgres/throwaway-folder';
import { newPage, openBrowser, violationsOn } from '../support/browser';
import { BuiltServer, ensureBuilt } from '../support/built-server';
import { furnish, signIn } from '../support/furnished-server';

const folders = new ThrowawayFolders();
const sent = mkdtempSync(join(tmpdir(), 'duecare-vendor-'));
const DOCUMENT = join(sent, 'security-overview.pdf');
const SERVICE = 'lanternway-rooms';
let ofPractice: Browser;
let ofVendor: Browser;
let server: BuiltServer;
let practice: string;

beforeAll(async () => {
  ensureBuilt();
  writeFileSync(DOCUMENT, '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
  server = new BuiltServer({ DATA_FOLDER: folders.make() });
  [ofPractice, ofVendor, practice] = await Promise.all([
    openBrowser(),
    openBrowser(),
    furnish(server, 'usual'),
  ]);
}, 300_000);

afterAll(async () => {
  await Promise.all([ofPractice?.close(), ofVendor?.close()]);
  await server?.end('SIGKILL');
  folders.removeAll();
  rmSync(sent, { recursive: true, force: true });
});

jest.setTimeout(600_000);

/** Presses and waits for the page that comes. */
async function press(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector);
  await Promise.all([page.waitForNavigation(), page.$eval(selector, (element) => element.click())]);
}

const wordsOf = (page: Page, selector = 'main'): Promise<string> =>
  page.$eval(selector, (element) => element.textContent ?? '');

/** In place of what stands in the field. */
async function setValue(page: Page, name: string, value: string): Promise<void> {
  await page.evaluate(`document.querySelector('[name="${name}"]').value = ${JSON.stringify(value)}`);
}

/** Nothing that shuts people out in light or dark, and nothing wider than a telephone. */
async function look(page: Page, name: string): Promise<void> {
  expect([name, await violationsOn(page)]).toEqual([name, []]);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  if (process.env.PICTURES)
    await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true });
  await page.setViewport({ width: 390, height: 800 });
  if (process.env.PICTURES)
    await page.screenshot({ path: `${process.env.PICTURES}/${name}-phone.png`, fullPage: true });
  const overflow = (await page.evaluate('document.documentElement.scrollWidth - innerWidth')) as number;
  expect([name, overflow]).toEqual([name, 0]);
  await page.setViewport({ width: 1200, height: 900 });
}

/** Asks about the tool and makes a link. @returns the link */
async function sendLink(page: Page): Promise<string> {
  await page.goto(`${practice}/questionnaires?service=${SERVICE}`);
  await press(page, '.asks form button');
  await look(page, 'issued');
  await press(page, 'a[href$="/vendor-links"]');
  await look(page, 'send');
  await page.type('[name=validDays]', '0');
  await press(page, 'form.sheet .actions button');
  expect(await wordsOf(page, '#faults')).toContain('For how many days');
  await look(page, 'send-refused');
  await setValue(page, 'validDays', '14');
  await press(page, 'form.sheet .actions button');
  await look(page, 'once');
  return wordsOf(page, '.secret code');
}

async function answerFirstPage(page: Page): Promise<void> {
  await press(page, 'a.button');
  await look(page, 'answer');
  await Promise.all([
    page.waitForResponse((answer) => answer.url().includes('/saves')),
    page.$eval('.question .ticks input:not([value=unknown])', (choice) => choice.click()),
  ]);
  await page.waitForFunction("document.getElementById('saved').textContent.includes('Saved')");
  await press(page, '.attached a');
  await look(page, 'document');
  await press(page, 'form.sheet .actions button');
  expect(await page.$('#faults')).not.toBeNull();
  await look(page, 'document-refused');
  await page.type('[name=title]', 'Security overview, version 7');
  await setValue(page, 'issuedOn', '2026-03-02');
  await (await page.$('input[name=file]'))?.uploadFile(DOCUMENT);
  await press(page, 'form.sheet .actions button');
  expect(await wordsOf(page)).toContain('Shown by: Security overview, version 7');
  await look(page, 'attached');
}

it('the vendor answers by the link, attaches, submits; the practice sees it beside the document and accepts it', async () => {
  const { page: ours, errors } = await newPage(ofPractice);
  const { page: theirs, errors: theirErrors } = await newPage(ofVendor);
  await signIn(ours, practice);
  const link = await sendLink(ours);

  await theirs.goto(link);
  expect(theirs.url()).not.toContain('token');
  expect(await wordsOf(theirs, 'h1')).toContain('Questions about');
  await look(theirs, 'begin');
  await press(theirs, 'form.sheet .actions button');
  await look(theirs, 'overview');
  await answerFirstPage(theirs);
  await press(theirs, 'button[value=later]');
  await press(theirs, 'a[href$="/workbook"]');
  await look(theirs, 'workbook');
  await press(theirs, 'form.sheet .actions button');
  await look(theirs, 'workbook-refused');
  await press(theirs, 'main > p > a');
  await press(theirs, 'a[href$="/submission"]');
  await look(theirs, 'last-look');
  for (const [name, text] of Object.entries({
    name: 'Robin Achterberg',
    role: 'Head of security',
    email: 'robin@lanternway.example',
  }))
    await theirs.type(`[name=${name}]`, text);
  await press(theirs, 'form.sheet .actions button');
  expect(await wordsOf(theirs, '#faults')).toContain('still open');
  await theirs.click('[name=openCountsAsUnknown][value=true]');
  await press(theirs, 'form.sheet .actions button');
  await look(theirs, 'thanks');
  await theirs.goto(link);
  expect(await wordsOf(theirs)).toContain('ask the practice');
  await look(theirs, 'gone');

  await press(ours, 'a.button');
  expect(await wordsOf(ours)).toContain('Robin Achterberg, Head of security (robin@lanternway.example)');
  await look(ours, 'links');
  await press(ours, 'main > p > a');
  expect(await wordsOf(ours)).toContain('said by Robin Achterberg, Head of security');
  for (const [name, text] of Object.entries({ name: 'Dana Whitfield', role: 'Owner' }))
    await ours.type(`[name=${name}]`, text);
  await ours.click('[name=openCountsAsUnknown][value=true]');
  await press(ours, 'form[action$="/submissions"] .actions button');
  await press(ours, 'a[href$="/review"]');
  await look(ours, 'review');
  await press(ours, 'table a');
  expect(await wordsOf(ours)).toContain('From the vendor, not looked at yet');
  await look(ours, 'review-group');
  const file = await ours.$eval('.beside li a', (anchor) => anchor.href);
  expect(await ours.evaluate(`fetch(${JSON.stringify(file)}).then(({ status }) => status)`)).toBe(200);
  await ours.type('textarea', 'Read it; fits.');
  await ours.type('[name=role]', 'Owner');
  await press(ours, 'form.sheet .actions button');
  expect(await wordsOf(ours, '#faults')).toContain('so that your note can be kept');
  await look(ours, 'review-refused');
  await ours.click('form.sheet [value=accepted]');
  await press(ours, 'form.sheet .actions button');
  expect(await wordsOf(ours)).toContain('The review is recorded.');
  await press(ours, 'table a');
  expect(await wordsOf(ours)).toMatch(/Accepted by .*, Owner, on \d{4}-\d\d-\d\d: Read it; fits\./);
  expect(await wordsOf(ours)).not.toContain('not looked at yet');
  expect([...errors, ...theirErrors]).toEqual([]);
});

it('without scripts the vendor answers and submits too', async () => {
  const { page: ours } = await newPage(ofPractice);
  const { page: theirs } = await newPage(ofVendor, { scripts: false });
  await ours.goto(`${practice}/questionnaires?service=${SERVICE}`);
  await press(ours, '.asks form button');
  await press(ours, 'a[href$="/withdrawal"]');
  await look(ours, 'withdrawal');
  await press(ours, 'main > p > a');
  await press(ours, 'a[href$="/vendor-links"]');
  await ours.type('[name=validDays]', '2');
  await press(ours, 'form.sheet .actions button');
  await theirs.goto(await wordsOf(ours, '.secret code'));
  await Promise.all([theirs.waitForNavigation(), theirs.click('form.sheet .actions button')]);
  expect(theirs.url()).toMatch(/\/vendor-questionnaire$/);
  await Promise.all([theirs.waitForNavigation(), theirs.click('a.button')]);
  await theirs.click('.question .not-known input');
  await Promise.all([theirs.waitForNavigation(), theirs.click('button[value=later]')]);
  await Promise.all([theirs.waitForNavigation(), theirs.click('a[href$="/submission"]')]);
  for (const [name, text] of Object.entries({
    name: 'Robin',
    role: 'Founder',
    email: 'robin@lanternway.example',
  }))
    await theirs.type(`[name=${name}]`, text);
  await theirs.click('[name=openCountsAsUnknown][value=true]');
  await Promise.all([theirs.waitForNavigation(), theirs.click('form.sheet .actions button')]);
  expect(theirs.url()).toMatch(/\/vendor-link\/thanks$/);
});
