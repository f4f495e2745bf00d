// Is an archive whole, and can this version restore it? Read from end to end before anything is changed.
import { createHash } from 'node:crypto';
import { MIGRATIONS } from '../../migrations';
import {
  fileOfEntry,
  HEADER,
  headerOf,
  keyOfEntry,
  MANIFEST,
  tableOfEntry,
  type ArchiveHeader,
  type ArchiveManifest,
  type EntryDigest,
  type TableDigest,
} from './archive-format';
import { readArchive, textOf, type ArchiveEntry } from './archive-reader';
import { BackupError } from './backup.error';

export interface CheckedArchive {
  header: ArchiveHeader;
  manifest: ArchiveManifest;
  /** text of each key file, by its name */
  keys: Map<string, string>;
  /** bytes of rows in all */
  rowBytes: number;
}

/**
 * Reads the whole archive and holds it to its manifest.
 * @throws BackupError not-a-backup, other-key, damaged, newer-format, newer-product
 */
export async function checkArchive(path: string, identity: string): Promise<CheckedArchive> {
  let header: ArchiveHeader | null = null;
  let manifest: ArchiveManifest | null = null;
  const keys = new Map<string, string>();
  const found = new FoundDigests();
  await readArchive(path, identity, async (entry) => {
    if (!header) {
      if (entry.name !== HEADER) throw new BackupError('not-a-backup', `${path} is not a backup of Duecare.`);
      header = headerOf(await textOf(entry));
      refuseNewerProduct(header);
    } else if (entry.name === MANIFEST) {
      manifest = JSON.parse(await textOf(entry)) as ArchiveManifest;
    } else {
      const key = keyOfEntry(entry.name);
      const text = await found.read(entry, key !== null);
      if (key !== null) keys.set(key, text);
    }
  });
  if (!header || !manifest || !found.agreeWith(header, manifest)) {
    throw new BackupError('damaged', `${path} does not hold what its manifest says. Use another backup.`);
  }
  return { header, manifest, keys, rowBytes: found.rowBytes };
}

/** Digests of what an archive really holds. */
class FoundDigests {
  rowBytes = 0;
  private readonly tables = new Map<string, { rows: number; hash: ReturnType<typeof createHash> }>();
  private readonly entries: Record<string, EntryDigest> = {};
  private readonly names = new Set<string>();

  /** @returns the text of a key, which is small; nothing of everything else */
  async read(entry: ArchiveEntry, isKey: boolean): Promise<string> {
    if (this.names.has(entry.name)) {
      throw new BackupError('damaged', 'The archive holds two entries of one name.');
    }
    this.names.add(entry.name);
    const table = tableOfEntry(entry.name);
    if (table) {
      await this.readRows(table, entry);
      return '';
    }
    if (!isKey && !fileOfEntry(entry.name)) {
      throw new BackupError('damaged', 'The archive holds an entry that no backup has.');
    }
    const hash = createHash('sha256');
    const pieces: Buffer[] = [];
    for await (const piece of entry.content) {
      hash.update(piece);
      if (isKey) pieces.push(piece);
    }
    this.entries[entry.name] = { bytes: entry.bytes, sha256: hash.digest('hex') };
    return Buffer.concat(pieces).toString('utf8');
  }

  agreeWith(header: ArchiveHeader, manifest: ArchiveManifest): boolean {
    const named = new Set(header.tables.map(({ name }) => name));
    const tables = Object.keys(manifest.tables).map((name) => [name, this.tableDigest(name)] as const);
    return (
      Object.keys(manifest.tables).every((name) => named.has(name)) &&
      [...this.tables.keys()].every((name) => Object.hasOwn(manifest.tables, name)) &&
      isSame(Object.fromEntries(tables), manifest.tables) &&
      isSame(this.entries, manifest.entries)
    );
  }

  private async readRows(table: string, { content }: ArchiveEntry): Promise<void> {
    const known = this.tables.get(table) ?? { rows: 0, hash: createHash('sha256') };
    this.tables.set(table, known);
    for await (const piece of content) {
      known.hash.update(piece);
      for (const byte of piece) if (byte === 0x0a) known.rows += 1;
      this.rowBytes += piece.length;
    }
  }

  private tableDigest(name: string): TableDigest {
    const { rows, hash } = this.tables.get(name) ?? { rows: 0, hash: createHash('sha256') };
    return { rows, sha256: hash.copy().digest('hex') };
  }
}

function refuseNewerProduct({ migrations, productVersion }: ArchiveHeader): void {
  const known = new Set(MIGRATIONS.map(({ name }) => name));
  if (migrations.every((name) => known.has(name))) return;
  throw new BackupError(
    'newer-product',
    `The backup was made by Duecare ${productVersion}, whose database is newer than this version knows. Restore it with that version or a newer one.`,
  );
}

/** Digests by name, whatever their order. */
function isSame<T extends TableDigest | EntryDigest>(
  one: Record<string, T>,
  other: Record<string, T>,
): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => {
      const wanted = other[name];
      return (
        wanted !== undefined && JSON.stringify(sorted(one[name] as T)) === JSON.stringify(sorted(wanted))
      );
    })
  );
}

function sorted(digest: object): [string, unknown][] {
  return Object.entries(digest).sort(([left], [right]) => (left < right ? -1 : 1));
}
