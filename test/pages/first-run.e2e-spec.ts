// A form that is wrong, in a real browser and by keyboard alone: it leads to its faults, and goes on once they are mended. The whole way is in solo-way.e2e-spec.ts.
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
  await tabTo(page, 'form.sheet .actions button');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

it('a form that is wrong leads to its faults, a right one goes on, and axe finds nothing', async () => {
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
  expect(page.url()).toMatch(/\/organizations\/[0-9a-f-]{36}\/first-assessment\/tools$/);
  expect(await page.$eval('h1', (heading) => heading.textContent)).toBe('Which tools do you use?');
  expect(errors).toEqual([]);
});
