// A report that was asked for: where its printing stands, and what it is.
import type { ReportResponse } from '../reports/report.dto';
import type { ReportFormat, ReportStatus } from '../reports/report.entity';

export const FORMAT_WORDS: Readonly<Record<ReportFormat, string>> = {
  pdf: 'PDF, for the file and for printing',
  html: 'A page to read on the screen (HTML)',
  xlsx: 'A workbook of all registers (XLSX)',
};

const FORMAT_NAMES: Readonly<Record<ReportFormat, string>> = { pdf: 'PDF', html: 'HTML', xlsx: 'XLSX' };

interface StatusWords {
  word: string;
  told: string;
}

const STATUS_WORDS: Readonly<Record<ReportStatus, StatusWords>> = {
  queued: { word: 'Queued', told: 'It waits for its turn.' },
  printing: { word: 'Printing', told: 'It is being printed. A long PDF can take some minutes.' },
  done: { word: 'Done', told: 'It is kept as it was printed; you can come back to it.' },
  failed: { word: 'Failed', told: 'It could not be printed. Please ask for it again.' },
  redacted: { word: 'Gone', told: 'It held text that had to be taken out, and went with it.' },
};

const FAILURES: Readonly<Record<string, string>> = {
  'no-browser':
    'There is no browser on the computer that Duecare runs on, and PDFs are printed with one. The person who looks after that ' +
    'computer finds in the documentation how to name one. HTML and XLSX need none.',
};

export interface ReportView {
  href: string;
  download: string;
  format: string;
  on: string;
  status: ReportStatus;
  statusWord: string;
  told: string;
  isWaiting: boolean;
  isDone: boolean;
  isFailed: boolean;
  /** as it was asked for, to ask again */
  value: ReportFormat;
  service: string;
  createdAt: Date;
  size: string;
  digest: string;
  assessment: string;
}

/** @param at address of the practice */
export function reportView(at: string, report: ReportResponse): ReportView {
  const { id, assessmentId, kind, service, format, status, failure, bytes, contentDigest, createdAt } =
    report;
  const href = `${at}/reports/${id}`;
  const { word, told } = STATUS_WORDS[status];
  return {
    ...{ href, status, createdAt, download: `${href}/content` },
    format: FORMAT_NAMES[format],
    on: kind === 'vendor' ? `on ${service}` : 'on the whole assessment',
    statusWord: word,
    told: (failure && FAILURES[failure]) || told,
    isWaiting: status === 'queued' || status === 'printing',
    isDone: status === 'done',
    isFailed: status === 'failed',
    value: format,
    service: service ?? '',
    size: bytes === null ? '' : sizeWords(bytes),
    digest: contentDigest ?? '',
    assessment: `${at}/assessments/${assessmentId}`,
  };
}

function sizeWords(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
