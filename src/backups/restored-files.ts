// Keys and stored files on their way into a data folder. What is there already and is the same stays; what is there and differs stops the restore before
// anything is changed.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createSecretFile, readSecretFile, syncFolder } from '../common/secret-file';
import {
  entryOfFile,
  FILES_FOLDER,
  fileOfEntry,
  type ArchiveManifest,
  type EntryDigest,
  type FileOfOrganization,
} from './archive-format';
import type { ArchiveEntry } from './archive-reader';
import { BackupError } from './backup.error';

const DRAFTS = 'files-being-restored';

export class RestoredFiles {
  private readonly restored: string[] = [];

  private constructor(
    private readonly dataFolder: string,
    private readonly there: ReadonlySet<string>,
  ) {}

  /**
   * Looks at a data folder.
   * @param keys text of each key file of the archive, by its name
   * @throws BackupError data-folder-in-use
   */
  static async into(
    dataFolder: string,
    { entries }: ArchiveManifest,
    keys: ReadonlyMap<string, string>,
  ): Promise<RestoredFiles> {
    for (const [name, text] of keys) {
      const path = join(dataFolder, name);
      const found = readSecretFile(path, (reason) => inUse(`${path} ${reason}`));
      if (found !== undefined && found.trim() !== text.trim())
        throw inUse(`${path} is the key of another installation`);
    }
    const there = new Set<string>();
    for await (const file of filesIn(join(dataFolder, FILES_FOLDER))) {
      const name = entryOfFile(file);
      const expected = entries[name];
      if (!expected || !(await isAs(join(dataFolder, name), expected))) {
        throw inUse(`${join(dataFolder, name)} is not in the backup or differs from it`);
      }
      there.add(name);
    }
    await rm(join(dataFolder, DRAFTS), { recursive: true, force: true });
    return new RestoredFiles(dataFolder, there);
  }

  /** Writes a file beside its place. */
  async draft({ name, content }: ArchiveEntry): Promise<void> {
    if (this.there.has(name)) return;
    const path = join(this.dataFolder, DRAFTS, name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
    this.restored.push(name);
  }

  /** Gives every file and key its place. Doing it twice changes nothing. */
  async keep(keys: ReadonlyMap<string, string>): Promise<void> {
    const folders = new Set<string>();
    for (const name of this.restored) {
      const path = join(this.dataFolder, name);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await rename(join(this.dataFolder, DRAFTS, name), path);
      folders.add(dirname(path));
    }
    for (const folder of folders) syncFolder(folder);
    for (const [name, text] of keys) createSecretFile(join(this.dataFolder, name), text);
    await this.removeDrafts();
  }

  async removeDrafts(): Promise<void> {
    await rm(join(this.dataFolder, DRAFTS), { recursive: true, force: true });
  }
}

async function* filesIn(folder: string): AsyncGenerator<FileOfOrganization> {
  for (const organizationId of await namesIn(folder)) {
    for (const id of await namesIn(join(folder, organizationId))) {
      const file = fileOfEntry(`${FILES_FOLDER}/${organizationId}/${id}`);
      if (!file) throw inUse(`${join(folder, organizationId, id)} is no stored file`);
      yield file;
    }
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

async function isAs(path: string, { bytes, sha256 }: EntryDigest): Promise<boolean> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of createReadStream(path)) {
    hash.update(piece as Buffer);
    size += (piece as Buffer).length;
  }
  return size === bytes && hash.digest('hex') === sha256;
}

function inUse(what: string): BackupError {
  return new BackupError(
    'data-folder-in-use',
    `${what}. A restore replaces nothing: name an empty data folder (DATA_FOLDER).`,
  );
}
