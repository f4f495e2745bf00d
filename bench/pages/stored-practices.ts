// Practices for the benches of pages, stored as somebody would store them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { parse } from 'yaml';
import { PROJECT_ROOT } from '../../src/common/project-root';
import type { Dossier } from '../../src/dossiers/dossier.document';
import type { Reached } from '../../src/identity/reach.query';
import type { ApplicationReady } from '../vendor-read/application.process';

/** The example practice. @returns its id */
export function storeExample(ready: ApplicationReady): Promise<string> {
  const text = readFileSync(join(PROJECT_ROOT, 'examples', 'practice.yaml'), 'utf8');
  return storeDossier(ready, parse(text) as Dossier);
}

export async function storeDossier(ready: ApplicationReady, dossier: Dossier): Promise<string> {
  const { id } = await post(ready, '/v1/organizations', dossier.practice);
  await post(ready, `/v1/organizations/${id}/dossier/imports`, dossier);
  return id;
}

/** All practices that there are, as their owner reaches them. */
export async function roleOfOwner(ownerUrl: string): Promise<Reached[]> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<Reached>(
      `select p.organization_id as id, p.name, p.role, p.closed, p.refusal from session s, portfolio_of_session(s.id, now()) p`,
    );
    return rows;
  } finally {
    await owner.end();
  }
}

async function post(
  { port, session }: ApplicationReady,
  path: string,
  body: object,
): Promise<{ id: string }> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${session}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`POST ${path} answered ${response.status}: ${text}`);
  return JSON.parse(text) as { id: string };
}

/** Who owns several practices has to give a second factor: given. */
export async function giveSecondFactor(ownerUrl: string): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('update person set has_second_factor = true');
    await owner.query('update session set second_factor_at = now()');
  } finally {
    await owner.end();
  }
}
