// One backup: a snapshot of every row, the stored files that it refers to and the keys that go with them, in one encrypted archive. The server may run.
import { identityToRecipient } from 'age-encryption';
import { createHash, randomBytes } from 'node:crypto';
import { open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { PRODUCT_VERSION } from '../common/product-version';
import { readSecretFile, syncFolder } from '../common/secret-file';
import { MIGRATIONS } from '../../migrations';
import { READ_SETTING } from '../database/tenancy.sql';
import {
  entryOfFile,
  entryOfKey,
  entryOfRows,
  FILES_FOLDER,
  FORMAT,
  FORMAT_VERSION,
  HEADER,
  KEY_FILES,
  MANIFEST,
  type ArchiveHeader,
  type ArchiveManifest,
  type DestroyedFile,
  type FileOfOrganization,
} from './archive-format';
import { ArchiveWriter } from './archive-writer';
import { loadOrCreateBackupKey } from './backup-key';
import { BackupError } from './backup.error';
import { rowParts } from './row-parts';
import { Snapshot } from './snapshot';

/** Ending of a backup that is being written; one that was killed leaves it behind. */
export const DRAFT = '.part';

const LEAST_PART_BYTES = 1024 * 1024;

export interface BackupSource {
  ownerUrl: string;
  /** holds the keys and, in files/, the stored files */
  dataFolder: string;
  /** age1..., beside the installation's own backup key */
  recipients: readonly string[];
}

/** Told of each step, for a person to read; the step begins when it has settled. */
export type Progress = (step: string) => void | Promise<void>;

export interface WrittenBackup {
  header: ArchiveHeader;
  manifest: ArchiveManifest;
}

/**
 * Writes a backup to `path`: to a name beside it first, so that a file under the name is always whole.
 * @throws BackupError key-unusable, no-installation, not-up-to-date
 */
export async function writeBackup(
  source: BackupSource,
  path: string,
  options: { progress?: Progress; signal?: AbortSignal } = {},
): Promise<WrittenBackup> {
  const say = options.progress ?? (() => undefined);
  const own = await identityToRecipient(await loadOrCreateBackupKey(source.dataFolder));
  const snapshot = await Snapshot.open(source.ownerUrl);
  try {
    const draft = `${path}.${randomBytes(6).toString('hex')}${DRAFT}`;
    const archive = ArchiveWriter.begin({
      ...{
        path: draft,
        recipients: [own, ...source.recipients],
        moment: snapshot.moment,
        signal: options.signal,
      },
    });
    try {
      const written = await fill(archive, snapshot, source, say);
      await archive.close();
      await rename(draft, path);
      syncFolder(dirname(path));
      return written;
    } catch (error) {
      await archive.abandon();
      throw error;
    }
  } finally {
    await snapshot.close();
  }
}

async function fill(
  archive: ArchiveWriter,
  snapshot: Snapshot,
  source: BackupSource,
  say: Progress,
): Promise<WrittenBackup> {
  const header = headerOf(snapshot);
  const manifest: ArchiveManifest = { tables: {}, entries: {}, destroyedMeanwhile: [], missingFiles: [] };
  await archive.add(HEADER, asJson(header));
  for (const [name, bytes] of keysIn(source.dataFolder))
    manifest.entries[name] = await archive.add(name, bytes);
  for (const table of snapshot.tables) {
    await say(`Backing up rows: ${table.name}`);
    const hash = createHash('sha256');
    let [part, rows] = [0, 0];
    for await (const piece of rowParts(snapshot.rowsOf(table), LEAST_PART_BYTES)) {
      await archive.add(entryOfRows(table.name, part), piece.bytes);
      hash.update(piece.bytes);
      part += 1;
      rows += piece.rows;
    }
    manifest.tables[table.name] = { rows, sha256: hash.digest('hex') };
  }
  await say('Backing up stored files');
  for await (const file of snapshot.files()) await addFile(archive, manifest, source, file);
  await archive.add(MANIFEST, asJson(manifest));
  return { header, manifest };
}

function headerOf({ moment, postgresqlMajor, tables, sequences, organizationIds }: Snapshot): ArchiveHeader {
  return {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    productVersion: PRODUCT_VERSION,
    createdAt: moment.toISOString(),
    postgresqlMajor,
    migrations: MIGRATIONS.map(({ name }) => name),
    organizations: organizationIds.length,
    tables: tables.map(({ name, columns }) => ({ name, columns })),
    sequences: [...sequences],
  };
}

/** @throws BackupError key-unusable when one is missing or others may read it */
function keysIn(dataFolder: string): [string, Buffer][] {
  return KEY_FILES.map((name) => {
    const path = join(dataFolder, name);
    const text = readSecretFile(path, (reason) => new BackupError('key-unusable', `${path} ${reason}.`));
    if (text === undefined) {
      throw new BackupError(
        'key-unusable',
        `${path} is missing: without it a backup could not be run on with.`,
      );
    }
    return [entryOfKey(name), Buffer.from(text)];
  });
}

/** Opened before its size is asked: from then on its bytes stay, even if somebody destroys the file. */
async function addFile(
  archive: ArchiveWriter,
  manifest: ArchiveManifest,
  { dataFolder, ownerUrl }: BackupSource,
  file: FileOfOrganization,
): Promise<void> {
  const opened = await open(join(dataFolder, FILES_FOLDER, file.organizationId, file.id)).catch(
    noneIfMissing,
  );
  if (!opened) {
    const became = await whatBecameOf(ownerUrl, file);
    if (became === 'missing') manifest.missingFiles.push(file);
    else if (became !== 'erased') manifest.destroyedMeanwhile.push(became);
    return;
  }
  try {
    const { size } = await opened.stat();
    const content = opened.createReadStream({ autoClose: false });
    const name = entryOfFile(file);
    manifest.entries[name] = await archive.addStream(name, size, content);
  } finally {
    await opened.close();
  }
}

/**
 * What the database says now, after the snapshot. Of an organization that was erased since nothing is restored as destroyed: it was due, and is erased again
 * where it is restored.
 * @returns `missing` when the file should be there
 */
async function whatBecameOf(
  ownerUrl: string,
  file: FileOfOrganization,
): Promise<DestroyedFile | 'erased' | 'missing'> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin read only');
    await client.query(`select set_config('${READ_SETTING}', $1, true)`, [`{${file.organizationId}}`]);
    const { rows } = await client.query<{ at: Date; because: string }>(
      `select destroyed_at as at, destroyed_because as because from stored_file
       where organization_id = $1 and id = $2 and destroyed_at is not null`,
      [file.organizationId, file.id],
    );
    const [row] = rows;
    if (row) return { ...file, destroyedAt: row.at.toISOString(), destroyedBecause: row.because };
    const erased = await client.query('select 1 from erased_organization where organization_id = $1', [
      file.organizationId,
    ]);
    return erased.rows.length > 0 ? 'erased' : 'missing';
  } finally {
    await client.end();
  }
}

function noneIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

function asJson(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
