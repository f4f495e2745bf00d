import { ChoiceField, IdField, InstantField, IntegerField, PatternField, TextField } from '../common/fields';
import { REPORT_FORMATS, REPORT_STATUSES, type ReportFormat, type ReportStatus } from './report.entity';

const DIGEST = { pattern: '^[0-9a-f]{64}$', message: 'must be a SHA-256 digest in hex', maxLength: 64 };

export class CreateReportDto {
  @ChoiceField(REPORT_FORMATS, { description: 'PDF for the file, HTML for a screen.' })
  format: ReportFormat;
}

export class ReportResponse {
  @IdField()
  id: string;

  @IdField({ description: 'The assessment that it was printed from.' })
  assessmentId: string;

  @ChoiceField(REPORT_FORMATS, { description: 'Format.' })
  format: ReportFormat;

  @ChoiceField(REPORT_STATUSES, { description: 'Where the job stands.' })
  status: ReportStatus;

  @TextField({ description: 'Code of why it failed.', optional: true, maxLength: 100 })
  failure: string | null;

  @PatternField({ description: 'SHA-256 of the content, hex.', optional: true, ...DIGEST })
  contentDigest: string | null;

  @PatternField({ description: 'SHA-256 of the document that it was printed from, hex.', ...DIGEST })
  documentDigest: string;

  @IntegerField({
    description: 'Size of the content in bytes.',
    optional: true,
    minimum: 0,
    maximum: 2147483647,
  })
  bytes: number | null;

  @InstantField({ description: 'When it was asked for.' })
  createdAt: Date;

  @InstantField({ description: 'When it was done or failed.', optional: true })
  finishedAt: Date | null;
}
