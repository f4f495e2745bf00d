// The evidence and agreements that a sealed assessment rests on: the files as they are stored, one after the other, and the list of all of them. What is not there is told, not left out.
import type { AssessmentDocument } from '../assessments/assessment.document';
import { csvLine } from '../audit-log/csv-line';
import type { FileResponse } from '../files/file.dto';
import { addFile, entryOf, type FileSource } from '../leaving/files-part';
import type { ExportArchive } from '../leaving/export-archive';
import type { LackingFile } from '../leaving/manifest';
import type { Snapshot } from '../leaving/rows';
import { filesOfDigests } from './binder.query';
import { ENTRIES, type PackedEvidence } from './binder-entries';

export async function addEvidence(
  archive: ExportArchive,
  snapshot: Snapshot,
  source: FileSource,
  document: AssessmentDocument,
): Promise<{ evidence: PackedEvidence[]; lackingFiles: LackingFile[] }> {
  const records = document.dossier.evidence ?? [];
  const digests = [...new Set(records.flatMap(({ file }) => (file ? [file.digest] : [])))];
  const { rows } = await snapshot.client.query<FileResponse>(
    filesOfDigests(snapshot.organizationId, digests),
  );
  const stored = new Map(rows.map((row) => [row.digest, row]));
  const packed = new Map<string, { entry: string | null; id: string; lacking: LackingFile['why'] | null }>();
  for (const digest of digests)
    packed.set(digest, await packedFile(archive, snapshot, source, digest, stored.get(digest)));
  const evidence = records.map((record): PackedEvidence => {
    const file = record.file ? packed.get(record.file.digest) : undefined;
    return {
      ...{ key: record.key, title: record.title, kind: record.kind, issuedOn: record.issuedOn },
      reference: record.reference ?? null,
      restrictedUse: record.restrictedUse === true,
      agreements: (document.dossier.agreements ?? [])
        .filter(({ evidenceKeys }) => evidenceKeys?.includes(record.key))
        .map(({ title }) => title),
      digest: record.file?.digest ?? null,
      entry: file?.entry ?? null,
      lacking: file?.lacking ?? null,
    };
  });
  await archive.add(ENTRIES.evidence, evidenceLines(evidence));
  await archive.add(ENTRIES.agreements, agreementLines(document, evidence));
  const lackingFiles = [...packed.values()].flatMap(({ id, lacking }) =>
    lacking ? [{ id, why: lacking }] : [],
  );
  return { evidence, lackingFiles };
}

async function packedFile(
  archive: ExportArchive,
  snapshot: Snapshot,
  source: FileSource,
  digest: string,
  file: FileResponse | undefined,
): Promise<{ entry: string | null; id: string; lacking: LackingFile['why'] | null }> {
  if (!file) return { entry: null, id: digest, lacking: 'missing' };
  if (file.destroyedAt) return { entry: null, id: file.id, lacking: 'destroyed-meanwhile' };
  const lacking = await addFile(archive, snapshot, source, file);
  const isThere = lacking === null || lacking === 'damaged';
  return { entry: isThere ? entryOf(file) : null, id: file.id, lacking };
}

function* evidenceLines(evidence: readonly PackedEvidence[]): Generator<string> {
  yield csvLine([
    'key',
    'title',
    'kind',
    'issuedOn',
    'agreements',
    'sha256',
    'entry',
    'lacking',
    'restrictedUse',
    'reference',
  ]);
  for (const one of evidence) {
    yield csvLine([
      ...[one.key, one.title, one.kind, one.issuedOn, one.agreements.join('; ')],
      ...[one.digest?.replace('sha256:', '') ?? null, one.entry, one.lacking],
      ...[one.restrictedUse ? 'yes' : 'no', one.reference],
    ]);
  }
}

function* agreementLines(
  { dossier, agreementRegister }: AssessmentDocument,
  evidence: readonly PackedEvidence[],
): Generator<string> {
  yield csvLine(['key', 'title', 'vendor', 'kind', 'state', 'inForceSince', 'endsOn', 'services', 'entries']);
  const standing = new Map((agreementRegister?.agreements ?? []).map((one) => [one.key, one]));
  for (const { key, title, vendor, kind, services, evidenceKeys } of dossier.agreements ?? []) {
    const stands = standing.get(key);
    const entries = evidence
      .filter((one) => evidenceKeys?.includes(one.key))
      .flatMap(({ entry }) => entry ?? []);
    const name = dossier.vendors.find((one) => one.key === vendor)?.name ?? vendor;
    yield csvLine([
      ...[
        key,
        title,
        name,
        kind,
        stands?.state ?? null,
        stands?.inForceSince ?? null,
        stands?.termEndsOn ?? null,
      ],
      ...[services.join('; '), entries.join('; ')],
    ]);
  }
}
