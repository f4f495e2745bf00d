// What can be taken along of an assessment: the PDF and the workbook of it as it stands, made once and kept, or still to be made.
import type { ReportResponse } from '../reports/report.dto';
import { reportView } from './report.presenter';

export interface TakenFile {
  /** as the form asks for it */
  value: 'pdf' | 'xlsx';
  format: string;
  about: string;
  /** where it is, or where its printing is shown; empty where it has to be asked for */
  href: string;
  isDone: boolean;
  statusWord: string;
  size: string;
}

const FILES = [
  { value: 'pdf', format: 'PDF', about: 'The report, for the file and for printing.' },
  { value: 'xlsx', format: 'XLSX', about: 'All registers as a workbook.' },
] as const;

/** @param reports on the assessment, newest first */
export function takenFiles(at: string, digest: string, reports: readonly ReportResponse[]): TakenFile[] {
  return FILES.map((file) => {
    const made = reports.find(
      ({ format, kind, status, documentDigest }) =>
        format === file.value &&
        kind !== 'vendor' &&
        documentDigest === digest &&
        status !== 'failed' &&
        status !== 'redacted',
    );
    if (!made) return { ...file, href: '', isDone: false, statusWord: '', size: '' };
    const { href, download, isDone, statusWord, size } = reportView(at, made);
    return { ...file, href: isDone ? download : href, isDone, statusWord: statusWord.toLowerCase(), size };
  });
}
