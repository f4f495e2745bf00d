// The binder as an official gets it in a browser: asked for with one button, followed over a reload until it is ready, at two widths; and nobody else is led to it.
import type { Browser } from 'puppeteer-core';
import { PublicAddress } from '../../src/common/public-address';
import { dossierBody, practiceBody } from '../factories/records.factory';
import { newPage, openBrowser, violationsOn } from '../support/browser';
import { TestApplication } from '../support/test-application';
import { TestPeople, type TestPerson } from '../support/test-people';
import { until } from '../support/until';
import { pageOf, sendForm } from './asking-pages';

const STATEMENT = { name: 'Dana Whitfield', role: 'Security official', statement: 'I have read this.' };

let server: TestApplication;
let people: TestPeople;
let browser: Browser;
let url: string;
let at: string;
let owner: TestPerson;
let staff: TestPerson;

beforeAll(async () => {
  [server, people, browser] = await Promise.all([
    TestApplication.start(),
    TestPeople.connect(),
    openBrowser(),
  ]);
  await server.app.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(server.app.getHttpServer().address() as { port: number }).port}`;
  server.app.get(PublicAddress).listensAt(url);
  const body = practiceBody();
  const { id } = (await server.post('/v1/organizations', body)).body as { id: string };
  await server.post(`/v1/organizations/${id}/dossier/imports`, dossierBody(body));
  [owner, staff] = [await people.add({ secondFactor: true }), await people.add({ secondFactor: true })];
  await people.join(owner, id, 'owner');
  await people.join(staff, id, 'staff');
  const drawn = await sendForm(server, `/organizations/${id}/assessments`, {
    'assessor/name': 'Dana Whitfield',
    'assessor/role': 'Security official',
    'preparation/competence': 'Four years of this work',
  });
  at = (drawn.headers.location ?? '').split('?')[0] as string;
}, 120_000);

afterAll(async () => {
  await browser.close();
  await Promise.all([server.close(), people.close()]);
});

it('what the cover is to say is taken along, and the title says what the document may call itself', async () => {
  const { bytes, body } = await pageOf(server, `${at}/document`);
  const { document } = JSON.parse(bytes.toString('utf8')) as { document: Record<string, unknown> };
  expect(document.preparation).toEqual(expect.objectContaining({ competence: 'Four years of this work' }));
  expect(document.title).toMatch(/^Security Risk Analysis \(initial, \d+ of 72 open\)$/);
  expect((await pageOf(server, at)).body).toContain(String(document.title));
  expect(body).not.toContain('duecare_session');
});

it('is asked for, followed and saved', async () => {
  expect((await pageOf(server, at, owner.session)).body).not.toContain(`${at}/binder`);
  for (const [step, version] of [
    ['review', '1'],
    ['seal', '2'],
  ] as const)
    expect((await sendForm(server, `${at}/${step}`, { version, ...STATEMENT })).status).toBe(303);
  const { page, errors } = await newPage(browser);
  await page.setCookie({ name: 'duecare_session', value: owner.session, url });
  await page.goto(`${url}${at}`);
  await Promise.all([page.waitForNavigation(), page.click(`a[href="${at}/binder"]`)]);
  expect(await page.$eval('[role=status]', (status) => status.textContent)).toContain('Not put together yet');
  await Promise.all([page.waitForNavigation(), page.click('#binding button')]);
  await page.reload();
  await page.waitForSelector(`a[href="${at}/binder/content"]`);
  expect(await page.$eval('[role=status]', (status) => status.textContent)).toContain('Ready');
  for (const width of [1200, 390]) {
    await page.setViewport({ width, height: 900 });
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await violationsOn(page)).toEqual([]);
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/binder-${width}.png`, fullPage: true });
  }
  expect(errors).toEqual([]);
}, 240_000);

it('is refused to who keeps records, who is not led to it either', async () => {
  expect((await pageOf(server, at, staff.session)).body).not.toContain(`${at}/binder`);
  expect((await pageOf(server, `${at}/binder`, staff.session)).status).toBe(403);
});

it('comes as an archive by the page too', async () => {
  await until(async () =>
    (await pageOf(server, `${at}/binder`, owner.session)).body.includes('/binder/content'),
  );
  const { status, headers, bytes } = await pageOf(server, `${at}/binder/content`, owner.session);
  expect([status, headers['content-type'], bytes.subarray(0, 2).toString()]).toEqual([
    200,
    'application/zip',
    'PK',
  ]);
  expect(headers['content-disposition']).toMatch(/^attachment; filename="?binder-[\d-]+\.zip"?$/);
});
