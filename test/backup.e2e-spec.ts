// The backup drill: a practice that was lived in is backed up while others write, destroyed, restored, and compared. And everything that must be refused.
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { generate } from 'otplib';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { verifySealed } from '../src/assessments/sealing/verify-sealed';
import { LEFT_OUT } from '../src/backups/archived-tables';
import { readBackupKey } from '../src/backups/backup-key';
import { checkArchive, type CheckedArchive } from '../src/backups/check-archive';
import { restoreBackup } from '../src/backups/restore-backup';
import { RestoreNote, settleRestore } from '../src/backups/unfinished-restore';
import { writeBackup } from '../src/backups/write-backup';
import { startEmbeddedPostgres } from '../src/database/embedded/embedded-postgres';
import { TENANT_TABLES } from '../src/database/tenant-tables';
import type { OpenDatabase } from '../src/database/open-database';
import { archiveOf } from './backups/archive-of';
import {
  allThatIsToldOf,
  FILES,
  liveIn,
  PersonAtServer,
  signedIn,
  type LivedInPractice,
} from './backups/lived-in-practice';
import { tablesIn, ThrowawayDatabases } from './backups/throwaway-database';
import { ThrowawayFolders } from './embedded-postgres/throwaway-folder';
import { ImportClient } from './kill-during-import/import-client';
import { traceOf } from './kill-during-import/numbered-import';
import { BuiltServer, ensureBuilt } from './support/built-server';
import { CommandFolder } from './support/duecare-command';
import { testDatabase } from './support/test-database';

jest.setTimeout(300_000);

const folders = new ThrowawayFolders();
const databases = new ThrowawayDatabases();
const commands = new CommandFolder();
const servers: BuiltServer[] = [];

function start(dataFolder: string): BuiltServer {
  const server = new BuiltServer({ DATA_FOLDER: dataFolder, LOG_LEVEL: 'silent' });
  servers.push(server);
  return server;
}

let practice: LivedInPractice;
let told: Record<string, string>;
/** Kept apart, as the docs say. */
let keyFile: string;
let identity: string;
let archive: string;
let checked: CheckedArchive;
/** A second archive, made while one file was being destroyed and another had been lost. */
let uneven: string;
let importsDuringBackup: Awaited<ReturnType<ImportClient['newPractice']>>;

beforeAll(async () => {
  ensureBuilt();
  const dataFolder = folders.make();
  const server = start(dataFolder);
  const { url, setupToken } = await server.serving();
  practice = await liveIn(url, setupToken);
  const owner = new PersonAtServer(url, practice.session);
  told = await allThatIsToldOf(owner, practice);

  const client = new ImportClient(url, practice.session);
  importsDuringBackup = await client.newPractice();
  await client.import(importsDuringBackup, 'first');
  const importing = client.importUntilKilled(importsDuringBackup, 'during');
  archive = join(commands.path, 'backup.tar.gz.age');
  const backedUp = await commands.run(['backup', 'backup.tar.gz.age'], undefined, {
    DATA_FOLDER: dataFolder,
  });
  expect([backedUp.exitCode, backedUp.stdout]).toEqual([0, expect.stringContaining('2 organizations')]);

  uneven = join(commands.path, 'uneven.age');
  await backUpUnevenly(dataFolder, owner);
  await server.end();
  await importing;

  keyFile = commands.file('kept-apart.txt', readFileSync(join(dataFolder, 'backup-key.txt')));
  keyFile = join(commands.path, keyFile);
  identity = await readBackupKey(keyFile);
  checked = await checkArchive(archive, identity);
  rmSync(dataFolder, { recursive: true });
}, 300_000);

afterAll(async () => {
  await Promise.all(servers.map((server) => server.end('SIGKILL')));
  await databases.removeAll();
  folders.removeAll();
  commands.remove();
});

async function backUpUnevenly(dataFolder: string, owner: PersonAtServer): Promise<void> {
  const postgres = await startEmbeddedPostgres({ dataFolder });
  const at = `/v1/organizations/${practice.organizationId}/files`;
  const [destroyed, lost] = practice.fileIds;
  await writeBackup({ ownerUrl: postgres.ownerUrl, dataFolder, recipients: [] }, uneven, {
    progress: async (step) => {
      if (step !== 'Backing up stored files') return;
      await owner.post(`${at}/${destroyed}/destructions`, { reason: 'retention_ended' });
      unlinkSync(join(dataFolder, 'files', practice.organizationId, lost ?? ''));
    },
  });
  await postgres.stop();
}

/** Into an empty database of the tests' PostgreSQL. */
async function restored(
  from: string,
  into: { database?: OpenDatabase; dataFolder?: string; identity?: string } = {},
): Promise<{ database: OpenDatabase; dataFolder: string; steps: string[] }> {
  const steps: string[] = [];
  const dataFolder = into.dataFolder ?? folders.make();
  const database = into.database ?? (await databases.make());
  const openDatabase = () => Promise.resolve(database);
  const options = { archive: from, identity: into.identity ?? identity, dataFolder, openDatabase };
  await restoreBackup({ ...options, progress: (step) => steps.push(step) });
  return { database, dataFolder, steps };
}

/** What must be refused before anything is changed. */
async function refusal(from: string, into: Parameters<typeof restored>[1] = {}): Promise<string> {
  const target = { database: await databases.make(), dataFolder: folders.make(), ...into };
  const before = [await tablesIn(target.database), readdirSync(target.dataFolder)];
  const error = await restored(from, target).then(
    () => null,
    (refused: Error & { code?: string }) => refused,
  );
  expect([await tablesIn(target.database), readdirSync(target.dataFolder)]).toEqual(before);
  return error?.code ?? 'not refused';
}

describe('after everything was destroyed', () => {
  it('the backup brings back every row and file; seals and audit log verify; the server starts and its owner signs in', async () => {
    const dataFolder = folders.make();
    const settings = { DATA_FOLDER: dataFolder };
    const run = await commands.run(['restore', archive, '--key', keyFile], undefined, settings);
    expect([run.exitCode, run.stdout, run.stderr]).toEqual([
      0,
      expect.stringContaining('2 organizations'),
      expect.stringContaining('Restoring rows: audit_event ...'),
    ]);
    // Rows and files compared by what a backup of the restored installation says of them.
    const again = await commands.run(['backup', 'again.age'], undefined, settings);
    expect(again.exitCode).toBe(0);
    const { manifest, header } = await checkArchive(join(commands.path, 'again.age'), identity);
    expect(manifest).toEqual(checked.manifest);
    expect(header.migrations).toEqual(checked.header.migrations);

    const verified = await commands.run(['verify-audit-log'], undefined, settings);
    expect(verified.stdout).not.toContain('does not verify');
    expect(verified.stdout).toContain(`${practice.organizationId}: intact`);

    const server = start(dataFolder);
    const { url, setupToken } = await server.serving();
    expect(setupToken).toBeNull();
    await expect(new PersonAtServer(url, practice.session).text('/v1/account')).rejects.toThrow('401');
    const owner = await signedIn(url, await nextCode());
    expect(await allThatIsToldOf(owner, practice)).toEqual(told);
    const at = `/v1/organizations/${practice.organizationId}`;
    for (const [index, content] of FILES.slice(0, -1).entries()) {
      expect(await owner.text(`${at}/files/${practice.fileIds[index]}/content`)).toBe(content.toString());
    }
    await expect(owner.text(`${at}/files/${practice.fileIds[2]}/content`)).rejects.toThrow('file-destroyed');
    const { keyId } = JSON.parse(await owner.text('/v1/signing-key')) as { keyId: string };
    const sealed = await owner.text(`${at}/assessments/${practice.assessmentId}/document`);
    expect(verifySealed(sealed, { expectedKeyId: keyId }).outcome).toBe('sealed-and-intact');
    await expectWholeImports(owner);
    await server.end();
  });

  it('it can be restored into any other PostgreSQL, and the application role sees no more there than before', async () => {
    const { database, dataFolder } = await restored(archive);
    const application = new Client({ connectionString: database.applicationUrl });
    await application.connect();
    expect((await application.query('select 1 from vendor')).rowCount).toBe(0);
    await application.end();
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<{ name: string }>(
      `select relname as name from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r'
       and (exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgenabled <> 'O')
         or relrowsecurity and not relforcerowsecurity and relname = any ($1))`,
      [Object.keys(TENANT_TABLES)],
    );
    expect(rows).toEqual([]);
    await owner.end();
    expect(readdirSync(dataFolder).sort()).toEqual([
      'backup-key.txt',
      'file-key.txt',
      'files',
      'signing-key.pem',
    ]);
    for (const name of ['backup-key.txt', 'file-key.txt', 'signing-key.pem']) {
      expect(statSync(join(dataFolder, name)).mode & 0o777).toBe(0o600);
    }
  });

  it('no row of it refers to one that is left out', async () => {
    const owner = new Client({ connectionString: testDatabase().ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<{ name: string }>(
      `select conrelid::regclass::text as name from pg_constraint
       where contype = 'f' and confrelid::regclass::text = any ($1) and not conrelid::regclass::text = any ($1)`,
      [Object.keys(LEFT_OUT)],
    );
    await owner.end();
    expect(rows).toEqual([]);
  });

  it('it can be restored beside the files and keys that it holds: a move to another database', async () => {
    const first = await restored(archive);
    await restored(archive, { dataFolder: first.dataFolder });
  });

  it('a backup from before a migration is restored as it was and then brought up to date', async () => {
    const older = join(commands.path, 'older.age');
    await archiveOf(older, await identityToRecipient(identity), { withoutLastMigration: true });
    const { database } = await restored(older);
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ migrations: number }>(
      'select count(*)::integer as migrations from duecare_migration',
    );
    expect(rows).toEqual([{ migrations: checked.header.migrations.length }]);
    await client.end();
  });

  it('a file that was destroyed while the backup was written is restored as destroyed; one that was lost is told', async () => {
    const { manifest } = await checkArchive(uneven, identity);
    const [destroyed, lost] = practice.fileIds;
    expect([manifest.destroyedMeanwhile, manifest.missingFiles]).toEqual([
      [expect.objectContaining({ id: destroyed, destroyedBecause: 'retention_ended' })],
      [{ organizationId: practice.organizationId, id: lost }],
    ]);
    const dataFolder = folders.make();
    const run = await commands.run(['restore', uneven, '--key', keyFile], undefined, {
      DATA_FOLDER: dataFolder,
    });
    expect([run.exitCode, run.stdout]).toEqual([3, expect.stringContaining(`had lost it: file ${lost}`)]);
    const server = start(dataFolder);
    const owner = await signedIn((await server.serving()).url, await nextCode());
    const file = await owner.text(`/v1/organizations/${practice.organizationId}/files/${destroyed}`);
    expect(JSON.parse(file)).toMatchObject({ destroyedBecause: 'retention_ended', name: null });
    await server.end();
  });
});

describe('nothing is changed by an archive that', () => {
  const changed = (name: string, change: (bytes: Buffer) => Buffer): string => {
    const path = join(commands.path, name);
    writeFileSync(path, change(readFileSync(archive)));
    return path;
  };
  const at = (bytes: Buffer, place: number) => {
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    return bytes;
  };

  it.each<[string, (bytes: Buffer) => Buffer, string]>([
    ['was cut short by a byte', (bytes) => bytes.subarray(0, -1), 'damaged'],
    ['was cut in half', (bytes) => bytes.subarray(0, bytes.length / 2), 'damaged'],
    [
      'was cut at the end of a piece',
      (bytes) => bytes.subarray(0, headOf(bytes) + 64 * 1024 + 16),
      'damaged',
    ],
    ['has one bit changed in the middle', (bytes) => at(bytes, Math.floor(bytes.length / 2)), 'damaged'],
    ['has its last bit changed', (bytes) => at(bytes, bytes.length - 1), 'damaged'],
    ['has something after its end', (bytes) => Buffer.concat([bytes, Buffer.from('more')]), 'damaged'],
    ['has a head that was changed', (bytes) => at(bytes, bytes.indexOf('---') + 10), 'damaged'],
    ['is empty', () => Buffer.alloc(0), 'not-a-backup'],
    ['is another kind of file', () => Buffer.from('%PDF-1.7\n'.repeat(1000)), 'not-a-backup'],
  ])('%s', async (_what, change, code) => {
    expect(await refusal(changed('changed.age', change))).toBe(code);
  });

  it('is encrypted to another key', async () => {
    expect(await refusal(archive, { identity: await generateX25519Identity() })).toBe('other-key');
  });

  it.each([
    [{ formatVersion: 2 }, 'newer-format'],
    [{ migrations: ['CreateTomorrow2000000000000'] }, 'newer-product'],
    [{ postgresqlMajor: 99 }, 'older-postgresql'],
    [{ format: 'something-else' }, 'not-a-backup'],
  ])('says of itself %j', async (header, code) => {
    const path = join(commands.path, 'other.age');
    await archiveOf(path, await identityToRecipient(identity), { header });
    expect(await refusal(path)).toBe(code);
  });

  it.each([
    'files/../../elsewhere',
    'keys/../../elsewhere',
    'keys/../signing-key.pem',
    'keys/elsewhere.txt',
    'keys/',
    'rows/../../000000.copy',
    'rows/vendor/000000.copy',
    '/elsewhere',
    'files/00000000-0000-7000-8000-000000000001/00000000-0000-7000-8000-000000000002',
  ])('holds an entry that no backup has there: %s', async (name) => {
    const path = join(commands.path, 'named.age');
    await archiveOf(path, await identityToRecipient(identity), { names: [name] });
    expect(await refusal(path)).toBe('damaged');
  });

  it.each(['rows', 'entry'] as const)('does not hold what its manifest says: %s', async (wrong) => {
    const path = join(commands.path, 'wrong.age');
    await archiveOf(path, await identityToRecipient(identity), { wrong });
    expect(await refusal(path)).toBe('damaged');
  });
});

describe('nothing is replaced', () => {
  it('in a database that holds tables', async () => {
    const { database } = await restored(archive);
    expect(await refusal(archive, { database })).toBe('database-not-empty');
  });

  it('in a data folder with the keys of another installation', async () => {
    const dataFolder = folders.make();
    writeFileSync(join(dataFolder, 'file-key.txt'), `${await generateX25519Identity()}\n`, { mode: 0o600 });
    expect(await refusal(archive, { dataFolder })).toBe('data-folder-in-use');
  });

  it('in a data folder with files that are not in the backup', async () => {
    const { dataFolder } = await restored(archive);
    const file = join(dataFolder, 'files', practice.organizationId, practice.fileIds[0] ?? '');
    writeFileSync(file, 'other bytes');
    expect(await refusal(archive, { dataFolder })).toBe('data-folder-in-use');
  });

  it('and the command says so in a line', async () => {
    const run = await commands.run(['restore', archive], undefined, { DATA_FOLDER: folders.make() });
    expect([run.exitCode, run.stderr]).toEqual([
      2,
      expect.stringMatching(/^There is no key file .*--key\.\n$/),
    ]);
    const check = await commands.run(['restore', archive, '--key', keyFile, '--check']);
    expect([check.exitCode, check.stdout]).toEqual([0, expect.stringContaining('is whole: 2 organizations')]);
  });
});

describe('a restore that is killed', () => {
  const STEPS = [
    'Restoring rows: audit_event',
    'Restoring rows: vendor',
    'Restoring stored files',
    'Putting files and keys in their places',
    'Committing',
  ];

  it('leaves the database empty wherever it was, no server starts on it, and the next restore goes through', async () => {
    const [database, dataFolder] = [await databases.make(), folders.make()];
    const { ownerUrl, applicationUrl } = database;
    for (const step of STEPS) {
      const options = { archive, identity, dataFolder, ownerUrl, applicationUrl, step };
      const program = join(__dirname, 'backups', 'killed-restore.cjs');
      const { signal, stderr } = spawnSync(process.execPath, [program, JSON.stringify(options)], {
        encoding: 'utf8',
      });
      expect([step, signal, stderr]).toEqual([step, 'SIGKILL', '']);
      expect(await tablesIn(database)).toBe(0);
      await expect(settleRestore(dataFolder, ownerUrl)).rejects.toMatchObject({ code: 'restore-unfinished' });
    }
    const { steps } = await restored(archive, { database, dataFolder });
    expect(steps).toEqual(expect.arrayContaining(STEPS));
    expect(readdirSync(dataFolder).sort()).toEqual([
      'backup-key.txt',
      'file-key.txt',
      'files',
      'signing-key.pem',
    ]);
    await settleRestore(dataFolder, ownerUrl);
  });

  it('after its rows were committed is finished, and the server starts', async () => {
    const { database, dataFolder } = await restored(archive);
    const note = await RestoreNote.leave(dataFolder);
    await expect(settleRestore(dataFolder, database.ownerUrl)).rejects.toThrow('not finished');
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query(note.markDatabase);
    await owner.end();
    await settleRestore(dataFolder, database.ownerUrl);
    expect(existsSync(join(dataFolder, 'restore-unfinished.json'))).toBe(false);
  });
});

/** A code that has not been given yet: each of them is taken once, and one may be a step early. */
async function nextCode(): Promise<string> {
  return generate({ secret: practice.totpSecret, epoch: Math.floor(Date.now() / 1000) + 30 });
}

/** Imports that were under way when the backup began are there as a whole or not at all. */
async function expectWholeImports(owner: PersonAtServer): Promise<void> {
  const { at, attempts } = importsDuringBackup;
  const exported = JSON.parse(await owner.text(`${at}/dossier`)) as Parameters<typeof traceOf>[1];
  const traces = attempts.map(({ document }) => traceOf(document, exported));
  expect(traces).not.toContain('torn');
  expect(traces[0]).toBe('whole');
  expect(traces).toContain('absent'); // the backup is of one moment, and imports went on
}

function headOf(bytes: Buffer): number {
  const mac = bytes.indexOf('\n---');
  return bytes.indexOf('\n', mac + 1) + 1 + 16;
}
