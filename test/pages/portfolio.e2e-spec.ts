// A consultant with three practices in a real browser: sorts, filters, searches, goes from one to another at the same place and back to the list as it
// was, sets the firm, and prints a report that names it. axe looks at every page, in light and dark.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { PNG } from 'pngjs';
import type { Browser, Page } from 'puppeteer-core';
import { PublicAddress } from '../../src/common/public-address';
import { serviceBody, vendorBody } from '../factories/records.factory';
import { newPage, openBrowser, violationsOn } from '../support/browser';
import { TestApplication } from '../support/test-application';
import { TestPeople, type TestPerson } from '../support/test-people';

const NAMES = ['Alder Court Therapy', 'Briar Street Counseling', 'Cedar Row Practice'] as const;

let server: TestApplication;
let people: TestPeople;
let browser: Browser;
let url: string;
let folder: string;
const practices: { id: string; at: string }[] = [];
let firm: { id: string; at: string };
let consultant: TestPerson;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duecare-walk-'));
  [server, people, browser] = await Promise.all([
    TestApplication.start(),
    TestPeople.connect(),
    openBrowser(),
  ]);
  await server.app.listen(0, '127.0.0.1');
  url = (await server.app.getUrl()).replace('[::1]', '127.0.0.1');
  server.app.get(PublicAddress).listensAt(url);
  firm = await server.newOrganization();
  consultant = await people.add({ name: 'Robin Ellery', secondFactor: true });
  await people.join(consultant, firm.id, 'owner');
  for (const name of NAMES) {
    const practice = await server.newOrganization();
    await server.patch(practice.at, 1, { name });
    await people.join(consultant, practice.id, 'consultant', { firmId: firm.id });
    practices.push(practice);
  }
  const [, briar] = practices;
  await server.post(`${briar?.at}/vendors`, vendorBody());
  await server.post(`${briar?.at}/services`, serviceBody());
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await Promise.all([server?.close(), people?.close()]);
  rmSync(folder, { recursive: true, force: true });
});

jest.setTimeout(400_000);

async function signedIn(scripts = true): Promise<{ page: Page; errors: string[] }> {
  const opened = await newPage(browser, { scripts });
  await opened.page.setCookie({ name: 'duecare_session', value: consultant.session, url });
  return opened;
}

async function follow(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click(selector)]);
}

async function followLink(page: Page, within: string, words: string): Promise<void> {
  const links = await page.$$(`${within} a`);
  for (const link of links) {
    const text = await link.evaluate((element) => element.textContent ?? '');
    if (text.trim() === words) return void (await Promise.all([page.waitForNavigation(), link.click()]));
  }
  throw new Error(`no link "${words}" in ${within}`);
}

const listed = (page: Page): Promise<string[]> =>
  page.$$eval('table.portfolio tbody th', (cells) =>
    cells.map((cell) => cell.firstChild?.textContent?.trim() ?? ''),
  );
const heading = (page: Page): Promise<string | null> => page.$eval('h1', ({ textContent }) => textContent);

it('with scripts off: sorts, filters, searches, switches at the same place and comes back to the list as it was', async () => {
  const { page } = await signedIn(false);
  await page.goto(url);
  expect([await heading(page), (await listed(page)).length]).toEqual(['Your practices', 4]);
  await followLink(page, 'table.portfolio thead', 'Practice');
  expect((await listed(page)).slice(0, 3)).toEqual([...NAMES]);
  await followLink(page, 'table.portfolio thead', 'Practice');
  expect((await listed(page)).slice(-3)).toEqual([...NAMES].reverse());
  await page.select('#gates', 'open');
  await follow(page, 'form.filter button');
  expect(await listed(page)).toEqual([NAMES[1]]);
  await page.select('#gates', '');
  await page.type('#search', 'row');
  await follow(page, 'form.filter button');
  expect(await listed(page)).toEqual([NAMES[2]]);
  const list = new URL(page.url());
  await followLink(page, 'table.portfolio tbody', NAMES[2]);
  await page.goto(`${page.url()}/settings/people`);
  await page.click('.others summary');
  await followLink(page, '.others', NAMES[0]);
  expect(new URL(page.url()).pathname).toBe(`/organizations/${practices[0]?.id}/settings/people`);
  await page.click('.others summary');
  await followLink(page, '.others', 'All practices');
  expect(await listed(page)).toEqual([NAMES[2]]);
  expect(new URL(page.url()).searchParams.get('search')).toBe(list.searchParams.get('search'));
});

it('sets the firm once, and a report that it prepared names it', async () => {
  const { page, errors } = await signedIn();
  const faults: string[] = [];
  const look = async (): Promise<void> => {
    for (const violation of await violationsOn(page))
      faults.push(`${new URL(page.url()).pathname}: ${violation}`);
    await page.emulateMediaFeatures([]);
  };
  await page.goto(`${url}/portfolio`);
  await look();
  await page.goto(`${url}/portfolio?level=purple`);
  expect(await page.$$eval('.faults li', (lines) => lines.length)).toBe(1);
  await look();
  await page.goto(`${url}/organizations/${firm.id}/settings/letterhead`);
  await page.type('#name', 'Ellery Compliance, LLC');
  await page.type('#contact', 'ellery.example');
  await follow(page, 'form.sheet .actions button');
  const picture = new PNG({ width: 160, height: 60 });
  picture.data.fill(0x66);
  writeFileSync(join(folder, 'logo.png'), PNG.sync.write(picture));
  const input = await page.$('input#logo');
  await input?.uploadFile(join(folder, 'logo.png'));
  await follow(page, 'form[enctype] button');
  expect(await page.$eval('img.logo', ({ alt }) => alt)).toBe('Your logo as reports show it');
  await look();
  const [, briar] = practices;
  await page.goto(`${url}/organizations/${briar?.id}/assessments/new`);
  await page.click('.others summary');
  await look();
  await page.goto(`${url}/organizations/${briar?.id}/settings/letterhead`);
  expect(await page.$eval('.card strong', ({ textContent }) => textContent)).toBe('Ellery Compliance, LLC');
  await look();
  const assessor = { name: 'Robin Ellery', role: 'Consultant' };
  const made = await server.post(`${briar?.at}/assessments`, { assessor }, { key: consultant.session });
  await page.goto(`${url}/organizations/${briar?.id}/assessments/${made.body.id}`);
  await follow(page, 'form[action$="/reports"] button, form[action$="/reports"] .actions button');
  expect([faults, errors]).toEqual([[], []]);
});

it('prints it as a PDF with tags, the logo in it and its alternative text', async () => {
  const [, briar] = practices;
  const assessor = { name: 'Robin Ellery', role: 'Consultant' };
  const made = await server.post(`${briar?.at}/assessments`, { assessor }, { key: consultant.session });
  const at = `${briar?.at}/assessments/${made.body.id}/reports`;
  const asked = await server.post(at, { format: 'pdf' }, { key: consultant.session });
  const report = `${briar?.at}/reports/${asked.body.id}`;
  for (let status = 'queued'; status !== 'done'; status = (await server.get(report)).body.status as string) {
    if (status === 'failed') throw new Error('not printed');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const pdf = (await server.get(`${report}/content`)).bytes;
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const objects = document.context.enumerateIndirectObjects().map(([, object]) => object.toString());
  expect(objects.some((object) => object.includes('/Marked true'))).toBe(true);
  expect(objects.some((object) => object.includes('Logo of Ellery Compliance, LLC'))).toBe(true);
  expect(objects.some((object) => /\/Subtype \/Image/.test(object))).toBe(true);
});
