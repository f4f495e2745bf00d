// A report as a file: its media type and the name under which it is saved.
import type { Report, ReportFormat } from './report.entity';

export const MEDIA_TYPES = {
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<ReportFormat, string>;

/** The value of Content-Disposition. A workbook is saved: no browser shows one. */
export function dispositionOf({
  kind,
  service,
  format,
}: Pick<Report, 'kind' | 'service' | 'format'>): string {
  if (format === 'xlsx')
    return `attachment; filename="${['registers', ...(service ? [service] : [])].join('-')}.xlsx"`;
  const name = kind === 'vendor' ? `vendor-report-${service}` : kind;
  return `inline; filename="${name}.${format}"`;
}
