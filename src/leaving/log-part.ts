// The audit log to its end, with the signatures under it.
import type { ChainedEntry } from '../audit-log/audit-entry';
import type { LogHead } from '../audit-log/chain-events';
import { EXPORT_FORMATS, logHead, logLine, type ExportFormat } from '../audit-log/export-lines';
import { checkpointPage, entriesAfter, headOf } from '../audit-log/log.query';
import type { StoredCheckpoint } from '../audit-log/audit-log-checkpoints.service';
import type { ExportArchive } from './export-archive';
import { jsonList, rowsById, type Snapshot } from './rows';

const PAGE = 1_000;

/** @returns where the log stands */
export async function addLog(archive: ExportArchive, snapshot: Snapshot): Promise<LogHead> {
  const { client, organizationId } = snapshot;
  for (const format of EXPORT_FORMATS) await archive.add(`audit-log.${format}`, linesOf(snapshot, format));
  const checkpoints = rowsById<StoredCheckpoint>(client, (after) =>
    checkpointPage(organizationId, after, PAGE),
  );
  await archive.add('checkpoints.json', jsonList(checkpoints));
  return (await client.query<LogHead>(headOf(organizationId))).rows[0] as LogHead;
}

async function* linesOf({ client, organizationId }: Snapshot, format: ExportFormat): AsyncGenerator<string> {
  yield logHead(format);
  for (let last = 0; ;) {
    const { rows } = await client.query<ChainedEntry>(entriesAfter(organizationId, last, PAGE));
    if (rows.length === 0) return;
    yield rows.map((entry) => logLine(entry, format)).join('');
    last = rows.at(-1)?.sequence ?? last;
  }
}
