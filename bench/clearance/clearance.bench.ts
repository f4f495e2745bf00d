// A single question of clearance through the real application beside Fastify and pg alone with the same statement and rule, without
// row-level security and with it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { PROJECT_ROOT } from '../../src/common/project-root';
import type { ServingBare } from '../measuring/bare-servers';
import type { CleanUp } from '../measuring/clean-up';
import type { Figure } from '../measuring/figures';
import { refuseUnlikeAnswers } from '../measuring/same-answer';
import { copyUnprotected } from '../measuring/unprotected-copies';
import type { ApplicationReady, ApplicationSetup } from '../vendor-read/application.process';
import { besideBare, type Contestant } from '../vendor-read/beside-bare';
import { startServerProcess } from '../vendor-read/server-process';
import { BENCH_SCHEMA, startThrowawayDatabase } from '../vendor-read/throwaway-database';
import { CLEARANCE_TABLES, type BareClearanceSetup } from './bare-clearance';

const CONNECTIONS = 32;
/** the application's default */
const POOL_SIZE = 10;

const QUESTION = JSON.stringify({
  subject: { type: 'clinician', id: 'c-7f3a' },
  action: { name: 'record_session' },
  resource: { type: 'service', id: 'fernhill-scribe' },
  context: { dataClasses: ['session_audio'], clientState: 'IL', modality: 'video' },
});

export async function measureClearance(cleanUp: CleanUp): Promise<Figure[]> {
  const database = await startThrowawayDatabase(cleanUp);
  const application = await startServerProcess<ApplicationSetup, ApplicationReady>(
    'application.process',
    database,
    cleanUp,
  );
  const { port, session } = application.ready;
  const organizationId = await storeExample(port, session);
  const apiKey = await makeKey(port, session, organizationId);
  await copyUnprotected(database.ownerUrl, organizationId, {
    schema: BENCH_SCHEMA,
    tables: CLEARANCE_TABLES,
  });
  const path = `/v1/organizations/${organizationId}/access/v1/evaluation`;
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  const contestant = (server: Contestant['server']): Contestant => ({
    server,
    paths: [path],
    headers,
    body: QUESTION,
  });
  const figures: Figure[] = [];
  for (const isProtected of [false, true]) {
    const bare = await startServerProcess<BareClearanceSetup, ServingBare['ready']>(
      '../clearance/bare-clearance.process',
      { applicationUrl: database.applicationUrl, schema: BENCH_SCHEMA, poolSize: POOL_SIZE, isProtected },
      cleanUp,
    );
    const address = { path, headers, body: QUESTION };
    await refuseUnlikeAnswers({ ...address, port }, { ...address, port: bare.ready.port });
    const sides = [contestant(application), contestant(bare)] as const;
    const beside = isProtected ? 'beside row-level security too, ' : '';
    const measured = await besideBare(CONNECTIONS, ...sides, cleanUp, isProtected ? undefined : '0.70');
    figures.push(...measured.map((figure) => ({ ...figure, what: `${beside}${figure.what}` })));
  }
  return figures;
}

/** The example practice, imported as somebody would. */
async function storeExample(port: number, session: string): Promise<string> {
  const dossier = parse(readFileSync(join(PROJECT_ROOT, 'examples', 'practice.yaml'), 'utf8')) as {
    practice: object;
  };
  const { id } = (await post(port, session, '/v1/organizations', dossier.practice)) as { id: string };
  await post(port, session, `/v1/organizations/${id}/dossier/imports`, dossier);
  return id;
}

/** What a practice-management system asks with: a key that may do nothing else. */
async function makeKey(port: number, session: string, organizationId: string): Promise<string> {
  const wanted = { label: 'Bench', scopes: ['clearance.ask'], validDays: 1 };
  const made = await post(port, session, `/v1/organizations/${organizationId}/api-keys`, wanted);
  return (made as { key: string }).key;
}

async function post(port: number, session: string, path: string, body: object): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${session}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`POST ${path} answered ${response.status}`);
  return response.json();
}
