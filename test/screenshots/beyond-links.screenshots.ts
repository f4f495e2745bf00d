// `npm run screenshots`: pages to which no link of one practice leads, in the order in which somebody comes upon them: setting up and the way to a first
// assessment, what a vendor sees, signing off and printing, the list of a consultant, and the doors for whoever is not signed in.
import type { Page } from 'puppeteer-core';
import { THROWAWAY_OWNER } from '../../src/cli/set-up-owner';
import { dataFlowBody, serviceBody, vendorBody } from '../factories/records.factory';
import { newPage } from '../support/browser';
import { furnish, signIn } from '../support/furnished-server';
import { Pictures } from './pictures';
import { useBrowser, withApplication, withServer } from './servers';

const PRACTICES = 30;
const TOOL = 'Northlight Scribe';

jest.setTimeout(900_000);

const browser = useBrowser();

/** Presses, and waits for the page that comes. */
async function press(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector);
  await Promise.all([page.waitForNavigation(), page.$eval(selector, (element) => element.click())]);
}

/** Presses the link or button with these words. */
async function pressWords(page: Page, words: string): Promise<void> {
  const found = await page.$$('main a, main button');
  for (const element of found) {
    const text = await element.evaluate(({ textContent }) => (textContent ?? '').trim());
    if (!text.startsWith(words)) continue;
    await Promise.all([page.waitForNavigation(), element.click()]);
    return;
  }
  throw new Error(`nothing on ${page.url()} says "${words}"`);
}

async function type(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(fields)) await page.type(`[name="${name}"]`, text);
}

it('from the setup link to the first result', () =>
  withServer(async (server) => {
    const pictures = new Pictures('first-way');
    const { page } = await newPage(browser());
    const { url, setupToken } = await server.serving();
    await page.goto(`${url}/setup?token=${setupToken}`);
    await pictures.next(page, 'setup');
    await press(page, 'form.sheet .actions button');
    await pictures.next(page, 'setup-refused');
    const practice = await furnish(server, 'empty');
    await signIn(page, practice);
    await page.goto(`${practice}/first-assessment`);
    await pictures.next(page, 'the-way');
    await page.goto(`${practice}/first-assessment/tools`);
    await pictures.next(page, 'tools');
    await type(page, { name: TOOL, vendorName: 'Northlight Notes, Inc.' });
    await page.click('[name=usesAi][value=true]');
    await page.click('[name=functions][value=session_recording]');
    await press(page, 'form.sheet .actions button');
    await pictures.next(page, 'a-tool-more');
    await page.goto(`${practice}/first-assessment`);
    await pictures.next(page, 'the-way-begun');
    const links = await page.$$eval('main li a', (found) => found.map(({ href }) => href));
    for (const step of new Set(links.filter((href) => /\/services\/|\/result$/.test(href)))) {
      await page.goto(step);
      await pictures.next(page, new URL(step).pathname.split('/').pop() as string);
    }
  }));

it('what a vendor sees, and what comes back', () =>
  withServer(async (server) => {
    const pictures = new Pictures('vendor');
    const practice = await furnish(server, 'usual');
    const { page: ours } = await newPage(browser());
    await signIn(ours, practice);
    await ours.goto(`${practice}/questionnaires?service=lanternway-rooms`);
    await press(ours, '.asks form button');
    await press(ours, 'a[href$="/vendor-links"]');
    await type(ours, { validDays: '14' });
    await press(ours, 'form.sheet .actions button');
    await pictures.next(ours, 'link-made');
    const link = await ours.$eval('.secret code', ({ textContent }) => textContent ?? '');
    const context = await browser().createBrowserContext();
    const { page: theirs } = await newPage(context);
    await theirs.goto(link);
    await pictures.next(theirs, 'begin');
    await press(theirs, 'form.sheet .actions button');
    await pictures.next(theirs, 'overview');
    await press(theirs, 'a.button');
    await pictures.next(theirs, 'questions');
    await press(theirs, '.attached a');
    await pictures.next(theirs, 'document');
    await theirs.goto(new URL('/vendor-questionnaire/workbook', link).href);
    await pictures.next(theirs, 'workbook');
    await theirs.goto(new URL('/vendor-questionnaire/submission', link).href);
    await type(theirs, {
      name: 'Robin Achterberg',
      role: 'Head of security',
      email: 'robin@lanternway.example',
    });
    await theirs.click('[name=openCountsAsUnknown][value=true]');
    await pictures.next(theirs, 'submission');
    await press(theirs, 'form.sheet .actions button');
    await pictures.next(theirs, 'thanks');
    await theirs.goto(link);
    await pictures.next(theirs, 'used-link');
    await context.close();
    await press(ours, 'a.button');
    await pictures.next(ours, 'links');
  }));

it('signing off and printing', () =>
  withServer(async (server) => {
    const pictures = new Pictures('signing');
    const practice = await furnish(server, 'usual');
    const { page } = await newPage(browser());
    await signIn(page, practice);
    await page.goto(`${practice}/assessments`);
    const [draft, sealed] = await page.$$eval('main tbody th a', (links) => links.map(({ href }) => href));
    await page.goto(`${practice}/assessments/compare?before=${idIn(sealed)}&now=${idIn(draft)}`);
    await pictures.next(page, 'compared');
    await page.goto(draft as string);
    await pressWords(page, 'Sign as reviewer');
    await type(page, { statement: 'I have read this assessment and asked about what I did not understand.' });
    await press(page, 'form.sheet .actions button');
    await pictures.next(page, 'reviewed');
    await page.goto(`${draft}/seal`);
    await pictures.next(page, 'seal');
    await page.goto(sealed as string);
    await pressWords(page, 'Make the PDF');
    await pictures.next(page, 'printing');
    await page.waitForFunction(
      `/Done[.]|Failed[.]/.test(document.querySelector('#printing [role=status]')?.textContent ?? '')`,
      { timeout: 300_000 },
    );
    await pictures.next(page, 'printed');
    await page.goto(`${practice}/settings/keys/new`);
    await type(page, { label: 'Record system', validDays: '90' });
    await page.click('form.sheet [type=checkbox]');
    await press(page, 'form.sheet .actions button');
    await pictures.next(page, 'key-made');
    await page.goto(`${practice}/nowhere`);
    await pictures.next(page, 'not-found');
  }));

const idIn = (href: string | undefined): string => (href ?? '').split('/').pop() ?? '';

it('the list of a consultant', () =>
  withApplication(async (server, people, url) => {
    const pictures = new Pictures('consultant');
    const firm = await server.newOrganization();
    const consultant = await people.add({ name: 'Robin Ellery', secondFactor: true });
    await people.join(consultant, firm.id, 'owner');
    const { page } = await newPage(browser());
    await page.setCookie({ name: 'duecare_session', value: consultant.session, url });
    await page.goto(url);
    await pictures.next(page, 'one-practice');
    let last = '';
    for (let number = 1; number <= PRACTICES; number += 1) {
      const { id, at } = await server.newOrganization();
      await server.patch(at, 1, { name: `Practice ${number} of the ${number % 2 ? 'Cedar' : 'Alder'} Row` });
      await people.join(consultant, id, 'consultant', { firmId: firm.id });
      if (number % 3 === 0) continue;
      await server.post(`${at}/vendors`, vendorBody());
      await server.post(`${at}/services`, serviceBody());
      if (number % 2) await server.post(`${at}/data-flows`, dataFlowBody());
      last = id;
    }
    await page.goto(url);
    await pictures.next(page, 'portfolio');
    await page.goto(`${url}/portfolio?search=nothing-of-this-name`);
    await pictures.next(page, 'nothing-found');
    await page.goto(`${url}/organizations/${last}`);
    await page.click('.others summary');
    await pictures.next(page, 'one-of-many');
  }));

it('the doors', () =>
  withApplication(async (server, people, url) => {
    const pictures = new Pictures('doors');
    const { page } = await newPage(browser());
    for (const path of ['sign-in', 'sign-in/single-sign-on', 'password-resets/new', 'vendor-link', 'setup']) {
      await page.goto(`${url}/${path}`);
      await pictures.next(page, path.replaceAll('/', '-'));
    }
    await page.goto(`${url}/sign-in`);
    await type(page, { email: THROWAWAY_OWNER.email, password: 'not the one of anybody' });
    await press(page, 'form.sheet .actions button');
    await pictures.next(page, 'sign-in-refused');
    const practice = await server.newOrganization();
    const owner = await people.add({ name: 'Dana Whitfield', secondFactor: true });
    await people.join(owner, practice.id, 'owner');
    const invited = await server.post(`${practice.at}/invitations`, {
      email: 'kim@example.test',
      role: 'staff',
    });
    expect(invited.status).toBe(201);
    const inMail = /\/invitations\?token=[\w-]+/.exec(server.mail.mails.at(-1)?.text ?? '')?.[0];
    await page.goto(`${url}${inMail}`);
    await pictures.next(page, 'invitation');
    await page.goto(`${url}/invitations?token=gone`);
    await pictures.next(page, 'invitation-gone');
    const person = await people.add({ name: 'Sam Okafor' });
    await page.goto(`${url}/password-resets/new`);
    await type(page, { email: person.email });
    await press(page, 'form.sheet .actions button');
    await pictures.next(page, 'reset-asked-for');
  }));
