// The binder of one sealed assessment as one archive: what was printed, what was sealed, what it rests on, what was decided, what was done; then the index, which can tell what is lacking, and
// the manifest, which can name what came before it. Nothing is held whole but the document.
import { envelopeText } from '../assessments/stored-envelope';
import { assessmentDocument } from '../assessments/assessment.query';
import type { Assessment } from '../assessments/assessment.entity';
import type { AssessmentDocument } from '../assessments/assessment.document';
import type { ChainedEntry } from '../audit-log/audit-entry';
import type { LogHead } from '../audit-log/chain-events';
import { csvLine } from '../audit-log/csv-line';
import { EXPORT_FORMATS, logHead, logLine, type ExportFormat } from '../audit-log/export-lines';
import { checkpointsBetween, entriesAfter, headOf } from '../audit-log/log.query';
import type { StoredCheckpoint } from '../audit-log/audit-log-checkpoints.service';
import { addMonths, type CalendarDate } from '../common/calendar-date';
import { PRODUCT_VERSION } from '../common/product-version';
import { publishedKey, type SigningKey } from '../common/signing/signing-key';
import type { ExportArchive } from '../leaving/export-archive';
import type { FileSource } from '../leaving/files-part';
import {
  BINDER_FORMAT,
  MANIFEST_FORMAT_VERSION,
  MANIFEST_NAME,
  signManifest,
  type SignedManifest,
} from '../leaving/manifest';
import { jsonList, jsonText, type Snapshot } from '../leaving/rows';
import type { BinderFormat } from './binder-standing';
import { ENTRIES } from './binder-entries';
import { indexPage, indexView, readmeOf } from './binder-index';
import { binderFacts, lastEntryBefore, reportPiece, type BinderFacts } from './binder.query';
import { decisionRows } from './decisions';
import { addEvidence } from './evidence-part';

export interface BinderMaking {
  snapshot: Snapshot;
  assessmentId: string;
  files: FileSource;
  key: SigningKey;
  at: Date;
}

const PIECE = 256 * 1024;
const LOG_PAGE = 1_000;
const PRACTICE = 'select organization_id as id, key, name from organization where organization_id = $1';

export async function writeBinder(archive: ExportArchive, making: BinderMaking): Promise<SignedManifest> {
  const { snapshot, assessmentId, files, key, at } = making;
  const { client, organizationId } = snapshot;
  const [practice, facts, stored] = [
    (await client.query<{ id: string; key: string; name: string }>(PRACTICE, [organizationId])).rows[0],
    (await client.query<BinderFacts>(binderFacts(organizationId, assessmentId))).rows[0],
    (await client.query<Assessment>(assessmentDocument(organizationId, assessmentId))).rows[0],
  ];
  if (!practice || !facts || !stored?.document) throw new Error('the assessment of a binder is gone');
  const document = JSON.parse(stored.document) as AssessmentDocument;
  await archive.add(ENTRIES.report, printed(snapshot, facts, 'pdf'));
  await archive.add(ENTRIES.registers, printed(snapshot, facts, 'xlsx'));
  await archive.add(`assessments/${facts.asOf}-${assessmentId}.json`, [envelopeText(stored)]);
  const { evidence, lackingFiles } = await addEvidence(archive, snapshot, files, document);
  await archive.add(ENTRIES.decisions, decisionLines(document));
  const from = logFrom(document);
  const auditLog = await addLogSince(archive, snapshot, from);
  await archive.add('signing-key.json', jsonText(publishedKey(key)));
  const view = indexView({
    ...{
      document,
      digest: facts.digest,
      keyId: key.keyId,
      at: at.toISOString(),
      productVersion: PRODUCT_VERSION,
    },
    ...{ evidence, logFrom: from },
  });
  await archive.add(ENTRIES.readme, [readmeOf(view)]);
  await archive.add(ENTRIES.index, [indexPage(view)]);
  const signed = signManifest(
    {
      ...{ format: BINDER_FORMAT, formatVersion: MANIFEST_FORMAT_VERSION, organization: practice },
      ...{ at: at.toISOString(), productVersion: PRODUCT_VERSION, auditLog },
      assessment: { id: assessmentId, digest: facts.digest },
      entries: [...archive.entries],
      lackingFiles,
    },
    key,
  );
  await archive.add(MANIFEST_NAME, jsonText(signed));
  return signed;
}

/** The log since the sealed assessment before, else of the twelve months before the date of this one. */
export function logFrom({ comparison, asOf }: Pick<AssessmentDocument, 'comparison' | 'asOf'>): CalendarDate {
  return comparison?.previous.asOf ?? addMonths(asOf, -12);
}

async function* printed(
  { client, organizationId }: Snapshot,
  { parts }: BinderFacts,
  format: BinderFormat,
): AsyncGenerator<Buffer> {
  const part = parts.find((one) => one.format === format && one.status === 'done');
  if (!part) throw new Error('a part of the binder is gone');
  for (let from = 1; ; from += PIECE) {
    const { rows } = await client.query<{ piece: Buffer }>(reportPiece(organizationId, part.id, from, PIECE));
    const piece = rows[0]?.piece;
    if (!piece) throw new Error('a part of the binder is gone');
    if (piece.length === 0) return;
    yield piece;
    if (piece.length < PIECE) return;
  }
}

function* decisionLines(document: AssessmentDocument): Generator<string> {
  yield csvLine(['kind', 'about', 'decided', 'reason', 'by', 'on']);
  for (const { kind, about, decided, reason, by, on } of decisionRows(document))
    yield csvLine([kind, about, decided, reason, by, on]);
}

/** A part of the chain: the entry before it is named in the manifest, so that the part is whole from there to its end. */
async function addLogSince(
  archive: ExportArchive,
  snapshot: Snapshot,
  from: CalendarDate,
): Promise<SignedManifest['manifest']['auditLog']> {
  const { client, organizationId } = snapshot;
  const since = new Date(`${from}T00:00:00.000Z`);
  const [after] = (await client.query<LogHead>(lastEntryBefore(organizationId, since))).rows;
  const [head] = (await client.query<LogHead>(headOf(organizationId))).rows as [LogHead];
  const begin = after?.sequence ?? 0;
  for (const format of EXPORT_FORMATS)
    await archive.add(`audit-log.${format}`, linesAfter(snapshot, begin, format));
  const { rows } = await client.query<StoredCheckpoint>(
    checkpointsBetween(organizationId, after ? begin + 1 : 0, head.sequence),
  );
  await archive.add('checkpoints.json', jsonList(rows));
  const { sequence, digest } = head;
  return { sequence, digest, ...(after && { after: { sequence: after.sequence, digest: after.digest } }) };
}

async function* linesAfter(
  { client, organizationId }: Snapshot,
  begin: number,
  format: ExportFormat,
): AsyncGenerator<string> {
  yield logHead(format);
  for (let last = begin; ;) {
    const { rows } = await client.query<ChainedEntry>(entriesAfter(organizationId, last, LOG_PAGE));
    if (rows.length === 0) return;
    yield rows.map((entry) => logLine(entry, format)).join('');
    last = rows.at(-1)?.sequence ?? last;
  }
}
