// kill -9 in the middle of imports, twenty times: after the restart every acknowledged import is whole, and every other one is whole or not there
// at all, with its audit events and its scores.
import { setTimeout as sleep } from 'node:timers/promises';
import { setUpOwner } from '../src/cli/set-up-owner';
import { serverPid } from './embedded-postgres/server-facts';
import { ThrowawayFolders } from './embedded-postgres/throwaway-folder';
import { practiceBody } from './factories/records.factory';
import { ImportClient, type Practice } from './kill-during-import/import-client';
import { numberedImport, SHARED_VENDOR, traceOf } from './kill-during-import/numbered-import';
import { BuiltServer, ensureBuilt } from './support/built-server';
import { setUpSecondFactor } from './support/second-factor';

const KILLS = 20;
const PRACTICES = 3;
const CLIENTS_PER_PRACTICE = 2;
/** Every so many rounds PostgreSQL is killed too, just before the server. */
const POSTGRES_EVERY = 4;
const SHORTEST_MS = 50;
const LONGEST_MS = 900;

/** The same moments again: KILL_SEED=<seed> npm run test:e2e. */
const SEED = Number(process.env.KILL_SEED ?? Date.now() % 2 ** 31);
const random = randomFrom(SEED);

type Exported = Parameters<typeof traceOf>[1] & { practice: { clientsPerYear: number } };

const folders = new ThrowawayFolders();
const dataFolder = folders.make();
let server: BuiltServer;
let session = '';

async function started(): Promise<ImportClient> {
  server = new BuiltServer({ DATA_FOLDER: dataFolder, LOG_LEVEL: 'silent' });
  const serving = await server.serving();
  if (!session) {
    session = (await setUpOwner(serving.url, serving.setupToken)).session;
    await setUpSecondFactor(serving.url, session);
  }
  return new ImportClient(serving.url, session);
}

beforeAll(ensureBuilt, 300_000);
afterAll(async () => {
  await server.end();
  folders.removeAll();
}, 60_000);

/** Several clients import into several practices at once until the server is killed at a random moment. */
async function roundOfImports(client: ImportClient, killPostgres: boolean): Promise<Practice[]> {
  const practices = await Promise.all(Array.from({ length: PRACTICES }, () => client.newPractice()));
  // A process that has just started is slow: one import each is through before the clock runs.
  for (const practice of practices) await client.import(practice, 'first');
  const importing = practices.flatMap((practice) =>
    Array.from({ length: CLIENTS_PER_PRACTICE }, (_, index) =>
      client.importUntilKilled(practice, `client${index}`),
    ),
  );
  await sleep(SHORTEST_MS + random() * (LONGEST_MS - SHORTEST_MS));
  if (killPostgres) {
    process.kill(serverPid(dataFolder), 'SIGKILL');
    await sleep(random() * 50);
  }
  await server.end('SIGKILL');
  await Promise.all(importing);
  return practices;
}

/** Holds a practice to what was sent to it. @returns how many imports are there */
async function wholeImportsOf(client: ImportClient, { at, attempts }: Practice): Promise<number> {
  const exported = await client.get<Exported>(`${at}/dossier`);
  const traces = attempts.map(({ document, acknowledged }) => [acknowledged, traceOf(document, exported)]);
  expect(traces.filter(([, trace]) => trace === 'torn')).toEqual([]);
  expect(traces.filter(([acknowledged, trace]) => acknowledged && trace !== 'whole')).toEqual([]);
  const whole = attempts.filter((_attempt, index) => traces[index]?.[1] === 'whole');

  // What every import changes: the practice and the shared vendor, each once an import, and both as the same import left them.
  const vendors = await client.all<{ key: string; version: number; name: string }>(`${at}/vendors`);
  const { version } = await client.get<{ version: number }>(at);
  expect([vendors.length, version]).toEqual([whole.length > 0 ? 1 : 0, 1 + whole.length]);
  if (whole.length > 0) {
    expect(vendors).toEqual([expect.objectContaining({ key: SHARED_VENDOR, version: whole.length })]);
    const last = whole.find(
      ({ document }) => document.vendors?.[0]?.key && nameIn(document) === vendors[0]?.name,
    );
    expect(last?.document.practice).toMatchObject({ clientsPerYear: exported.practice.clientsPerYear });
  }

  const events = await client.all<{ action: string }>(`${at}/audit-events`);
  const count = (action: string) => events.filter((event) => event.action === action).length;
  expect({
    imports: count('dossier.imported'),
    profiles: count('organization.updated'),
    services: count('service.created'),
    agreements: count('agreement.created'),
    flows: count('data_flow.created'),
    checklists: count('checklist.created'),
    vendors: count('vendor.created') + count('vendor.updated'),
  }).toEqual({
    imports: whole.length,
    profiles: whole.length,
    services: whole.length,
    agreements: whole.length,
    flows: whole.length,
    checklists: whole.length,
    vendors: whole.length,
  });

  const scores = await client.all<{ service: string }>(`${at}/service-scores`);
  const services = whole.map(({ document }) => document.services?.[0]?.key);
  expect(scores.map(({ service }) => service).sort()).toEqual(services.sort());
  return whole.length;
}

function nameIn(document: Practice['attempts'][number]['document']): string | undefined {
  return (document.vendors?.[0] as { name?: string } | undefined)?.name;
}

it(`after ${KILLS} times kill -9 every acknowledged import is whole and no other is there in part (seed ${SEED})`, async () => {
  process.stdout.write(`kill-during-import: seed ${SEED}\n`);
  const everything: Practice[] = [];
  let [attempted, acknowledged, whole, killsDuringImports] = [0, 0, 0, 0];
  let client = await started();
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const practices = await roundOfImports(client, kill % POSTGRES_EVERY === 0);
    client = await started();
    for (const practice of practices) whole += await wholeImportsOf(client, practice);
    const attempts = practices.flatMap((practice) => practice.attempts);
    attempted += attempts.length;
    acknowledged += attempts.filter((attempt) => attempt.acknowledged).length;
    killsDuringImports += attempts.some((attempt) => !attempt.acknowledged) ? 1 : 0;
    everything.push(...practices);
  }
  for (const practice of everything) await wholeImportsOf(client, practice); // later kills harmed nothing earlier
  process.stdout.write(
    `kill-during-import: ${attempted} imports, ${acknowledged} acknowledged, ${whole} whole, ${killsDuringImports} kills met imports under way\n`,
  );
  expect(killsDuringImports).toBe(KILLS);
  expect(acknowledged).toBeGreaterThan(KILLS);
}, 900_000);

it('an import that is there in part, or other than it was sent, would be noticed', () => {
  const sent = numberedImport(practiceBody(), 'client0-0', 1000);
  expect(traceOf(sent, sent)).toBe('whole');
  expect(traceOf(sent, { ...sent, services: [], agreements: [], dataFlows: [], checklists: [] })).toBe(
    'absent',
  );
  expect(traceOf(sent, { ...sent, dataFlows: [] })).toBe('torn');
  const agreements = sent.agreements?.map((agreement) => ({ ...agreement, services: [] }));
  expect(traceOf(sent, { ...sent, agreements: agreements ?? [] })).toBe('torn');
});

/** mulberry32: numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
