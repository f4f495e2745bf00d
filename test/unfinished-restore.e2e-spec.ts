// A restore that is cut off, by a kill or by a failure: the database stays empty, no server starts on half of it, and the next restore goes through.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { RestoreNote, settleRestore } from '../src/backups/unfinished-restore';
import { MIGRATION_LOCK } from '../src/database/migrate';
import { RESTORED, Restoring } from './backups/restoring';
import { applicationOn, backedUpInstallation } from './backups/small-installation';
import { tablesIn } from './backups/throwaway-database';
import { ensureBuilt } from './support/built-server';
import { until } from './support/until';

jest.setTimeout(120_000);

const restoring = new Restoring();
let archive = '';

beforeAll(async () => {
  ensureBuilt();
  ({ archive } = await backedUpInstallation(restoring));
}, 300_000);

afterAll(() => restoring.removeAll());

describe('a restore that is killed', () => {
  const STEPS = [
    'Restoring rows: audit_event',
    'Restoring rows: vendor',
    'Restoring stored files',
    'Putting files and keys in their places',
    'Committing',
  ];

  it('leaves the database empty wherever it was, no server starts on it, and the next restore goes through', async () => {
    const [database, dataFolder] = [await restoring.databases.make(), restoring.folders.make()];
    const { ownerUrl, applicationUrl } = database;
    for (const step of STEPS) {
      const options = { archive, identity: restoring.identity, dataFolder, ownerUrl, applicationUrl, step };
      const program = join(__dirname, 'backups', 'killed-restore.cjs');
      const { signal, stderr } = spawnSync(process.execPath, [program, JSON.stringify(options)], {
        encoding: 'utf8',
      });
      expect([step, signal, stderr]).toEqual([step, 'SIGKILL', '']);
      expect(await tablesIn(database)).toBe(0);
      await expect(settleRestore(dataFolder, ownerUrl)).rejects.toMatchObject({ code: 'restore-unfinished' });
    }
    const { steps } = await restoring.restored(archive, { database, dataFolder });
    expect(steps).toEqual(expect.arrayContaining(STEPS));
    expect(readdirSync(dataFolder).sort()).toEqual(RESTORED);
    await settleRestore(dataFolder, ownerUrl);
  });

  it('and then fails without a kill still lets no server start: files and keys of the first may lie there', async () => {
    const [database, dataFolder] = [await restoring.databases.make(), restoring.folders.make()];
    await RestoreNote.leave(dataFolder); // what a kill leaves, as above
    const progress = (step: string) => {
      if (step === 'Restoring rows: vendor') throw new Error('no space left');
    };
    const again = restoring.restored(archive, { database, dataFolder, progress });
    await expect(again).rejects.toThrow('no space left');
    await expect(settleRestore(dataFolder, database.ownerUrl)).rejects.toMatchObject({
      code: 'restore-unfinished',
    });
    await restoring.restored(archive, { database, dataFolder });
    await settleRestore(dataFolder, database.ownerUrl);
  });

  it('leaves no note where it fails before anything lies in its place', async () => {
    const dataFolder = restoring.folders.make();
    const progress = (step: string) => {
      if (step === 'Restoring rows: vendor') throw new Error('no space left');
    };
    await expect(restoring.restored(archive, { dataFolder, progress })).rejects.toThrow('no space left');
    expect(readdirSync(dataFolder)).toEqual([]);
  });

  it('while a server that is being started waits for it stops that start, with nothing changed', async () => {
    const [database, dataFolder] = [await restoring.databases.make(), restoring.folders.make()];
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]); // as a restore does
    const start = applicationOn(database, dataFolder);
    const refused = expect(start).rejects.toMatchObject({ code: 'restore-unfinished' });
    await untilSomebodyWaits(owner);
    await RestoreNote.leave(dataFolder);
    await owner.end();
    await refused;
    expect([await tablesIn(database), readdirSync(dataFolder)]).toEqual([0, ['restore-unfinished.json']]);
  });

  it('after its rows were committed is finished, and the server starts', async () => {
    const { database, dataFolder } = await restoring.restored(archive);
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

/** Somebody waits for the lock that this connection holds. */
async function untilSomebodyWaits(holder: Client): Promise<void> {
  await until(async () => {
    const { rowCount } = await holder.query(
      `select 1 from pg_locks where locktype = 'advisory' and not granted
       and database = (select oid from pg_database where datname = current_database())`,
    );
    return Boolean(rowCount);
  });
}
