// The uploaded files, unpacked from their encryption one after the other, and the list of all there ever were.
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { csvLine } from '../audit-log/csv-line';
import type { Tenancy } from '../database/tenancy';
import type { ReadStatement } from '../database/tenant-read';
import type { FileResponse } from '../files/file.dto';
import { fileById, filePage, fileWithKey } from '../files/file.query';
import type { FileVault } from '../files/file-vault';
import { fileEntryName } from './entry-name';
import type { ExportArchive } from './export-archive';
import type { LackingFile } from './manifest';
import { rowsById, type Snapshot } from './rows';

const PAGE = 100;
const HEAD = [
  ...['id', 'name', 'mediaType', 'bytes', 'digest', 'uploadedAt', 'entry', 'lacking'],
  ...['destroyedAt', 'destroyedBecause'],
];

/** Where the bytes come from, and what became of a file since the snapshot. */
export interface FileSource {
  vault: FileVault;
  tenancy: Tenancy;
}

/** @returns the files that are not there, or not whole: an export is not refused for them */
export async function addFiles(
  archive: ExportArchive,
  snapshot: Snapshot,
  source: FileSource,
): Promise<LackingFile[]> {
  const lacking = new Map<string, LackingFile['why']>();
  for await (const file of filesOf(snapshot)) {
    if (file.destroyedAt) continue;
    const why = await addFile(archive, snapshot, source, file);
    if (why) lacking.set(file.id, why);
  }
  await archive.add('files.csv', listLines(filesOf(snapshot), lacking));
  return [...lacking].map(([id, why]) => ({ id, why }));
}

function filesOf({ client, organizationId }: Snapshot): AsyncGenerator<FileResponse> {
  return rowsById<FileResponse>(client, (after) =>
    filePage(organizationId, { after, limit: PAGE, digest: null }),
  );
}

/** Adds one stored file. @returns why it is not there, or not whole; null when it is */
export async function addFile(
  archive: ExportArchive,
  snapshot: Snapshot,
  source: FileSource,
  file: FileResponse,
): Promise<LackingFile['why'] | null> {
  const content = await contentOf(snapshot, source, file.id);
  if (!content) return (await isDestroyedNow(snapshot, source, file.id)) ? 'destroyed-meanwhile' : 'missing';
  const read = { isWhole: false };
  await archive.add(entryOf(file), soundPieces(content, file.digest, read));
  return read.isWhole ? null : 'damaged';
}

export function entryOf({ id, name }: FileResponse): string {
  return fileEntryName(id, name ?? '');
}

async function contentOf(
  { client, organizationId }: Snapshot,
  { vault }: FileSource,
  id: string,
): Promise<Readable | null> {
  const { rows } = await client.query<{ wrappedKey: Buffer }>(fileWithKey(organizationId, id));
  const [row] = rows;
  return row ? vault.read(organizationId, id, row.wrappedKey).catch(() => null) : null;
}

async function isDestroyedNow(
  { organizationId }: Snapshot,
  { tenancy }: FileSource,
  id: string,
): Promise<boolean> {
  const statement = fileById(organizationId, id) as ReadStatement;
  const [now] = await tenancy.readOne<FileResponse>(organizationId, statement);
  return now?.destroyedAt != null;
}

/** The pieces up to the first that cannot be read: the vault gives out none that was changed. */
async function* soundPieces(
  content: Readable,
  digest: string,
  read: { isWhole: boolean },
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const pieces = content[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  try {
    for (;;) {
      const next = await pieces.next().catch(() => null);
      if (!next) return;
      if (next.done) break;
      hash.update(next.value);
      yield Buffer.from(next.value);
    }
    read.isWhole = `sha256:${hash.digest('hex')}` === digest;
  } finally {
    content.destroy();
  }
}

async function* listLines(
  files: AsyncIterable<FileResponse>,
  lacking: ReadonlyMap<string, LackingFile['why']>,
): AsyncGenerator<string> {
  yield csvLine(HEAD);
  for await (const file of files) {
    const { id, name, mediaType, bytes, digest, uploadedAt, destroyedAt, destroyedBecause } = file;
    const why = lacking.get(id) ?? null;
    const entry = destroyedAt || (why && why !== 'damaged') ? null : entryOf(file);
    yield csvLine([
      ...[id, name, mediaType, bytes, digest, uploadedAt.toISOString(), entry, why],
      ...[destroyedAt?.toISOString() ?? null, destroyedBecause],
    ]);
  }
}
