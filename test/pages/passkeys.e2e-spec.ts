// Passkeys in a real Chromium with an authenticator of its own (CDP, WebAuthn domain): added, used to sign in and as second factor, renamed, removed.
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { THROWAWAY_OWNER } from '../../src/cli/set-up-owner';
import { ThrowawayFolders } from '../embedded-postgres/throwaway-folder';
import { newPage, openBrowser, violationsOn } from '../support/browser';
import { BuiltServer, ensureBuilt } from '../support/built-server';
import { furnish, signIn } from '../support/furnished-server';

const folders = new ThrowawayFolders();
let browser: Browser;
let server: BuiltServer;
let origin: string;

beforeAll(async () => {
  ensureBuilt();
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  origin = `http://localhost:${port}`;
  server = new BuiltServer({ DATA_FOLDER: folders.make(), PORT: String(port), PUBLIC_URL: origin });
  [browser] = await Promise.all([openBrowser(), furnish(server, 'empty')]);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await server?.end('SIGKILL');
  folders.removeAll();
});

jest.setTimeout(120_000);

async function withAuthenticator(page: Page): Promise<{ cdp: CDPSession; authenticatorId: string }> {
  const cdp = await page.createCDPSession();
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  return { cdp, authenticatorId };
}

const press = (page: Page, selector: string) => Promise.all([page.waitForNavigation(), page.click(selector)]);
const textOf = (page: Page) =>
  page.$eval('main', (main) => (main as unknown as { innerText: string }).innerText);

it('a passkey is added, signs in by itself, is asked for as second factor, renamed and removed', async () => {
  const { page, errors } = await newPage(browser);
  const { cdp, authenticatorId } = await withAuthenticator(page);
  await signIn(page, origin);
  await page.goto(`${origin}/account/passkeys`);
  expect(await violationsOn(page)).toEqual([]);
  await page.click('form[data-passkey] button:not(.term)');
  await page.waitForFunction(`document.querySelector('[data-told]').textContent.includes('name')`);
  await page.type('[name=name]', 'My phone');
  await press(page, 'form[data-passkey] button:not(.term)');
  // The first second factor brings recovery codes.
  expect(await textOf(page)).toContain('Your recovery codes');
  await page.goto(`${origin}/account/passkeys`);
  expect(await textOf(page)).toContain('My phone');

  await press(page, '.who button');
  await press(page, 'form[action="/sign-in/passkey"] button');
  expect(new URL(page.url()).pathname).toMatch(/^\/organizations\//);

  await press(page, '.who button');
  await signIn(page, origin);
  expect(new URL(page.url()).pathname).toBe('/sign-in/second-factor');
  await press(page, 'form[action="/sign-in/second-factor/passkey"] button');
  expect(new URL(page.url()).pathname).toMatch(/^\/organizations\//);

  await page.goto(`${origin}/account/passkeys`);
  await press(page, '.card a');
  expect(await violationsOn(page)).toEqual([]);
  await page.$eval('[name=name]', (field) => ((field as unknown as { value: string }).value = 'Old phone'));
  await press(page, 'form.sheet button:not(.term)');
  expect(await textOf(page)).toContain('Old phone');
  await press(page, '.card a');
  await page.click('summary');
  await press(page, 'button.danger');
  expect(await textOf(page)).toContain('You have none yet');

  // The authenticator still has it, and it opens nothing any more.
  await press(page, '.who button');
  await press(page, 'form[action="/sign-in/passkey"] button');
  expect(await textOf(page)).toContain('That did not work');
  expect(await violationsOn(page)).toEqual([]);
  await cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
  expect(errors).toEqual([]);
});

it('without scripts the ways in by password stay, and the page says what passkeys need', async () => {
  const { page } = await newPage(browser, { scripts: false });
  await page.goto(`${origin}/sign-in`);
  expect(
    await page.$eval('form[data-passkey]', (form) => (form as unknown as { hidden: boolean }).hidden),
  ).toBe(true);
  await page.type('[name=email]', THROWAWAY_OWNER.email);
  await page.type('[name=password]', THROWAWAY_OWNER.password);
  await press(page, 'form.sheet button:not(.term)');
  await page.goto(`${origin}/account/passkeys`);
  expect(await textOf(page)).toContain('needs scripts');
});
