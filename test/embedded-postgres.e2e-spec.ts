import { ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { connectionDetails } from '../src/database/embedded/connection-url';
import { EmbeddedPostgres, startEmbeddedPostgres } from '../src/database/embedded/embedded-postgres';
import { parsePasswd } from '../src/database/embedded/server-account';
import { LOG_LIMIT_BYTES } from '../src/database/embedded/server-log';
import { cp, install, RunAs, SupervisorProcess } from './embedded-postgres/compiled-supervisor';
import { ask, eventually, isAlive, serverPid } from './embedded-postgres/server-facts';
import { ThrowawayFolders } from './embedded-postgres/throwaway-folder';

jest.setTimeout(60_000);

const folders = new ThrowawayFolders();
const servers: EmbeddedPostgres[] = [];
const children: (SupervisorProcess | ChildProcess)[] = [];

/** A data folder with a cluster that was made once and shut down; each test gets a copy of its own. */
let template: string;
let sharedInstallation: string;

const isRoot = process.getuid?.() === 0;
const isLinux = process.platform === 'linux';
const nobody = isRoot
  ? parsePasswd(readFileSync('/etc/passwd', 'utf8')).find(({ name }) => name === 'nobody')
  : undefined;
/** Names of tests say why they are skipped: these can only be made by root. */
const itAsRoot = isRoot && nobody ? it : it.skip;
const itWithoutRights = isRoot && spawnSync('setpriv', ['--version']).status === 0 ? it : it.skip;
const itOnLinux = isLinux ? it : it.skip;

async function start(dataFolder: string, log?: (line: string) => void): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataFolder, log });
  servers.push(server);
  return server;
}

function startProcess(
  dataFolder: string,
  installation = sharedInstallation,
  as: RunAs = {},
): SupervisorProcess {
  const child = new SupervisorProcess(installation, dataFolder, as);
  children.push(child);
  return child;
}

function existingCluster(name = 'data'): string {
  const dataFolder = join(folders.make(), name);
  mkdirSync(join(dataFolder, '..'), { recursive: true });
  cp(template, dataFolder);
  return dataFolder;
}

/** Just enough of a cluster to be looked at, owned by whoever PostgreSQL would run as. */
function folderLikeOurs(holds: { major?: string; passwords?: string }): string {
  const { major, passwords } = { major: '17', passwords: '{}', ...holds };
  const dataFolder = newFolder();
  const cluster = join(dataFolder, 'postgres');
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  chmodSync(dataFolder, 0o755);
  if (major) writeFileSync(join(cluster, 'PG_VERSION'), `${major}\n`);
  writeFileSync(join(cluster, 'duecare-passwords.json'), passwords);
  const { uid, gid } = statSync(join(template, 'postgres'));
  chownSync(cluster, uid, gid);
  return dataFolder;
}

function newFolder(): string {
  return join(folders.make(), 'data');
}

async function problemOf(dataFolder: string): Promise<{ name: string; code: string; message: string }> {
  try {
    await start(dataFolder);
  } catch (error) {
    return error as { name: string; code: string; message: string };
  }
  throw new Error('the server started');
}

beforeAll(async () => {
  template = newFolder();
  await (await startEmbeddedPostgres({ dataFolder: template })).stop();
  sharedInstallation = folders.make();
  install(sharedInstallation, { binaries: 'shared' });
});

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  for (const child of children.splice(0))
    await (child instanceof SupervisorProcess ? child.end() : child.kill('SIGKILL'));
});

afterAll(() => folders.removeAll());

describe('an embedded server', () => {
  let dataFolder: string;
  let server: EmbeddedPostgres;

  beforeAll(async () => {
    dataFolder = existingCluster();
    server = await startEmbeddedPostgres({ dataFolder });
  });
  afterAll(() => server.stop());

  it('gives the owner and the application each a connection that can do no more than it must', async () => {
    expect(server.reused).toBe(false);
    const roles = `select current_user as role, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
      pg_get_userbyid(datdba) = current_user as owns, has_database_privilege(current_database(), 'create') as may_create,
      has_schema_privilege('public', 'create') as may_create_tables, current_database() as database
      from pg_roles, pg_database where rolname = current_user and datname = current_database()`;
    const powerless = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      database: 'duecare',
    };
    expect(await ask(server.ownerUrl, roles)).toEqual({
      ...powerless,
      role: 'duecare_owner',
      owns: true,
      may_create: true,
      may_create_tables: true,
    });
    expect(await ask(server.applicationUrl, roles)).toEqual({
      ...powerless,
      role: 'duecare_app',
      owns: false,
      may_create: false,
      may_create_tables: false,
    });
  });

  it('asks for the right password, and lets nobody into other databases', async () => {
    const { ownerUrl, applicationUrl } = server;
    const guess = (url: string): string => url.replace(/:[^:@]+@/, ':guess@');
    await expect(ask(guess(ownerUrl), 'select 1')).rejects.toThrow(/password authentication failed/);
    await expect(ask(guess(applicationUrl), 'select 1')).rejects.toThrow(/password authentication failed/);
    for (const database of ['postgres', 'template1']) {
      const elsewhere = applicationUrl.replace('/duecare?', `/${database}?`);
      await expect(ask(elsewhere, 'select 1')).rejects.toThrow(/permission denied for database/);
    }
  });

  it('writes every commit to the disk, checks its pages, sorts by bytes and never logs what was typed', async () => {
    const setting = async (name: string): Promise<string> =>
      Object.values(await ask<Record<string, string>>(server.applicationUrl, `show ${name}`))[0] ?? '';
    const expected = {
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      data_checksums: 'on',
      server_encoding: 'UTF8',
      password_encryption: 'scram-sha-256',
      max_connections: '100',
      jit: 'off',
      timezone: 'UTC',
    };
    for (const [name, value] of Object.entries(expected))
      expect([name, await setting(name)]).toEqual([name, value]);
    const locale = 'select datcollate, datctype from pg_database where datname = current_database()';
    expect(await ask(server.applicationUrl, locale)).toEqual({ datcollate: 'C', datctype: 'C' });
    await expect(ask(server.ownerUrl, `select 'typed-by-a-person'::uuid`)).rejects.toThrow(
      /typed-by-a-person/,
    );
    expect(readFileSync(join(dataFolder, 'postgres.log'), 'utf8')).not.toContain('typed-by-a-person');
  });

  itOnLinux('listens on no network address, only on a socket that nobody else can reach', async () => {
    const { host } = connectionDetails(server.ownerUrl);
    expect(statSync(host).mode & 0o077).toBe(0);
    expect(statSync(join(dataFolder, 'postgres', 'duecare-passwords.json')).mode & 0o777).toBe(0o600);
    const { listening } = await ask<{ listening: string }>(
      server.applicationUrl,
      `select current_setting('listen_addresses') as listening`,
    );
    expect(listening).toBe('');
    const sockets = readFileSync('/proc/net/unix', 'utf8').split('\n');
    expect(sockets.some((line) => line.endsWith(join(host, '.s.PGSQL.5432')))).toBe(true);
  });

  it('is reached by TypeORM through the URL and through its parts', async () => {
    const { user, ...parts } = connectionDetails(server.applicationUrl);
    for (const login of [{ url: server.applicationUrl }, { username: user, ...parts }]) {
      const dataSource = await new DataSource({ type: 'postgres', ...login }).initialize();
      expect(await dataSource.query('select current_user as role')).toEqual([{ role: 'duecare_app' }]);
      await dataSource.destroy();
    }
  });
});

describe('an embedded server that is started again', () => {
  it('keeps its data over a stop and a start, and its process ends with the stop', async () => {
    const dataFolder = existingCluster();
    const first = await start(dataFolder);
    await ask(first.ownerUrl, 'create table kept as select 7 as value');
    const pid = serverPid(dataFolder);
    await Promise.all([first.stop(), first.stop()]);
    expect(await eventually(() => !isAlive(pid))).toBe(true);
    expect(existsSync(join(dataFolder, 'postgres', 'postmaster.pid'))).toBe(false);
    const second = await start(dataFolder);
    expect(second.reused).toBe(false);
    expect(await ask(second.ownerUrl, 'select value from kept')).toEqual({ value: 7 });
  });

  it('sets its log aside at the start when it has grown, so that two files bound it', async () => {
    const dataFolder = existingCluster();
    const log = join(dataFolder, 'postgres.log');
    truncateSync(log, LOG_LIMIT_BYTES + 1);
    await start(dataFolder);
    expect(statSync(`${log}.1`).size).toBe(LOG_LIMIT_BYTES + 1);
    expect(statSync(log).size).toBeLessThan(100_000);
    expect(readdirSync(dataFolder).filter((name) => name.startsWith('postgres.log'))).toHaveLength(2);
  });
});

describe('paths', () => {
  it('runs in a folder whose name has spaces, quotes, a comma, a dollar and other alphabets', async () => {
    const server = await start(existingCluster(`Dr. O'Neill, "notes" $HOME \\ Übung`));
    expect(await ask(server.applicationUrl, 'select 1 as one')).toEqual({ one: 1 });
  });

  it('puts the socket into a closed folder of its own when the path is too long for one', async () => {
    const dataFolder = existingCluster(join('a'.repeat(60), 'b'.repeat(60), 'data'));
    const server = await start(dataFolder);
    const { host } = connectionDetails(server.applicationUrl);
    expect(host.startsWith(dataFolder)).toBe(false);
    expect(statSync(host).mode & 0o777).toBe(0o700);
    expect(statSync(host).uid).toBe(statSync(join(dataFolder, 'postgres')).uid);
    expect(await ask(server.applicationUrl, 'select 1 as one')).toEqual({ one: 1 });
    await server.stop();
    chmodSync(host, 0o777); // as if somebody else had made it first
    expect((await problemOf(dataFolder)).code).toBe('socket-folder-unsafe');
    rmdirSync(host);
  });
});

describe('folders that are not ours to open', () => {
  it('are refused and left as they are when somebody else made them', async () => {
    const dataFolder = newFolder();
    const cluster = join(dataFolder, 'postgres');
    mkdirSync(cluster, { recursive: true });
    writeFileSync(join(cluster, 'PG_VERSION'), '17\n');
    writeFileSync(join(cluster, 'precious.txt'), 'kept');
    const problem = await problemOf(dataFolder);
    expect(problem).toMatchObject({ name: 'EmbeddedPostgresError', code: 'foreign-folder' });
    expect(problem.message).toMatch(/choose another data folder/);
    expect(readdirSync(dataFolder)).toEqual(['postgres']);
    expect(readdirSync(cluster).sort()).toEqual(['PG_VERSION', 'precious.txt']);
    expect(statSync(cluster).mode & 0o777).toBe(0o755);
  });

  it('are refused when another PostgreSQL major made them, naming both', async () => {
    const dataFolder = folderLikeOurs({ major: '15' });
    const problem = await problemOf(dataFolder);
    expect(problem.code).toBe('other-postgres-major');
    expect(problem.message).toMatch(/PostgreSQL 15.*PostgreSQL 17/);
  });

  it('are refused when they are damaged, with PostgreSQL’s own reason where it has one', async () => {
    expect((await problemOf(folderLikeOurs({ passwords: '{' }))).code).toBe('cluster-damaged');
    expect((await problemOf(folderLikeOurs({ major: undefined }))).code).toBe('cluster-damaged');
    const withoutControl = existingCluster();
    truncateSync(join(withoutControl, 'postgres', 'global', 'pg_control'), 0);
    const problem = await problemOf(withoutControl);
    expect(problem.code).toBe('start-failed');
    expect(problem.message).toMatch(/pg_control/);
  });

  itAsRoot('(as root) are refused by an ordinary user to whom they do not belong', async () => {
    const child = startProcess(folderLikeOurs({}), sharedInstallation, nobody);
    expect(await child.expect('failed')).toMatchObject({ known: true, code: 'data-folder-of-another-user' });
    const ofRoot = folderLikeOurs({});
    chownSync(join(ofRoot, 'postgres'), 0, 0);
    expect((await problemOf(ofRoot)).code).toBe('data-folder-of-another-user');
  });
});

describe('a killed PostgreSQL', () => {
  it('is brought back under the application that uses it, with what it had committed', async () => {
    const dataFolder = existingCluster();
    const server = await start(dataFolder);
    await ask(server.ownerUrl, 'create table kept as select 7 as value');
    const pid = serverPid(dataFolder);
    process.kill(pid, 'SIGKILL');
    expect(
      await eventually(() =>
        ask<{ value: number }>(server.ownerUrl, 'select value from kept').then(
          ({ value }) => value === 7,
          () => false,
        ),
      ),
    ).toBe(true);
    expect(serverPid(dataFolder)).not.toBe(pid);
    await server.stop();
    expect(existsSync(join(dataFolder, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('and a killed application leave a cluster that starts at once', async () => {
    const dataFolder = existingCluster();
    const app = startProcess(dataFolder);
    await app.expect('started');
    const pid = serverPid(dataFolder);
    await app.kill();
    process.kill(pid, 'SIGKILL');
    const server = await start(dataFolder);
    expect(server.reused).toBe(false);
    expect(await ask(server.applicationUrl, 'select 1 as one')).toEqual({ one: 1 });
  });

  itOnLinux(
    'that nobody collected (a zombie) or whose number went to another program is not in the way',
    async () => {
      // the shell turns into a sleep that never collects its child
      const parent = spawn('/bin/sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      children.push(parent);
      const zombie = Number(
        await new Promise((resolve) => parent.stdout.once('data', (text) => resolve(String(text)))),
      );
      expect(await eventually(() => !isAlive(zombie))).toBe(true);
      for (const pid of [zombie, parent.pid]) {
        const dataFolder = existingCluster();
        const cluster = join(dataFolder, 'postgres');
        const lock = `${pid}\n${cluster}\n${Math.floor(Date.now() / 1000)}\n5432\n${cluster}\n\n       1         1\nready   \n`;
        for (const name of ['postmaster.pid', '.s.PGSQL.5432.lock', '.s.PGSQL.5432']) {
          writeFileSync(join(cluster, name), lock);
          const { uid, gid } = statSync(cluster);
          chownSync(join(cluster, name), uid, gid);
        }
        const lines: string[] = [];
        const server = await start(dataFolder, (line) => lines.push(line));
        expect(lines.join()).toMatch(/did not shut down/);
        expect(await ask(server.applicationUrl, 'select 1 as one')).toEqual({ one: 1 });
      }
      expect(isAlive(parent.pid ?? 0)).toBe(true);
    },
  );

  it('whose children still write keeps the next one waiting until they have ended', async () => {
    const dataFolder = existingCluster();
    const app = startProcess(dataFolder);
    const { applicationUrl } = await app.expect('started');
    const busy = ask(applicationUrl, `select 'busy', count(*) from generate_series(1, 12000000)`).catch(
      () => undefined,
    );
    const whoIsBusy = `select max(pid) as pid from pg_stat_activity where query like 'select ''busy''%' and state = 'active'`;
    let child = 0;
    await eventually(
      async () => (child = (await ask<{ pid?: number }>(applicationUrl, whoIsBusy)).pid ?? 0) > 0,
    );
    await app.kill();
    process.kill(serverPid(dataFolder), 'SIGKILL');
    expect(isAlive(child)).toBe(true);
    const server = await start(dataFolder);
    expect(isAlive(child)).toBe(false);
    expect(await ask(server.applicationUrl, 'select 1 as one')).toEqual({ one: 1 });
    await busy;
  });

  it('is not brought back as an empty database when its folder was taken away', async () => {
    const dataFolder = existingCluster();
    const lines: string[] = [];
    const server = await start(dataFolder, (line) => lines.push(line));
    const pid = serverPid(dataFolder);
    renameSync(join(dataFolder, 'postgres'), join(dataFolder, 'moved-away'));
    process.kill(pid, 'SIGKILL');
    expect(await eventually(() => lines.length > 0)).toBe(true);
    await sleep(1_000);
    expect(existsSync(join(dataFolder, 'postgres'))).toBe(false);
    await server.stop();
  });
});

describe('several processes', () => {
  it('take over the server of one that was killed, and stop it when they are done', async () => {
    const dataFolder = existingCluster();
    const killed = startProcess(dataFolder);
    await killed.expect('started');
    const pid = serverPid(dataFolder);
    await killed.kill();
    expect(isAlive(pid)).toBe(true);
    const next = await start(dataFolder);
    expect(next.reused).toBe(true);
    expect(serverPid(dataFolder)).toBe(pid);
    await next.stop();
    expect(await eventually(() => !isAlive(pid))).toBe(true);
  });

  it('share one server, and the last to stop stops it', async () => {
    const dataFolder = existingCluster();
    const first = startProcess(dataFolder);
    expect((await first.expect('started')).reused).toBe(false);
    const second = startProcess(dataFolder);
    expect((await second.expect('started')).reused).toBe(true);
    const pid = serverPid(dataFolder);
    first.send('stop');
    await first.expect('stopped');
    await first.exited;
    second.send('ask');
    expect((await second.expect('answer')).value).toBe(42);
    second.send('stop');
    await second.expect('stopped');
    await second.exited;
    expect(await eventually(() => !isAlive(pid))).toBe(true);
  });

  it('that end without stopping leave no server behind', async () => {
    const dataFolder = existingCluster();
    const careless = startProcess(dataFolder);
    await careless.expect('started');
    const pid = serverPid(dataFolder);
    careless.send('exit-without-stop');
    await careless.exited;
    expect(await eventually(() => !isAlive(pid))).toBe(true);
  });

  it('may come and go at the same time: each that was told "started" gets its answer', async () => {
    const dataFolder = existingCluster();
    const comeAndGo = async (): Promise<number | string> => {
      const server = await start(dataFolder);
      const { value } = await ask<{ value: number }>(server.applicationUrl, 'select 42 as value');
      await server.stop();
      return value;
    };
    const rounds = async (): Promise<(number | string)[]> => [
      await comeAndGo(),
      await comeAndGo(),
      await comeAndGo(),
    ];
    const answers = (await Promise.all([rounds(), rounds(), rounds(), rounds()])).flat();
    expect(answers).toEqual(Array(12).fill(42));
    expect(existsSync(join(dataFolder, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('that start the first time at the same moment make one database', async () => {
    const dataFolder = newFolder();
    const both = [startProcess(dataFolder), startProcess(dataFolder)];
    const started = await Promise.all(both.map((child) => child.expect('started')));
    expect(started.map(({ reused }) => reused).sort()).toEqual([false, true]);
    expect(started[0]?.applicationUrl).toBe(started[1]?.applicationUrl);
  });
});

describe('a first start that is killed', () => {
  it('at any moment is made good by the next, which leaves nothing of it lying about', async () => {
    const dataFolder = newFolder();
    for (const milliseconds of [250, 700, 1_200]) {
      const child = startProcess(dataFolder);
      await sleep(milliseconds);
      await child.kill();
    }
    const server = await start(dataFolder);
    expect(await ask(server.applicationUrl, 'select 1 as one')).toEqual({ one: 1 });
    const left = readdirSync(dataFolder).sort();
    expect(left).toEqual(['postgres', 'postgres.log']);
  });
});

describe('installations', () => {
  it('without the package for the platform are told its name and about DATABASE_URL', async () => {
    const installation = folders.make();
    install(installation, { binaries: 'none' });
    const child = startProcess(newFolder(), installation);
    const problem = await child.expect('failed');
    expect(problem).toMatchObject({ known: true, code: 'platform-package-missing' });
    expect(problem.message).toMatch(/@embedded-postgres\/.*DATABASE_URL/s);
  });

  it('made with install scripts off get the library links that those would have made', async () => {
    const installation = folders.make();
    install(installation, { binaries: 'own' });
    const dataFolder = existingCluster();
    const child = startProcess(dataFolder, installation);
    await child.expect('started');
    expect(existsSync(join(dataFolder, 'postgres-binaries'))).toBe(false);
  });

  itAsRoot('(as root) run for an ordinary user, from start to stop', async () => {
    const dataFolder = newFolder();
    mkdirSync(dataFolder);
    chownSync(dataFolder, nobody?.uid ?? 0, nobody?.gid ?? 0);
    const child = startProcess(dataFolder, sharedInstallation, nobody);
    expect((await child.expect('started')).reused).toBe(false);
    expect(statSync(join(dataFolder, 'postgres')).uid).toBe(nobody?.uid);
    // root who comes later uses the server, and runs it as the user to whom it belongs
    const { reused } = await start(dataFolder);
    expect(reused).toBe(true);
    child.send('ask');
    expect((await child.expect('answer')).value).toBe(42);
  });

  itAsRoot('(as root) that are read-only and lack the links run from a copy beside the data', async () => {
    const installation = folders.make();
    install(installation, { binaries: 'own' });
    const dataFolder = existingCluster();
    for (const path of [
      dataFolder,
      join(dataFolder, 'postgres.log'),
      join(dataFolder, 'postgres', 'duecare-passwords.json'),
    ])
      chownSync(path, nobody?.uid ?? 0, nobody?.gid ?? 0);
    giveAway(join(dataFolder, 'postgres'));
    const child = startProcess(dataFolder, installation, nobody); // the installation is root's, so read-only to it
    const { log } = await child.expect('started');
    expect(log.join()).toMatch(/Copying the PostgreSQL programs/);
  });

  itAsRoot('(as root) under a closed folder run from a copy beside the data, made once', async () => {
    const installation = join(folders.make(), 'closed');
    mkdirSync(installation, { mode: 0o700 });
    install(installation, { binaries: 'own' });
    const dataFolder = existingCluster();
    const first = startProcess(dataFolder, installation);
    expect((await first.expect('started')).log.join()).toMatch(/Copying the PostgreSQL programs/);
    first.send('stop');
    await first.expect('stopped');
    const second = startProcess(dataFolder, installation);
    expect((await second.expect('started')).log).toEqual([]);
  });

  itAsRoot(
    '(as root) with a data folder under a closed folder are told so, and nothing is written',
    async () => {
      const closed = join(folders.make(), 'closed');
      mkdirSync(closed, { mode: 0o700 });
      const problem = await problemOf(join(closed, 'data'));
      expect(problem.code).toBe('data-folder-unreachable');
      expect(problem.message).toContain(`${closed} is closed`);
      expect(readdirSync(closed)).toEqual([]);
    },
  );

  itAsRoot(
    '(as root) may be given a closed folder that is empty, such as a fresh temporary one',
    async () => {
      const dataFolder = folders.make();
      chmodSync(dataFolder, 0o700);
      await start(dataFolder);
      expect(statSync(dataFolder).mode & 0o007).toBe(0);
    },
  );

  itWithoutRights('(as root, with setpriv) that may not change users are told so', async () => {
    const launcher = ['setpriv', '--bounding-set=-setuid,-setgid'];
    const child = startProcess(newFolder(), sharedInstallation, { launcher });
    expect(await child.expect('failed')).toMatchObject({ known: true, code: 'cannot-switch-user' });
  });

  it('with a data folder that cannot be made are told so', async () => {
    const file = join(folders.make(), 'a-file');
    writeFileSync(file, '');
    expect((await problemOf(join(file, 'data'))).code).toBe('data-folder-not-writable');
  });
});

function giveAway(folder: string): void {
  chownSync(folder, nobody?.uid ?? 0, nobody?.gid ?? 0);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) giveAway(path);
    else chownSync(path, nobody?.uid ?? 0, nobody?.gid ?? 0);
  }
}
