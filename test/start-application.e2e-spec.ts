// The server as somebody starts it: what it prints, what it keeps, what it refuses and what it leaves behind.
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setUpOwner, THROWAWAY_OWNER } from '../src/cli/set-up-owner';
import { isAlive, serverPid } from './embedded-postgres/server-facts';
import { ThrowawayFolders } from './embedded-postgres/throwaway-folder';
import { BuiltServer, ensureBuilt, type Ended } from './support/built-server';
import { ForeignPostgres, installedPostgres } from './support/foreign-postgres';
import { testDatabase } from './support/test-database';

const STACK_TRACE = /^\s+at .+:\d+/m;
const folders = new ThrowawayFolders();
const servers: BuiltServer[] = [];

function start(settings: Record<string, string>): BuiltServer {
  const server = new BuiltServer(settings);
  servers.push(server);
  return server;
}

async function statusOf(url: string, token: string): Promise<number> {
  const answer = await fetch(`${url}/v1/organizations`, { headers: { authorization: `Bearer ${token}` } });
  return answer.status;
}

/** A start that must be refused: exit code 1, words for people, no stack trace. */
async function refusalOf(settings: Record<string, string>): Promise<Ended> {
  const ended = await start(settings).ended;
  expect(ended).toMatchObject({ exitCode: 1, signal: null, stdout: expect.not.stringMatching(/serves at/) });
  expect(ended.stderr).not.toMatch(STACK_TRACE);
  return ended;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

beforeAll(ensureBuilt, 300_000);
afterAll(async () => {
  await Promise.all(servers.map((server) => server.end('SIGKILL')));
  folders.removeAll();
});

jest.setTimeout(120_000);

describe('a server on its own database', () => {
  it('shows a setup link that works once, keeps only digests, serves again after a restart, and ends with nothing left running', async () => {
    const dataFolder = folders.make();
    const first = start({ DATA_FOLDER: dataFolder });
    const { url, setupToken } = await first.serving();
    if (!setupToken) throw new Error('no setup link was shown');
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await statusOf(url, setupToken)).toBe(401);
    const { session } = await setUpOwner(url, setupToken);
    expect(await statusOf(url, session)).toBe(200);
    await expect(setUpOwner(url, setupToken)).rejects.toThrow(/409/);
    const another = session.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    expect(await statusOf(url, another)).toBe(401);
    const postgres = serverPid(dataFolder);
    expect(await first.end('SIGTERM')).toMatchObject({ exitCode: 0, signal: null });
    expect(isAlive(postgres)).toBe(false);
    const secrets = [
      setupToken.replace('duecare_setup_', ''),
      session.replace('duecare_session_', ''),
      THROWAWAY_OWNER.password,
    ];
    const holding = (file: string) => secrets.some((secret) => readFileSync(file).includes(secret));
    expect(filesIn(dataFolder).filter(holding)).toEqual([]);

    const second = start({ DATA_FOLDER: dataFolder });
    const again = await second.serving();
    expect(again.setupToken).toBeNull();
    expect(await statusOf(again.url, session)).toBe(200);
    const ended = await second.end('SIGINT');
    expect(ended).toMatchObject({ exitCode: 0, signal: null });
    expect(ended.stdout + ended.stderr).not.toMatch(/duecare_(setup|session)_/);
  });

  it('shows a new setup link at each start until somebody is there, and the earlier one works no more', async () => {
    const dataFolder = folders.make();
    const first = start({ DATA_FOLDER: dataFolder });
    const { setupToken: early } = await first.serving();
    await first.end();
    const second = start({ DATA_FOLDER: dataFolder });
    const { url, setupToken } = await second.serving();
    await expect(setUpOwner(url, early ?? '')).rejects.toThrow(/410/);
    // Nor is a password looked at, or hashed, for whoever brings no token that works.
    const owner = { ...THROWAWAY_OWNER, password: 'short' };
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ token: early, owner });
    expect((await fetch(`${url}/v1/setup`, { method: 'POST', headers, body })).status).toBe(410);
    expect((await setUpOwner(url, setupToken ?? '')).session).toMatch(/^duecare_session_/);
    await second.end();
  });

  it('listens where HOST and PORT say, and nowhere else', async () => {
    const port = await freePort('127.0.0.2');
    const server = start({ DATA_FOLDER: folders.make(), HOST: '127.0.0.2', PORT: String(port) });
    const { url } = await server.serving();
    expect(url).toBe(`http://127.0.0.2:${port}`);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    await expect(fetch(`http://127.0.0.1:${port}/health/ready`)).rejects.toThrow();
    await server.end();
  });

  it('that is told to stop while it starts ends in order', async () => {
    const dataFolder = folders.make();
    const server = start({ DATA_FOLDER: dataFolder });
    await server.printed(/Bringing the database up to date/);
    const postgres = serverPid(dataFolder);
    const ended = await server.end('SIGTERM');
    expect(ended).toMatchObject({ exitCode: 0, signal: null });
    expect(isAlive(postgres)).toBe(false);
  });

  it('that finds its port taken says so, leaves no database running and gives no setup link', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const dataFolder = folders.make();
    const { stderr } = await refusalOf({ DATA_FOLDER: dataFolder, PORT: String(port) }).finally(() =>
      other.close(),
    );
    expect(stderr).toMatch(new RegExp(`Port ${port} on 127\\.0\\.0\\.1 is in use by another program`));
    expect(filesIn(join(dataFolder, 'postgres')).filter((file) => file.endsWith('postmaster.pid'))).toEqual(
      [],
    );
    const later = start({ DATA_FOLDER: dataFolder });
    expect((await later.serving()).setupToken).not.toBeNull();
    await later.end();
  });
});

describe('a server with wrong settings', () => {
  it('names each of them', async () => {
    const { stderr } = await refusalOf({
      PORT: 'x',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'postgres://u:hunter2-at-the-long-quay@h/d',
    });
    expect(stderr.match(/^- \w+/gm)).toEqual(['- PORT', '- LOG_LEVEL', '- DATABASE_MIGRATION_URL']);
    expect(stderr).not.toContain('hunter2-at-the-long-quay');
  });

  it.each([
    [
      'a host that is not this machine',
      { HOST: '192.0.2.1' },
      /HOST 192\.0\.2\.1 is not an address of this machine/,
    ],
    [
      'a data folder that is a file',
      { DATA_FOLDER: join(__filename) },
      /data folder|DATA_FOLDER|not a (folder|directory)/i,
    ],
  ])('%s: a clear line', async (_what, settings, expected) => {
    const { stderr } = await refusalOf({ DATA_FOLDER: folders.make(), ...settings });
    expect(stderr).toMatch(expected);
  });

  it('a database that does not answer is named by its setting, without the password', async () => {
    const port = await freePort('127.0.0.1');
    const nowhere = `postgres://u:hunter2-at-the-long-quay@127.0.0.1:${port}/d`;
    const { stderr } = await refusalOf({
      DATA_FOLDER: folders.make(),
      DATABASE_URL: nowhere,
      DATABASE_MIGRATION_URL: nowhere,
    });
    expect(stderr).toMatch(/DATABASE_MIGRATION_URL does not connect: ECONNREFUSED/);
    expect(stderr).not.toContain('hunter2-at-the-long-quay');
  });

  it('the owner in the place of the application is refused: no policy would bind it', async () => {
    const { ownerUrl } = testDatabase();
    const { stderr } = await refusalOf({
      DATA_FOLDER: folders.make(),
      DATABASE_URL: ownerUrl,
      DATABASE_MIGRATION_URL: ownerUrl,
    });
    expect(stderr).toMatch(/of DATABASE_URL is the owner of the tables/);
  });
});

const programs = installedPostgres();
const describeForeign = programs ? describe : describe.skip;

describeForeign('a server on a PostgreSQL that was there before (skipped where none is installed)', () => {
  let foreign: ForeignPostgres;
  const settings = (role: string) => ({
    DATA_FOLDER: folders.make(),
    DATABASE_URL: foreign.urlOf(role, 'practice'),
    DATABASE_MIGRATION_URL: foreign.urlOf('owner', 'practice'),
  });

  beforeAll(async () => {
    foreign = new ForeignPostgres(programs ?? '', folders.make());
    await foreign.boss(
      'create role owner login',
      'create role plain login',
      'create role over login superuser',
      'create role bypassing login bypassrls',
      'create role making login createrole',
      'create role heir login in role owner',
      'create database practice owner owner',
    );
  });

  afterAll(() => foreign.stop());

  it.each([
    ['over', 'is a superuser'],
    ['bypassing', 'has BYPASSRLS'],
    ['making', 'has CREATEROLE'],
    ['heir', 'is the owner of the tables or a member of that role'],
  ])('refuses an application role that could step over row-level security: %s %s', async (role, reason) => {
    const { stderr } = await refusalOf(settings(role));
    expect(stderr).toContain(`The role "${role}" of DATABASE_URL`);
    expect(stderr).toContain(reason);
  });

  it('serves with a plain role, and starts no database of its own', async () => {
    const given = settings('plain');
    const server = start(given);
    const { url, setupToken } = await server.serving();
    const { session } = await setUpOwner(url, setupToken);
    expect(await statusOf(url, session)).toBe(200);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    expect(readdirSync(given.DATA_FOLDER).sort()).toEqual([
      'backup-key.txt',
      'file-key.txt',
      'signing-key.pem',
    ]);
    expect(await server.end()).toMatchObject({ exitCode: 0 });
  });
});

async function freePort(host: string): Promise<number> {
  const probe = createServer().listen(0, host);
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
