// A server as somebody has it who works with it: an owner, signed in in a browser, and practices with nothing, a usual lot and much in them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { parse } from 'yaml';
import { setUpOwner, THROWAWAY_OWNER } from '../../src/cli/set-up-owner';
import { BuiltServer } from './built-server';

const EXAMPLE = parse(
  readFileSync(join(__dirname, '..', '..', 'examples', 'practice.yaml'), 'utf8'),
) as ExampleDossier;

interface Keyed {
  key: string;
  name?: string;
}

interface ExampleDossier {
  practice: Keyed;
  vendors: Keyed[];
  services: (Keyed & { vendor: string })[];
}

export interface Furnished {
  url: string;
  session: string;
  /** addresses of practices */
  empty: string;
  usual: string;
  crowded: string;
}

export async function furnish(server: BuiltServer): Promise<Furnished> {
  const { url, setupToken } = await server.serving();
  const { session } = await setUpOwner(url, setupToken);
  const practice = async (key: string, name: string, dossier?: ExampleDossier): Promise<string> => {
    const { id } = await send(url, session, '/v1/organizations', { ...EXAMPLE.practice, key, name });
    if (dossier) {
      const whole = { ...dossier, practice: { ...EXAMPLE.practice, key, name } };
      await send(url, session, `/v1/organizations/${id}/dossier/imports`, whole);
    }
    return `/organizations/${id}`;
  };
  return {
    url,
    session,
    empty: await practice('new-leaf', 'New Leaf Therapy'),
    usual: await practice('harbor-light', 'Harbor Light Counseling, PLLC', EXAMPLE),
    crowded: await practice(
      'many-rivers',
      `Many Rivers ${'Community Mental Health '.repeat(4)}`.trim(),
      crowded(30),
    ),
  };
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

async function send(url: string, session: string, path: string, body: object): Promise<{ id: string }> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${session}` };
  const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 2000)}`);
  return JSON.parse(text) as { id: string };
}

export async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.type('[name=email]', THROWAWAY_OWNER.email);
  await page.type('[name=password]', THROWAWAY_OWNER.password);
  await Promise.all([page.waitForNavigation(), page.click('form.sheet button')]);
}
