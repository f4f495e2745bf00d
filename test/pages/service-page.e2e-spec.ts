// The page of a tool in a real browser: adjustments set, changed and withdrawn, the timeline with its gaps, contradictions, history.
import type { Browser, Page } from 'puppeteer-core';
import { ThrowawayFolders } from '../embedded-postgres/throwaway-folder';
import { newPage, openBrowser, tabTo, violationsOn } from '../support/browser';
import { BuiltServer, ensureBuilt } from '../support/built-server';
import { furnish, signIn } from '../support/furnished-server';

const folders = new ThrowawayFolders();
let server: BuiltServer;
let browser: Browser;
let page: Page;
let errors: string[];
let practice: string;

jest.setTimeout(180_000);

beforeAll(async () => {
  ensureBuilt();
  browser = await openBrowser();
  server = new BuiltServer({ DATA_FOLDER: folders.make() });
  practice = await furnish(server, 'usual');
  ({ page, errors } = await newPage(browser));
  await signIn(page, practice);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await server?.end('SIGKILL');
  folders.removeAll();
});

async function follow(words: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click(`::-p-xpath(//main//a[contains(., "${words}")])`)]);
}

async function send(): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click('form.sheet .actions button')]);
}

async function openTool(name: string): Promise<void> {
  await page.goto(practice);
  await follow(name);
}

function textOf(section: string): Promise<string> {
  const of = `[...document.querySelectorAll('section')].find((one) => one.getAttribute('aria-labelledby') === '${section}')`;
  return page.evaluate(`${of}.innerText`) as Promise<string>;
}

it('the timeline shows gap days in words and hatching, wide and narrow, and has a list beneath', async () => {
  await openTool('Cobblemere Recorder');
  expect(await textOf('agreement')).toMatch(/\d+ of \d+ days without an agreement in force/);
  const drawn = (width: number): Promise<unknown> =>
    page.setViewport({ width, height: 900 }).then(() =>
      page.evaluate(`[...document.querySelectorAll('svg.timeline')].filter((one) => one.checkVisibility()).map((one) => ({
        words: [...one.querySelectorAll('.gap-word')].map((word) => word.textContent),
        hatched: [...one.querySelectorAll('.gap')].map((gap) => getComputedStyle(gap).fill.startsWith('url')),
        fits: one.getBoundingClientRect().right <= innerWidth, title: one.querySelector('title').textContent }))`),
    );
  const expected = [
    {
      words: ['gap: 14 days', expect.stringMatching(/^gap: \d+ days$/)],
      ...{ hatched: [true, true], fits: true, title: 'Agreements about Cobblemere Recorder over time' },
    },
  ];
  expect(await drawn(1200)).toEqual(expected);
  expect(await drawn(390)).toEqual(expected);
  await page.setViewport({ width: 1200, height: 900 });
  await page.click(
    '::-p-xpath(//section[@aria-labelledby="agreement"]//summary[contains(., "The same as a list")])',
  );
  expect(await textOf('agreement')).toContain(
    'GAP: data flows without an agreement in force to Jul 14, 2025, 14 days',
  );
});

it('contradictions name both records and lead to them, with no key in any sentence', async () => {
  await openTool('Cobblemere Recorder');
  expect(await textOf('contradictions')).toContain(
    'The AI Tech Checklist on “Business associate agreement signed” against Agreements',
  );
  const words = (await page.evaluate("document.querySelector('main').innerText")) as string;
  expect(words).not.toMatch(/\b(baa_signed|no_training|recorder-audio|cobblemere-baa-\d+)\b/);
  await page.click('::-p-xpath(//section[@aria-labelledby="contradictions"]//a[.="Flow F1"])');
  expect(page.url()).toMatch(/#data-flows$/);
});

it('a figure is judged otherwise with name and reason, changed and withdrawn, and stays in the history', async () => {
  await openTool('Fernhill Scribe');
  const [threat] = (await page.$$('details.threat')) as [NonNullable<Awaited<ReturnType<Page['$']>>>];
  await threat.click();
  await follow('Set a figure of it yourself');
  expect(await page.$eval('[name=threat]', (one) => (one as unknown as { value: string }).value)).toMatch(
    /^T-\d\d$/,
  );
  expect(await page.$('[name=level]:checked')).toBeNull();
  await page.click('[name=target][value=impact]');
  await page.click('[name=level][value=very_high]');
  await page.click('[name="assessor/role"]', { count: 3 }); // what they are here is offered
  await page.keyboard.type('Security official');
  await send();
  expect(await page.$eval('#faults', (one) => (one as unknown as { innerText: string }).innerText)).toContain(
    'Why?',
  );
  expect(await page.$('[name=level][value=very_high]:checked')).not.toBeNull();
  expect(await violationsOn(page)).toEqual([]);
  await page.type('[name=reason]', 'Drafts were signed unread last month.');
  await send();
  expect(await textOf('adjustments')).toMatch(
    /to\s+Very high[^]*Drafts were signed unread[^]*Dana Whitfield, Security official[^]*Counts/,
  );
  await follow('Change the adjustment');
  await page.click('[name=level][value=high]');
  await send();
  expect(await textOf('adjustments')).toMatch(/to\s+High/);
  await follow('Withdraw the adjustment');
  await page.type('[name="withdrawal/reason"]', 'Drafts are read again.');
  await send();
  expect(await textOf('adjustments')).toMatch(
    /Withdrawn on .* by Dana Whitfield, Owner: Drafts are read again\./,
  );
  expect(await page.$('::-p-xpath(//a[contains(., "Withdraw the adjustment")])')).toBeNull();
  await follow('Who did what');
  const history = (await page.evaluate("document.querySelector('ol.history').innerText")) as string;
  expect(history).toMatch(
    /Dana Whitfield withdrew the adjustment[^]*changed the adjustment[^]*added the adjustment/,
  );
  expect(await violationsOn(page)).toEqual([]);
});

it('each field of the map leads to what lies in it, and from there to the threat, opened', async () => {
  await page.goto(practice);
  await page.click('.map td a');
  await page.waitForSelector('td details[open] a');
  await Promise.all([page.waitForNavigation(), page.click('td details[open] a')]);
  expect(await page.$('details.threat[open]')).not.toBeNull();
});

it('what changed since the last sealed assessment is told on the first page', async () => {
  await openTool('Tidebook');
  await follow('Change Business'); // its agreement
  await page.$eval('[name=terminatedOn]', (one) => {
    (one as unknown as { value: string }).value = '2026-11-01';
  });
  await send();
  await page.goto(practice);
  const changes = await textOf('changes');
  expect(changes).toMatch(/Tidebook: risk higher|no longer in force/);
  expect(await violationsOn(page)).toEqual([]);
  expect(errors).toEqual([]);
});

it('the page of a tool begins with what stops it and what would change it, and says what else is on it', async () => {
  await openTool('Cobblemere Recorder');
  const headings = await page.$$eval('main h2', (found) => found.map((one) => one.textContent));
  expect(headings.slice(0, 4)).toEqual(['What stops it', 'What would change it', 'On this page', 'Why']);
  const links = await page.$$eval('.on-page a', (found) =>
    found.map((one) => (one as unknown as { hash: string }).hash),
  );
  for (const link of links) expect(await page.$(link)).not.toBeNull();
  expect(await page.$eval('.on-page', (one) => (one as unknown as { innerText: string }).innerText)).toMatch(
    /Data\s+\d+ flows?, \d+ without an agreement/,
  );
});

it('who follows a link to a threat that is folded away sees it opened', async () => {
  await openTool('Cobblemere Recorder');
  const [hidden] = (await page.$$eval('details.folded details.threat', (found) =>
    found.map(({ id }) => id),
  )) as string[];
  expect(hidden).toBeDefined();
  await page.goto(`${page.url().split('#')[0]}#${hidden}`);
  expect(await page.$eval(`#${hidden}`, (one) => (one as unknown as { open: boolean }).open)).toBe(true);
  expect(
    await page.$eval(`#${hidden}`, (one) =>
      (one as unknown as { checkVisibility(): boolean }).checkVisibility(),
    ),
  ).toBe(true);
});

it.each([true, false])(
  'on a telephone the rooms are folded under where one is, with scripts %s',
  async (scripts) => {
    await page.setJavaScriptEnabled(scripts);
    await page.setViewport({ width: 390, height: 900 });
    await page.goto(`${practice}/registers/findings`);
    const shown = (): Promise<string[]> =>
      page.$$eval('nav.rooms a', (found) =>
        found
          .filter((one) => (one as unknown as { checkVisibility(): boolean }).checkVisibility())
          .map(({ textContent }) => textContent ?? ''),
      );
    expect(await shown()).toEqual([]);
    const summaries = await page.$$eval('nav.rooms summary', (found) =>
      found.map(({ textContent }) => textContent),
    );
    expect(summaries).toEqual(['Menu: Registers', 'Registers: Findings']);
    await tabTo(page, 'nav.rooms summary');
    await page.keyboard.press('Enter');
    expect(await shown()).toContain('Obligations');
    expect(await page.$$eval('nav.rooms [aria-current=page]', (found) => found.length)).toBe(4);
    await page.setViewport({ width: 1200, height: 900 });
    expect(await shown()).toEqual(expect.arrayContaining(['Overview', 'Findings', 'Exit plans']));
    await page.setJavaScriptEnabled(true);
  },
);
