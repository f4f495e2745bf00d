// The whole log as lines, a page at a time: what is given out is as long as the log, what is held is a page.
import type { Tenancy } from '../database/tenancy';
import type { ReadStatement } from '../database/tenant-read';
import type { ChainedEntry } from './audit-entry';
import { csvLine } from './csv-line';
import { entriesAfter } from './log.query';

export const EXPORT_FORMATS = ['ndjson', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const PAGE = 1_000;

const COLUMNS = [
  'organizationId',
  'sequence',
  'id',
  'occurredAt',
  'actorKind',
  'actorId',
  'onBehalfOf',
  'requestId',
  'address',
  'action',
  'subjectKind',
  'subjectId',
  'data',
  'previousDigest',
  'digest',
] as const;

/** Entries only ever come after the last, so pages that are read one by one are still one log. */
export async function* exportLines(
  tenancy: Tenancy,
  organizationId: string,
  format: ExportFormat,
): AsyncGenerator<string> {
  yield logHead(format);
  for (let last = 0; ;) {
    const page = await tenancy.readOne<ChainedEntry>(
      organizationId,
      entriesAfter(organizationId, last, PAGE) as ReadStatement,
    );
    if (page.length === 0) return;
    yield page.map((entry) => logLine(entry, format)).join('');
    last = page.at(-1)?.sequence ?? last;
  }
}

/** What stands before the first entry. */
export function logHead(format: ExportFormat): string {
  return format === 'csv' ? csvLine(COLUMNS) : '';
}

export function logLine(entry: ChainedEntry, format: ExportFormat): string {
  if (format === 'ndjson') return `${JSON.stringify(entry)}\n`;
  return csvLine(COLUMNS.map((name) => (name === 'data' ? JSON.stringify(entry.data) : entry[name])));
}
