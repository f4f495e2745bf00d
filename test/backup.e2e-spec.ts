// The backup drill: a practice that was lived in is backed up while others write, destroyed, restored, and compared.
import { identityToRecipient } from 'age-encryption';
import { generate } from 'otplib';
import { readdirSync, readFileSync, rmSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { verifySealed } from '../src/assessments/sealing/verify-sealed';
import { KEY_FILES } from '../src/backups/archive-format';
import { LEFT_OUT } from '../src/backups/archived-tables';
import { readBackupKey } from '../src/backups/backup-key';
import { checkArchive, type CheckedArchive } from '../src/backups/check-archive';
import { writeBackup } from '../src/backups/write-backup';
import { startEmbeddedPostgres } from '../src/database/embedded/embedded-postgres';
import { TENANT_TABLES } from '../src/database/tenant-tables';
import { archiveOf } from './backups/archive-of';
import {
  allThatIsToldOf,
  FILES,
  liveIn,
  PersonAtServer,
  signedIn,
  type LivedInPractice,
} from './backups/lived-in-practice';
import { RESTORED, Restoring } from './backups/restoring';
import { copyFolder } from './embedded-postgres/throwaway-folder';
import { ImportClient } from './kill-during-import/import-client';
import { traceOf } from './kill-during-import/numbered-import';
import { BuiltServer, ensureBuilt } from './support/built-server';
import { CommandFolder } from './support/duecare-command';
import { testDatabase } from './support/test-database';

jest.setTimeout(300_000);

const restoring = new Restoring();
const { folders } = restoring;
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
let archive: string;
let checked: CheckedArchive;
/** A second archive, made while one file was being destroyed and another had been lost. */
let uneven: string;
let importsDuringBackup: Awaited<ReturnType<ImportClient['newPractice']>>;

beforeAll(async () => {
  ensureBuilt();
  const dataFolder = folderWithCluster();
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
  restoring.identity = await readBackupKey(keyFile);
  checked = await checkArchive(archive, restoring.identity);
  rmSync(dataFolder, { recursive: true });
}, 300_000);

afterAll(async () => {
  await Promise.all(servers.map((server) => server.end('SIGKILL')));
  await restoring.removeAll();
  commands.remove();
});

/** A data folder with a cluster in which nothing is yet: making one takes seconds. */
function folderWithCluster(): string {
  const dataFolder = join(folders.make(), 'data');
  copyFolder(testDatabase().stoppedCluster, dataFolder);
  return dataFolder;
}

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
    const postgres = await startEmbeddedPostgres({ dataFolder }); // once for all that follow, instead of by each
    // Rows and files compared by what a backup of the restored installation says of them.
    const again = await commands.run(['backup', 'again.age'], undefined, settings);
    expect(again.exitCode).toBe(0);
    const { manifest, header } = await checkArchive(join(commands.path, 'again.age'), restoring.identity);
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
    await postgres.stop();
  });

  it('it can be restored into any other PostgreSQL, and the application role sees no more there than before', async () => {
    const { database, dataFolder } = await restoring.restored(archive);
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
    expect(readdirSync(dataFolder).sort()).toEqual(RESTORED);
    for (const name of KEY_FILES) {
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
    const first = await restoring.restored(archive);
    await restoring.restored(archive, { dataFolder: first.dataFolder });
  });

  it('a backup from before a migration is restored as it was and then brought up to date', async () => {
    const older = join(commands.path, 'older.age');
    await archiveOf(older, await identityToRecipient(restoring.identity), { withoutLastMigration: true });
    const { database } = await restoring.restored(older);
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ migrations: number }>(
      'select count(*)::integer as migrations from duecare_migration',
    );
    expect(rows).toEqual([{ migrations: checked.header.migrations.length }]);
    await client.end();
  });

  it('a file that was destroyed while the backup was written is restored as destroyed; one that was lost is told', async () => {
    const { manifest } = await checkArchive(uneven, restoring.identity);
    const [destroyed, lost] = practice.fileIds;
    expect([manifest.destroyedMeanwhile, manifest.missingFiles]).toEqual([
      [expect.objectContaining({ id: destroyed, destroyedBecause: 'retention_ended' })],
      [{ organizationId: practice.organizationId, id: lost }],
    ]);
    const dataFolder = folderWithCluster();
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
