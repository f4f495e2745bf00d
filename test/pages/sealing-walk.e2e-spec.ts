// Sealing and comparing in a real browser, by two people at two computers: drawn up, commented on, answered and resolved, signed by the reviewer, sealed
// by the owner, taken along as PDF, JSON and XLSX, and compared with the next. axe looks at every page on the way, in light and dark.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { verifySealed } from '../../src/assessments/sealing';
import { ThrowawayFolders } from '../embedded-postgres/throwaway-folder';
import { newPage, openBrowser, violationsOn } from '../support/browser';
import { BuiltServer, ensureBuilt } from '../support/built-server';
import { furnish, signIn } from '../support/furnished-server';
import { rowsOf } from '../support/pdf-rows';
import { textOfPages } from '../support/pdf-text';
import { readWorkbook } from '../support/read-workbook';

const REVIEWER = 'robin@tests.example';
const folders = new ThrowawayFolders();
const folder = folders.make();
let browser: Browser;
let server: BuiltServer;
let practice: string;
let owner: Page;
let reviewer: Page;
const errors: string[][] = [];

beforeAll(async () => {
  ensureBuilt();
  server = new BuiltServer({ DATA_FOLDER: folder });
  [browser, practice] = await Promise.all([openBrowser(), furnish(server, 'usual')]);
  const [ofOwner, ofReviewer] = [await newPage(browser), await newPage(await browser.createBrowserContext())];
  [owner, reviewer] = [ofOwner.page, ofReviewer.page];
  errors.push(ofOwner.errors, ofReviewer.errors);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await server?.end('SIGKILL');
  folders.removeAll();
});

jest.setTimeout(900_000);

async function isSound(page: Page): Promise<void> {
  expect([page.url(), await violationsOn(page)]).toEqual([page.url(), []]);
}

/** Follows the link or presses the button that says so, as somebody does who reads the page, and looks at the page that comes. */
async function press(page: Page, words: string): Promise<void> {
  const found = await page.evaluateHandle(
    `[...document.querySelectorAll('main a, main button, main summary')].find(({ textContent }) => textContent.trim().startsWith(${JSON.stringify(words)}))`,
  );
  const element = found.asElement();
  if (!element) throw new Error(`${page.url()} has nothing that says "${words}"`);
  await Promise.all([page.waitForNavigation(), (element as { click: () => Promise<void> }).click()]);
  await isSound(page);
}

async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(fields)) {
    const selector = `[name="${name}"]`;
    const kind = await page.$eval(selector, (element) => element.tagName);
    if (kind === 'SELECT') await page.select(selector, text);
    else {
      await page.$eval(selector, (element) => ((element as unknown as { value: string }).value = ''));
      await page.type(selector, text);
    }
  }
}

const textOn = (page: Page): Promise<string> => page.$eval('main', (main) => main.textContent ?? '');

/** What a link of the page hands out, as the browser gets it. */
async function bytesBehind(page: Page, words: string): Promise<Buffer> {
  const text = (await page.evaluate(`(async () => {
    const link = [...document.querySelectorAll('main a')].find(({ textContent }) => textContent.trim().startsWith(${JSON.stringify(words)}));
    const bytes = new Uint8Array(await (await fetch(link.href)).arrayBuffer());
    let text = ''; for (const byte of bytes) text += String.fromCharCode(byte); return btoa(text);
  })()`)) as string;
  return Buffer.from(text, 'base64');
}

/** Asks for the file and waits on the page of its progress, reloading it once on the way. */
async function made(page: Page, assessment: string, format: string): Promise<Buffer> {
  await page.goto(assessment);
  await press(page, `Make the ${format}`);
  await page.reload();
  // A machine that does much else takes its time; a report that failed would be waited for in vain.
  const ended = await page.waitForFunction(
    `/Done[.]|Failed[.]/.exec(document.querySelector('#printing [role=status]')?.textContent ?? '')?.[0]`,
    { timeout: 300_000 },
  );
  expect(await ended.jsonValue()).toBe('Done.');
  await page.goto(assessment);
  return bytesBehind(page, `Save the ${format}`);
}

async function drawUp(page: Page): Promise<string> {
  await page.goto(`${practice}/assessments`);
  await press(page, 'Draw up an assessment');
  await fill(page, { 'assessor/name': 'Dana Whitfield', 'assessor/role': 'Owner' });
  await press(page, 'Draw up the draft');
  return page.url().split('?')[0] as string;
}

async function sign(
  page: Page,
  assessment: string,
  step: string,
  button: string,
  name: string,
  role: string,
): Promise<void> {
  await page.goto(assessment);
  await press(page, step);
  await fill(page, {
    name,
    role,
    statement: `I, ${name}, have read this assessment and asked about what I did not understand.`,
  });
  await press(page, button);
}

it('a reviewer is invited and comes in by the link of the mail', async () => {
  await signIn(owner, practice);
  await owner.goto(`${practice}/settings/people/invitations/new`);
  await fill(owner, { email: REVIEWER });
  await owner.click('[name=role][value=privacy_official]');
  await press(owner, 'Invite');
  const outbox = join(folder, 'outbox');
  const mail = readdirSync(outbox)
    .map((name) => readFileSync(join(outbox, name), 'utf8'))
    .join('\n');
  const link = /https?:\/\/\S+\/invitations\?token=\S+/.exec(
    mail.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '='),
  )?.[0] as string;
  await reviewer.goto(`${new URL(practice).origin}${new URL(link).pathname}${new URL(link).search}`);
  await fill(reviewer, { name: 'Robin Ellery', password: 'nine kettles beside an old canal' });
  await press(reviewer, 'Make an account and accept');
});

it('drawn up, commented on, resolved, signed, sealed, taken along and compared', async () => {
  const assessment = await drawUp(owner);
  const draft = await textOfPages(await made(owner, assessment, 'PDF'));
  expect(draft.filter((text) => !text.includes('DRAFT'))).toEqual([]);
  expect(draft[0]).toMatch(/Initial assessment: \d+ of \d+ facts open/);

  await reviewer.goto(assessment);
  await press(reviewer, 'Comments');
  await fill(reviewer, { section: 'agreements', text: 'Does the agreement cover transcripts?' });
  await press(reviewer, 'Add the comment');
  await owner.goto(`${practice}/assessments`);
  expect(await textOn(owner)).toMatch(/1 open comment on the assessment as of/);
  await owner.goto(assessment);
  await press(owner, 'Comments (1 open)');
  await press(owner, 'Answer or resolve');
  await fill(owner, { text: 'It does: section 2 names both.' });
  await press(owner, 'Send the answer');
  await press(owner, 'Resolve it');
  expect(await textOn(owner)).toContain('No comment is open.');

  await sign(reviewer, assessment, 'Sign as reviewer', 'Sign the review', 'Robin Ellery', 'Privacy official');
  expect(await textOn(reviewer)).not.toContain('Seal it');
  await sign(owner, assessment, 'Seal it', 'Seal it for good', 'Dana Whitfield', 'Owner');
  const told = await textOn(owner);
  for (const words of ['The seal holds.', 'Reviewed by Robin Ellery', 'Sealed by Dana Whitfield'])
    expect(told).toContain(words);

  const pdf = await made(owner, assessment, 'PDF');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const pages = await textOfPages(pdf);
  expect(pages.filter((text) => /DRAFT|Unsigned draft/.test(text))).toEqual([]);
  expect(pages.join('\n')).toContain('Robin Ellery');
  expect((await rowsOf(pdf)).broken).toEqual([]);
  const sealed = await bytesBehind(owner, 'Save the document (JSON)');
  expect(verifySealed(sealed)).toMatchObject({
    outcome: 'sealed-and-intact',
    signOff: { name: 'Dana Whitfield' },
  });
  expect(sealed.toString()).not.toContain('section 2 names both');
  const workbook = await made(owner, assessment, 'XLSX');
  expect((await readWorkbook(workbook)).sheets.length).toBeGreaterThan(5);

  await owner.goto(`${practice}/services/new`);
  await fill(owner, { name: 'Quill Scheduler', vendorName: 'Quill Scheduling, Inc.' });
  await owner.click('[name=functions][value=scheduling]');
  await owner.click('[name=usesAi][value=true]');
  await press(owner, 'Add the tool');
  const second = await drawUp(owner);
  expect(await textOn(owner)).toContain('Quill Scheduler');
  await owner.goto(`${practice}/assessments`);
  await press(owner, 'Compare two');
  const id = (url: string): string => url.split('/').at(-1) as string;
  await fill(owner, { before: id(assessment), now: id(second) });
  await press(owner, 'Compare');
  expect(await owner.$eval('section[aria-labelledby=result]', ({ textContent }) => textContent)).toContain(
    'Quill Scheduler',
  );
  expect(errors.flat()).toEqual([]);
});
