// What a field has to be is said as it is left, in the server's words, in a real Chromium; the server judges all the same.
import type { Browser, Page } from 'puppeteer-core';
import { ThrowawayFolders } from '../embedded-postgres/throwaway-folder';
import { newPage, openBrowser, violationsOn } from '../support/browser';
import { BuiltServer, ensureBuilt } from '../support/built-server';

const folders = new ThrowawayFolders();
let browser: Browser;
let server: BuiltServer;
let setup: string;

beforeAll(async () => {
  ensureBuilt();
  server = new BuiltServer({ DATA_FOLDER: folders.make() });
  [browser] = await Promise.all([openBrowser(), server.serving()]);
  const { url, setupToken } = await server.serving();
  setup = `${url}/setup?token=${setupToken}`;
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await server?.end('SIGKILL');
  folders.removeAll();
});

jest.setTimeout(120_000);

interface Told {
  fault: string | null;
  invalid: string | null;
  describedBy: string[];
}

/** What stands beside the field, and what a screen reader is told of it. */
const toldOf = (page: Page, name: string) =>
  page.evaluate(`(() => {
    const field = document.getElementById(${JSON.stringify(name)});
    const described = (field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
    const fault = document.getElementById(field.id + '-fault');
    return { fault: fault && fault.textContent, invalid: field.getAttribute('aria-invalid'), describedBy: described };
  })()`) as Promise<Told>;

async function typed(page: Page, name: string, text: string): Promise<Told> {
  const field = `[name="${name}"]`;
  await page.focus(field);
  await page.$eval(field, (input) => (input as unknown as { select: () => void }).select());
  await page.keyboard.press('Backspace');
  await page.keyboard.type(text);
  await page.keyboard.press('Tab');
  return toldOf(page, name);
}

it.each([
  ['organization/clinicians', '0', '3'],
  ['organization/clinicians', 'three', '3'],
  ['owner/email', 'dana at practice', 'dana@practice.example'],
  ['owner/name', '', 'Dana Whitfield'],
])(
  '%s: "%s" is told beside the field as the server tells it, and gone when it is mended',
  async (name, wrong, right) => {
    const { page, errors } = await newPage(browser);
    await page.goto(setup);
    await typed(page, name, 'x');
    const beside = await typed(page, name, wrong);
    expect([beside.fault !== null, beside.invalid, beside.describedBy.includes(`${name}-fault`)]).toEqual([
      true,
      'true',
      true,
    ]);
    expect(await violationsOn(page)).toEqual([]);
    await Promise.all([page.waitForNavigation(), page.click('form.sheet .actions button')]);
    const byServer = await toldOf(page, name);
    expect(byServer).toEqual(beside);
    await page.focus(`[name="${name}"]`);
    const mended = await typed(page, name, right);
    expect([mended.fault, mended.invalid, mended.describedBy.includes(`${name}-fault`)]).toEqual([
      null,
      null,
      false,
    ]);
    expect(errors).toEqual([]);
  },
);

it('nothing is said of a field that was only passed, and nothing that was pasted is cut off', async () => {
  const { page } = await newPage(browser);
  await page.goto(setup);
  await page.focus('[name="owner/name"]');
  await page.keyboard.press('Tab');
  expect((await toldOf(page, 'owner/name')).fault).toBeNull();
  const long = 'a'.repeat(250);
  await page.$eval(
    '[name="owner/name"]',
    (field, text) => {
      const input = field as unknown as {
        value: string;
        dispatchEvent: (event: unknown) => void;
        focus: () => void;
      };
      input.focus();
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
    long,
  );
  await page.keyboard.press('Tab');
  expect((await toldOf(page, 'owner/name')).fault).toBe('must be at most 200 characters long');
  expect(
    await page.$eval('[name="owner/name"]', (field) => (field as unknown as { value: string }).value.length),
  ).toBe(250);
});
