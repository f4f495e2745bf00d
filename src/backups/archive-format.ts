// What is in a backup (docs/backup.md): a tar archive, compressed (gzip), encrypted (age). The header comes first, so that a reader knows at once whether it
// can go on; the manifest comes last, since only then every digest is known. Both are authenticated with the rest by the encryption.
import { BACKUP_KEY_FILE } from './backup-key';
import { BackupError } from './backup.error';

export const FORMAT = 'duecare-backup';
export const FORMAT_VERSION = 1;

export const HEADER = 'header.json';
export const MANIFEST = 'manifest.json';
export const KEYS_FOLDER = 'keys';
export const ROWS_FOLDER = 'rows';
export const FILES_FOLDER = 'files';

/** Without them an installation cannot go on: seals would carry another key, files and second factors could not be read. */
export const KEY_FILES: readonly string[] = ['signing-key.pem', 'file-key.txt', BACKUP_KEY_FILE];

export interface ArchivedTable {
  name: string;
  /** in the order of the values of each row; columns that PostgreSQL works out itself are left out */
  columns: string[];
}

export interface ArchivedSequence {
  name: string;
  /** a bigint as text */
  lastValue: string;
  isCalled: boolean;
}

export interface ArchiveHeader {
  format: typeof FORMAT;
  formatVersion: number;
  productVersion: string;
  /** moment of the snapshot, ISO 8601 */
  createdAt: string;
  postgresqlMajor: number;
  /** names of the migrations that the database had */
  migrations: string[];
  organizations: number;
  /** in an order in which they can be filled: no row refers to one of a later table */
  tables: ArchivedTable[];
  sequences: ArchivedSequence[];
}

export interface TableDigest {
  rows: number;
  /** SHA-256 of all rows in the text format of COPY, by primary key, in hex */
  sha256: string;
}

export interface EntryDigest {
  bytes: number;
  sha256: string;
}

export interface FileOfOrganization {
  organizationId: string;
  id: string;
}

export interface DestroyedFile extends FileOfOrganization {
  destroyedAt: string;
  destroyedBecause: string;
}

export interface ArchiveManifest {
  tables: Record<string, TableDigest>;
  /** by the name of the entry: keys and stored files as they lie on the disk */
  entries: Record<string, EntryDigest>;
  /** files that somebody destroyed between the snapshot and the copying of their bytes: restored as destroyed */
  destroyedMeanwhile: DestroyedFile[];
  /** files that the installation should have and has not */
  missingFiles: FileOfOrganization[];
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ENTRY_OF_FILE = new RegExp(`^${FILES_FOLDER}/(${UUID})/(${UUID})$`);
const ENTRY_OF_ROWS = new RegExp(`^${ROWS_FOLDER}/([a-z0-9_]+)/\\d{6}\\.copy$`);

export function entryOfKey(name: string): string {
  return `${KEYS_FOLDER}/${name}`;
}

/** The name of a key file; null for every other entry, since a name in an archive becomes one in the data folder. */
export function keyOfEntry(name: string): string | null {
  return KEY_FILES.find((key) => name === entryOfKey(key)) ?? null;
}

export function entryOfFile({ organizationId, id }: FileOfOrganization): string {
  return `${FILES_FOLDER}/${organizationId}/${id}`;
}

/** null for an entry that is no stored file */
export function fileOfEntry(name: string): FileOfOrganization | null {
  const [, organizationId, id] = ENTRY_OF_FILE.exec(name) ?? [];
  return organizationId && id ? { organizationId, id } : null;
}

/** @param part counts from 0; each part ends with a whole row */
export function entryOfRows(table: string, part: number): string {
  return `${ROWS_FOLDER}/${table}/${String(part).padStart(6, '0')}.copy`;
}

/** null for an entry that holds no rows */
export function tableOfEntry(name: string): string | null {
  return ENTRY_OF_ROWS.exec(name)?.[1] ?? null;
}

/** @throws BackupError not-a-backup, newer-format */
export function headerOf(text: string): ArchiveHeader {
  const header = JSON.parse(text) as Partial<ArchiveHeader>;
  if (header.format !== FORMAT || typeof header.formatVersion !== 'number') {
    throw new BackupError('not-a-backup', 'This is not a backup of Duecare.');
  }
  if (header.formatVersion > FORMAT_VERSION) {
    throw new BackupError(
      'newer-format',
      `The backup was made by Duecare ${header.productVersion} in a newer format (${header.formatVersion}; this version reads ` +
        `${FORMAT_VERSION}). Restore it with that version or a newer one.`,
    );
  }
  return header as ArchiveHeader;
}
