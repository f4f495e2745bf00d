// The daily backup: made when it is due, kept in number, removed only after a newer one is there, and seen when it fails.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { loadOrCreateBackupKey } from '../src/backups/backup-key';
import { checkArchive } from '../src/backups/check-archive';
import { DailyBackups } from '../src/backups/daily/daily-backups';
import { nameOfBackup } from '../src/backups/daily/kept-backups';
import { JobQueue } from '../src/jobs/job-queue';
import { Restoring } from './backups/restoring';
import { backedUpInstallation, type SmallInstallation } from './backups/small-installation';
import { ensureBuilt } from './support/built-server';
import { TestApplication } from './support/test-application';
import { until } from './support/until';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const restoring = new Restoring();
const { folders } = restoring;
/** What is backed up: its database is not that of the server that does it, which other tests share. */
let installation: SmallInstallation;
let now = new Date(2026, 2, 2, 1, 0);
let server: TestApplication;
let daily: DailyBackups;
let dataFolder: string;
let backups: string;

beforeAll(async () => {
  installation = await backedUpInstallation(restoring);
  ({ dataFolder } = installation);
  backups = join(dataFolder, 'backups');
  server = await started(dataFolder, { BACKUP_KEPT: '2', BACKUP_HOUR: '2' });
  daily = server.app.get(DailyBackups);
  await server.newOrganization();
});

afterAll(async () => {
  await server.close();
  await restoring.removeAll();
});

function started(folder: string, environment: Record<string, string>): Promise<TestApplication> {
  const backedUp = { ownerUrl: installation.database.ownerUrl, dataFolder: folder };
  return TestApplication.start({ clock: { now: () => now }, environment, backedUp });
}

const there = (): string[] => (existsSync(backups) ? readdirSync(backups).sort() : []);
const health = async () => {
  const { status, body } = await server.get('/health/backups', { key: null });
  return [status, body.state ?? body.type];
};

it('is not there before the first, and the job writes it readable by its owner alone', async () => {
  expect(await health()).toEqual([200, 'none_yet']);
  await daily.sweep();
  await until(() => there().some((name) => name.endsWith('.age')));
  expect(there()).toContain(nameOfBackup(now));
  expect([statSync(backups).mode & 0o777, statSync(join(backups, nameOfBackup(now))).mode & 0o777]).toEqual([
    0o700, 0o600,
  ]);
  const { header } = await checkArchive(
    join(backups, nameOfBackup(now)),
    await loadOrCreateBackupKey(dataFolder),
  );
  expect(header.organizations).toBeGreaterThanOrEqual(1);
});

it('is made once a day, and only as many are kept as are asked for', async () => {
  await daily.backUpIfDue();
  expect(there().filter((name) => name.endsWith('.age'))).toEqual([nameOfBackup(now)]);
  for (const day of [2, 3, 4]) {
    now = new Date(2026, 2, day, 2, 30);
    await daily.backUpIfDue();
  }
  expect(there()).toEqual([
    nameOfBackup(new Date(2026, 2, 3, 2, 30)),
    nameOfBackup(new Date(2026, 2, 4, 2, 30)),
  ]);
  expect(await health()).toEqual([200, 'ok']);
});

it('that fails removes nothing, is told, and is told no more once one succeeded', async () => {
  const before = there();
  now = new Date(2026, 2, 5, 2, 30);
  chmodSync(join(dataFolder, 'file-key.txt'), 0o644);
  await expect(daily.backUpIfDue()).rejects.toMatchObject({ code: 'key-unusable' });
  expect(there().filter((name) => name.endsWith('.age'))).toEqual(before);
  const { body } = await server.get('/health/backups', { key: null });
  expect([body.status, body.type, body.detail]).toEqual([
    503,
    '/problems/backup-overdue',
    expect.stringMatching(/failed \(key-unusable\) at 2026-03-0.*The last backup was made at/),
  ]);
  chmodSync(join(dataFolder, 'file-key.txt'), 0o600);
  now = new Date(2026, 2, 5, 4, 0);
  await daily.backUpIfDue();
  expect(await health()).toEqual([200, 'ok']);
});

it('that lacks files pushes out none that may have them', async () => {
  const [files, away] = [join(dataFolder, 'files'), join(dataFolder, 'files-away')];
  const whole = there();
  renameSync(files, away);
  for (const day of [6, 7, 8]) {
    now = new Date(2026, 2, day, 2, 30);
    await daily.backUpIfDue();
  }
  expect(there().filter((name) => name.endsWith('.age'))).toEqual([
    ...whole,
    ...[6, 7, 8].map((day) => nameOfBackup(new Date(2026, 2, day, 2, 30))),
  ]);
  const { body } = await server.get('/health/backups', { key: null });
  expect(body.detail).toContain('failed (files-missing)');
  renameSync(away, files);
  now = new Date(2026, 2, 9, 2, 30);
  await daily.backUpIfDue();
  expect(there()).toEqual([8, 9].map((day) => nameOfBackup(new Date(2026, 2, day, 2, 30))));
  expect(await health()).toEqual([200, 'ok']);
});

it('that was not made when it was due is told', async () => {
  now = new Date(now.getTime() + 2 * DAY);
  expect(await health()).toEqual([503, '/problems/backup-overdue']);
  await daily.backUpIfDue();
  expect(await health()).toEqual([200, 'ok']);
});

it('is made though the note of the last failure cannot be read: a full disk may have cut it short', async () => {
  now = new Date(now.getTime() + DAY);
  const note = join(backups, 'last-failure.json');
  writeFileSync(note, '');
  utimesSync(note, now, now);
  const { body } = await server.get('/health/backups', { key: null });
  expect(body.detail).toContain('failed (note-unreadable)');
  now = new Date(now.getTime() + 2 * HOUR);
  await sweptUntilMade();
  await until(() => !existsSync(note));
  expect(await health()).toEqual([200, 'ok']);
});

it('is made though the folder holds one dated far ahead, which takes no place of another and is not told as the last', async () => {
  const ahead = nameOfBackup(new Date(2099, 0, 1));
  writeFileSync(join(backups, ahead), 'x');
  now = new Date(now.getTime() + 2 * DAY);
  expect(await health()).toEqual([503, '/problems/backup-overdue']);
  await sweptUntilMade();
  now = new Date(now.getTime() + DAY);
  await daily.backUpIfDue();
  expect(there()).toEqual([nameOfBackup(new Date(now.getTime() - DAY)), nameOfBackup(now), ahead]);
  const { body } = await server.get('/health/backups', { key: null });
  expect(body).toEqual({ state: 'ok', lastMadeAt: now.toISOString().replace(/\.\d+/, '.000'), kept: 2 });
  rmSync(join(backups, ahead));
});

it('leaves alone what is no daily backup, but for what a process that died left of one', async () => {
  mkdirSync(backups, { recursive: true });
  const [draft, fresh] = ['0a1b2c3d4e5f', 'f5e4d3c2b1a0'].map(
    (end) => `${nameOfBackup(now)}.${end}.part`,
  ) as [string, string];
  const others = ['by-hand.age', 'film.mkv.part'];
  now = new Date(now.getTime() + DAY);
  const old = new Date(now.getTime() - 2 * DAY);
  const ages = { [draft]: old, [fresh]: now, ...Object.fromEntries(others.map((name) => [name, old])) };
  for (const [name, at] of Object.entries(ages)) {
    writeFileSync(join(backups, name), 'x');
    utimesSync(join(backups, name), at, at);
  }
  await daily.backUpIfDue();
  expect(there()).toEqual(expect.arrayContaining([...others, fresh, nameOfBackup(now)]));
  expect(there()).not.toContain(draft);
});

describe('where the folder cannot be used', () => {
  let other: TestApplication;
  let inTheWay: string;
  const stateOfOther = async () => (await other.get('/health/backups', { key: null })).body;

  beforeEach(async () => {
    inTheWay = join(folders.make(), 'backups');
    other = await started(dataFolder, { BACKUP_FOLDER: inTheWay });
  });
  afterEach(() => other.close());

  it('because something else has its name, that is told', async () => {
    writeFileSync(inTheWay, 'a file and no folder');
    await expect(other.app.get(DailyBackups).backUpIfDue()).rejects.toMatchObject({ code: 'ENOTDIR' });
    expect(await stateOfOther()).toMatchObject({
      type: '/problems/backup-overdue',
      detail: expect.stringContaining('ENOTDIR') as string,
    });
  });

  it('because it cannot be made, the failure is told though no note of it can be left', async () => {
    symlinkSync(join(inTheWay, '..', 'a-disk-that-is-away', 'folder'), inTheWay);
    expect(await stateOfOther()).toMatchObject({ state: 'none_yet' });
    await expect(other.app.get(DailyBackups).backUpIfDue()).rejects.toThrow();
    expect(await stateOfOther()).toMatchObject({
      type: '/problems/backup-overdue',
      detail: expect.stringMatching(/failed \(E[A-Z]+\).*None was made yet/) as string,
    });
  });

  it('and no attempt is even made, a first backup becomes late', async () => {
    const sweeps = other.app.get(DailyBackups);
    await other.app.get(JobQueue).beforeApplicationShutdown(); // whoever takes the job has another folder
    await sweeps.sweep();
    expect(await stateOfOther()).toMatchObject({ state: 'none_yet' });
    now = new Date(now.getTime() + 3 * HOUR);
    expect(await stateOfOther()).toMatchObject({ type: '/problems/backup-overdue' });
  });
});

it('that is given up as the server stops is no failure', async () => {
  const folder = folders.make();
  const stopping = await started(dataFolder, { BACKUP_FOLDER: folder });
  stopping.app.get(DailyBackups).beforeApplicationShutdown();
  await expect(stopping.app.get(DailyBackups).backUpIfDue()).rejects.toMatchObject({ code: 'ABORT_ERR' });
  await stopping.close();
  expect(readdirSync(folder)).toEqual([]);
});

it('that is given up leaves nothing behind that would end the process', () => {
  ensureBuilt();
  const [folder, program] = [folders.make(), join(__dirname, 'backups', 'given-up-archive.cjs')];
  const run = spawnSync(process.execPath, [program, join(folder, 'given-up.age')], { encoding: 'utf8' });
  expect([run.status, run.stderr, readdirSync(folder)]).toEqual([0, '', []]);
});

it('can be switched off', async () => {
  const folder = folders.make();
  const off = await started(folder, { BACKUP_DAILY: 'off' });
  await off.app.get(DailyBackups).sweep();
  await off.app.get(DailyBackups).backUpIfDue();
  expect((await off.get('/health/backups', { key: null })).body).toEqual({
    state: 'off',
    lastMadeAt: null,
    kept: 0,
  });
  expect(readdirSync(folder)).toEqual([]);
  await off.close();
});

/** A job of the sweep before may not be quite over: then the next sweep asks. */
async function sweptUntilMade(): Promise<void> {
  await until(async () => {
    await daily.sweep();
    return there().includes(nameOfBackup(now));
  });
}
