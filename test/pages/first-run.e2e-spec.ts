// From the setup link to the first tool in a real browser: by keyboard alone, and again with scripts off.
import type { Browser, Page } from 'puppeteer-core';
import { ThrowawayFolders } from '../embedded-postgres/throwaway-folder';
import { newPage, openBrowser, tabTo, violationsOn } from '../support/browser';
import { BuiltServer, ensureBuilt } from '../support/built-server';

const folders = new ThrowawayFolders();
const servers: BuiltServer[] = [];
let browser: Browser;

beforeAll(async () => {
  ensureBuilt();
  browser = await openBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await Promise.all(servers.map((server) => server.end('SIGKILL')));
  folders.removeAll();
});

jest.setTimeout(180_000);

const OWNER = {
  'owner/name': 'Dana Whitfield',
  'owner/email': 'dana@harbor-light.example',
  'owner/password': 'seven lanterns over a quiet harbour',
};
const PRACTICE = {
  'organization/name': 'Harbor Light Counseling',
  'organization/timeZone': 'America/Chicago',
  'organization/clinicians': '1',
  'organization/clientsPerYear': '40',
};
const TICKS = [
  'input[name="organization/coveredEntity"][value=yes]',
  'input[name="organization/clientStates"][value=IL]',
  'input[name="organization/clinicianStates"][value=IL]',
  'input[name="organization/modalities"][value=video]',
  'input[name="organization/specialties"][value=general_adult]',
];

async function fresh(): Promise<string> {
  const server = new BuiltServer({ DATA_FOLDER: folders.make() });
  servers.push(server);
  const { url, setupToken } = await server.serving();
  return `${url}/setup?token=${setupToken}`;
}

async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, `[name="${name}"]`);
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyA');
  await page.keyboard.up('Control');
  await page.keyboard.type(text);
}

async function tick(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector.includes('coveredEntity') ? '[name="organization/coveredEntity"]' : selector);
  await page.keyboard.press('Space');
}

async function send(page: Page): Promise<void> {
  await tabTo(page, 'form.sheet button');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

it('by keyboard alone: a form that is wrong leads to its faults, a right one goes on, and axe finds nothing', async () => {
  const { page, errors } = await newPage(browser);
  await page.goto(await fresh());
  expect(await violationsOn(page)).toEqual([]);
  expect(page.url()).not.toContain('token');
  await send(page);
  expect(await page.evaluate('document.activeElement.id')).toBe('faults');
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  for (const [name, text] of Object.entries({ ...OWNER, ...PRACTICE })) await typeInto(page, name, text);
  for (const selector of TICKS) await tick(page, selector);
  await send(page);
  expect(page.url()).toMatch(/\/organizations\/[0-9a-f-]{36}$/);
  expect(await page.$eval('h1', (heading) => heading.textContent)).toBe('Overview');
  expect(await violationsOn(page)).toEqual([]);
  await tabTo(page, 'a.button');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  expect(await violationsOn(page)).toEqual([]);
  await typeInto(page, 'name', 'Northlight Scribe');
  await typeInto(page, 'vendorName', 'Northlight Notes, Inc.');
  await tick(page, '[name="functions"][value=session_recording]');
  await tabTo(page, '[name="usesAi"]');
  await page.keyboard.press('Space');
  await send(page);
  expect(await page.$eval('h1', (heading) => heading.textContent)).toBe('Northlight Scribe');
  expect(await violationsOn(page)).toEqual([]);
  expect(errors).toEqual([]);
});

it('with scripts off', async () => {
  const { page } = await newPage(browser, { scripts: false });
  await page.goto(await fresh());
  for (const [name, text] of Object.entries({ ...OWNER, ...PRACTICE }))
    await page.type(`[name="${name}"]`, text);
  for (const selector of TICKS) await page.click(selector);
  await Promise.all([page.waitForNavigation(), page.click('form.sheet button')]);
  expect(await page.$$eval('.faults li', (faults) => faults.map(({ textContent }) => textContent))).toEqual(
    [],
  );
  expect(page.url()).toMatch(/\/organizations\/[0-9a-f-]{36}$/);
  await Promise.all([page.waitForNavigation(), page.click('a.button')]);
  await page.type('[name=name]', 'Northlight Scribe');
  await page.type('[name=vendorName]', 'Northlight Notes, Inc.');
  await page.click('[name=functions][value=session_recording]');
  await page.click('[name=usesAi][value=true]');
  await Promise.all([page.waitForNavigation(), page.click('form.sheet button')]);
  expect(await page.content()).toContain('Added.');
});
