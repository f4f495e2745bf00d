// A server as somebody has it who works with it: an owner, signed in in a browser, and a practice with nothing, the usual lot or much in it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { parse } from 'yaml';
import { setUpOwner, THROWAWAY_OWNER } from '../../src/cli/set-up-owner';
import { BuiltServer } from './built-server';

const EXAMPLE = parse(
  readFileSync(join(__dirname, '..', '..', 'examples', 'practice.yaml'), 'utf8'),
) as ExampleDossier;

const DANA = { name: THROWAWAY_OWNER.name, role: 'Owner' };

interface Keyed {
  key: string;
  name?: string;
}

interface ExampleDossier {
  practice: Keyed;
  vendors: Keyed[];
  services: (Keyed & { vendor: string })[];
}

export const FURNISHINGS = ['empty', 'usual', 'crowded'] as const;
export type Furnishing = (typeof FURNISHINGS)[number];

/** @returns address of the practice on that server. One practice alone: who owns several has to have a second factor. */
export async function furnish(server: BuiltServer, furnishing: Furnishing): Promise<string> {
  const { url, setupToken } = await server.serving();
  const { session, organizationId } = await setUpOwner(url, setupToken, EXAMPLE.practice);
  const dossier = { empty: null, usual: EXAMPLE, crowded: crowded(30) }[furnishing];
  const at = `${url}/v1/organizations/${organizationId}`;
  if (dossier) await send(session, `${at}/dossier/imports`, dossier);
  if (dossier) await drawUp(session, at);
  return `${url}/organizations/${organizationId}`;
}

/** The example, and many more tools with long names. */
function crowded(tools: number): ExampleDossier {
  const [vendor, service] = [EXAMPLE.vendors[0] as Keyed, EXAMPLE.services[0] as Keyed & { vendor: string }];
  const numbers = Array.from({ length: tools }, (_, index) => index + 1);
  const vendors = numbers.map((number) => ({
    ...vendor,
    key: `vendor-${number}`,
    name: `Vendor ${number} of Clinical Documentation and Scheduling Software, Incorporated`,
  }));
  const services = numbers.map((number) => {
    const { modelVersions: _versions, ...rest } = service as typeof service & { modelVersions?: unknown };
    return {
      ...rest,
      key: `tool-${number}`,
      vendor: `vendor-${number}`,
      name: `Tool ${number} with quite a long name`,
    };
  });
  return {
    ...EXAMPLE,
    vendors: [...EXAMPLE.vendors, ...vendors],
    services: [...EXAMPLE.services, ...services],
  };
}

/** One that is sealed, and a draft after it with comments, one of them resolved. */
async function drawUp(session: string, at: string): Promise<void> {
  const { id } = await send(session, `${at}/assessments`, { assessor: DANA });
  const signing = { ...DANA, statement: 'I have read this assessment.' };
  await send(session, `${at}/assessments/${id}/reviews`, signing, { 'if-match': '"1"' });
  await send(session, `${at}/assessments/${id}/seals`, signing, { 'if-match': '"2"' });
  const draft = await send(session, `${at}/assessments`, { assessor: DANA });
  const comments = `${at}/assessments/${draft.id}/comments`;
  const open = { section: 'agreements', text: 'Does the agreement cover transcripts too?' };
  await send(session, comments, open);
  const done = await send(session, comments, { section: 'summary', text: 'Please say it more simply.' });
  await send(session, `${comments}/${done.id}/answers`, { text: 'It reads better now.' });
  await send(session, `${comments}/${done.id}/resolutions`, {});
}

async function send(
  session: string,
  url: string,
  body: object,
  also: Record<string, string> = {},
): Promise<{ id: string }> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${session}`, ...also };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text.slice(0, 2000)}`);
  return JSON.parse(text) as { id: string };
}

export async function signIn(page: Page, practice: string): Promise<void> {
  await page.goto(new URL('/sign-in', practice).href);
  await page.type('[name=email]', THROWAWAY_OWNER.email);
  await page.type('[name=password]', THROWAWAY_OWNER.password);
  await Promise.all([page.waitForNavigation(), page.click('form.sheet .actions button')]);
}
