// The way of a solo owner in a real browser: from the setup link to the printed first assessment, by keyboard alone and again with scripts off. What is
// asked is counted and printed, and held to what it may be: sixty decisions.
import type { Browser } from 'puppeteer-core';
import { ThrowawayFolders } from '../embedded-postgres/throwaway-folder';
import { newPage, openBrowser, violationsOn } from '../support/browser';
import { BuiltServer, ensureBuilt } from '../support/built-server';
import { BY_KEYBOARD, BY_MOUSE, Hands, type Counted } from '../support/hands';

const MOST_DECISIONS = 60;
/** A way that grows beyond this is no longer one for a sitting. */
const MOST_WORDS = 3_400;
/** Of somebody who reads for understanding, and of somebody who has the papers at hand. House estimates. */
const WORDS_A_MINUTE = 230;
const SECONDS_A_DECISION = 7;

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

jest.setTimeout(300_000);

async function setupLink(): Promise<string> {
  const server = new BuiltServer({ DATA_FOLDER: folders.make() });
  servers.push(server);
  const { url, setupToken } = await server.serving();
  return `${url}/setup?token=${setupToken}`;
}

const SAVE = 'form.sheet .actions button';
const NEXT = 'main .actions a.button';

/** @param look called on each page before it is filled in */
async function walk(hands: Hands, look: () => Promise<void>): Promise<{ pdf: string; heading: string }> {
  const { page } = hands;
  const next = async (selector: string): Promise<void> => {
    await hands.goOn(selector);
    expect(await page.$$eval('.faults li', (faults) => faults.map(({ textContent }) => textContent))).toEqual(
      [],
    );
    await look();
  };
  await setUp(hands);
  await next(SAVE);
  await hands.type('name', 'Northlight Scribe');
  await hands.type('vendorName', 'Northlight Notes, Inc.');
  await hands.choose('functions', 'session_recording');
  await hands.choose('usesAi', 'true');
  await next(SAVE);
  await next(NEXT);
  await sayWhatFlows(hands);
  await next(SAVE);
  await hands.choose('said', 'signed');
  await hands.date('on', '2026-02-02');
  await next(SAVE);
  await hands.choose('kind', 'executed_agreement');
  await hands.type('title', 'Business associate agreement, signed');
  await hands.choose('source', 'vendor');
  await hands.date('issuedOn', '2026-02-02');
  await next(SAVE);
  await hands.file('file', 'Business Associate Agreement between the vendor and the practice.\n');
  await next(SAVE);
  await next(NEXT);
  await sayHabits(hands);
  await next(SAVE);
  await answerAll(hands);
  await next(SAVE); // the checklist
  await next(SAVE); // begins the few questions
  await answerAll(hands);
  await next(SAVE);
  await hands.choose('openCountsAsUnknown', 'true');
  await next(SAVE);
  expect(await page.$eval('h1', ({ textContent }) => textContent)).toBe('What it comes to');
  expect((await page.$$('main section ol li')).length).toBeGreaterThanOrEqual(1);
  await next(SAVE);
  expect(await page.$eval('main', ({ textContent }) => textContent)).toMatch(
    /This is an initial assessment: \d+ of \d+ facts open/,
  );
  return signAndPrint(hands, next);
}

async function setUp(hands: Hands): Promise<void> {
  await hands.type('owner/name', 'Dana Whitfield');
  await hands.type('owner/email', 'dana@harbor-light.example');
  await hands.type('owner/password', 'seven lanterns over a quiet harbour');
  await hands.type('organization/name', 'Harbor Light Counseling');
  await hands.choose('organization/timeZone', 'America/Chicago');
  await hands.choose('organization/coveredEntity', 'yes');
  await hands.choose('organization/clientStates', 'IL');
  await hands.choose('organization/clinicianStates', 'IL');
  await hands.choose('organization/modalities', 'video');
  await hands.choose('organization/specialties', 'general_adult');
  await hands.type('organization/clinicians', '1');
  await hands.type('organization/clientsPerYear', '40');
}

async function sayWhatFlows(hands: Hands): Promise<void> {
  await hands.choose('dataClasses', 'session_audio', 'transcripts', 'progress_notes');
  await hands.choose('putInBy', 'practice');
  await hands.choose('identifiability', 'identified');
  await hands.choose('recipientRole', 'business_associate');
  await hands.choose('encryptedInTransit', 'yes');
  await hands.choose('encryptedAtRest', 'unknown');
  await hands.date('since', '2026-02-02');
}

async function sayHabits(hands: Hands): Promise<void> {
  await hands.choose('consents', 'recording', 'ai_use');
  await hands.type('formVersion', '2026-01');
  await hands.choose('written', 'true');
  await hands.choose('attestedForAllClients', 'true');
  await hands.choose('coversEveryoneAudible', 'true');
  await hands.choose('noteReview', 'every_note');
  await hands.type('audioDeletedWithinDays', '30');
  await hands.date('since', '2026-02-02');
}

/** Every question of the page: what is a choice by its first option, the rest is not known; and once how it is known. */
async function answerAll(hands: Hands): Promise<void> {
  const asked = await hands.page.$$eval('.question fieldset[id^="answers/"]', (sets) =>
    sets
      .filter(({ id }) => id.endsWith('/value'))
      .map((set) => {
        const first = set.querySelector('input[type=radio]') as unknown as {
          name: string;
          value: string;
        } | null;
        return { name: first?.name ?? set.id, value: first?.value ?? 'unknown' };
      }),
  );
  expect(asked.length).toBeGreaterThan(0);
  for (const { name, value } of asked) await hands.choose(name, value);
  await hands.choose('basis', 'stated');
}

async function signAndPrint(
  hands: Hands,
  next: (selector: string) => Promise<void>,
): Promise<{ pdf: string; heading: string }> {
  const { page } = hands;
  await next('main a.button[href$="/review"]');
  await hands.type('statement', 'I have read this assessment and compared its facts with our agreement.');
  await next(SAVE);
  await next('main a.button[href$="/seal"]');
  await hands.type('statement', 'I have read this assessment, and the facts in it are true to my knowledge.');
  await next(SAVE);
  const heading = await page.$eval('main', ({ textContent }) => textContent ?? '');
  await next('form[action$="/reports"]:has([name=format][value=pdf]) > button');
  await page.waitForSelector('a[download][href*="/reports/"]', { timeout: 120_000 });
  const href = await page.$eval(
    'a[download][href*="/reports/"]',
    (link) => (link as unknown as { href: string }).href,
  );
  const cookies = await page.browserContext().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const answer = await fetch(href, { headers: { cookie } });
  return { pdf: Buffer.from(await answer.arrayBuffer()).toString('latin1'), heading };
}

function told(way: string, { decisions, pages, words }: Counted): string {
  const minutes = words / WORDS_A_MINUTE + (decisions * SECONDS_A_DECISION) / 60;
  return `The way of a solo owner ${way}: ${decisions} decisions, ${pages} pages, ${words} words to read; about ${Math.round(minutes)} minutes.`;
}

it('leads from the setup link to the printed assessment by keyboard alone, in sixty decisions', async () => {
  const { page, errors } = await newPage(browser);
  const hands = new Hands(page, BY_KEYBOARD);
  await page.goto(await setupLink());
  await hands.arrived();
  const { pdf, heading } = await walk(hands, async () => expect(await violationsOn(page)).toEqual([]));
  expect(pdf.startsWith('%PDF')).toBe(true);
  expect(heading).toContain('Sealed');
  expect(errors).toEqual([]);
  process.stdout.write(`${told('by keyboard', hands.counted)}\n`);
  expect(hands.counted.decisions).toBeLessThanOrEqual(MOST_DECISIONS);
  expect(hands.counted.words).toBeLessThanOrEqual(MOST_WORDS);
});

it('leads there with scripts off, with no decision more', async () => {
  const { page } = await newPage(browser, { scripts: false });
  const hands = new Hands(page, BY_MOUSE);
  await page.goto(await setupLink());
  await hands.arrived();
  const { pdf, heading } = await walk(hands, () => Promise.resolve());
  expect(pdf.startsWith('%PDF')).toBe(true);
  expect(heading).toContain('Sealed');
  process.stdout.write(`${told('with scripts off', hands.counted)}\n`);
  expect(hands.counted.decisions).toBeLessThanOrEqual(MOST_DECISIONS);
});
