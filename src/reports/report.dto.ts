import {
  ChoiceField,
  IdField,
  KeyField,
  InstantField,
  IntegerField,
  PatternField,
  TextField,
} from '../common/fields';
import {
  REPORT_FORMATS,
  REPORT_KINDS,
  REPORT_STATUSES,
  type ReportFormat,
  type ReportKind,
  type ReportStatus,
} from './report.entity';

const DIGEST = { pattern: '^[0-9a-f]{64}$', message: 'must be a SHA-256 digest in hex', maxLength: 64 };

export class CreateReportDto {
  @ChoiceField(REPORT_KINDS, {
    description:
      'The whole security risk assessment (also when left out), or the report on one service for the file of its vendor.',
    example: 'security-risk-assessment',
    optional: true,
  })
  kind?: ReportKind | null;

  @KeyField({
    description: 'Key of the service that a vendor report is on; leave out for the other kind.',
    example: 'northlight-scribe',
    optional: true,
  })
  service?: string | null;

  @ChoiceField(REPORT_FORMATS, {
    description: 'PDF for the file, HTML for a screen, XLSX for the registers as a workbook.',
  })
  format: ReportFormat;
}

export class ReportResponse {
  @IdField()
  id: string;

  @IdField({ description: 'The assessment that it was printed from.' })
  assessmentId: string;

  @ChoiceField(REPORT_KINDS, { description: 'Kind.', example: 'security-risk-assessment' })
  kind: ReportKind;

  @KeyField({
    description: 'Key of the service that a vendor report is on.',
    example: 'northlight-scribe',
    optional: true,
  })
  service: string | null;

  @ChoiceField(REPORT_FORMATS, { description: 'Format.' })
  format: ReportFormat;

  @ChoiceField(REPORT_STATUSES, {
    description: 'Where the job stands; redacted: text in it had to go, and it went with it.',
  })
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
