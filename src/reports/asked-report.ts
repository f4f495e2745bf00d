// Which report is asked for: of the whole assessment, or of one service that it has a result for.
import type { AssessmentDocument } from '../assessments/assessment.document';
import { DomainError, type Fault } from '../common/problems/domain.error';
import type { CreateReportDto } from './report.dto';
import type { ReportFormat, ReportKind } from './report.entity';

export interface AskedReport {
  kind: ReportKind;
  /** key of the service; null unless the report is on one */
  service: string | null;
  format: ReportFormat;
}

/** @throws DomainError request-invalid when the service is missing, or is named for a report that is on none */
export function askedReport({ kind, service, format }: CreateReportDto): AskedReport {
  const asked = { kind: kind ?? 'security-risk-assessment', service: service ?? null, format };
  if (asked.kind === 'vendor' && asked.service === null)
    throw refused('service-missing', 'say which service the report is on');
  if (asked.kind !== 'vendor' && asked.service !== null)
    throw refused('service-not-expected', 'only a vendor report is on one service; leave it out');
  return asked;
}

/** @throws DomainError request-invalid when the assessment has no result for the service of a vendor report */
export function requireResult(
  { service: key }: AskedReport,
  { results }: Pick<AssessmentDocument, 'results'>,
): void {
  if (results.some(({ service }) => service.key === key)) return;
  throw refused('unknown-service', 'the assessment has no result for a service with this key');
}

function refused(code: Fault['code'], detail: string): DomainError {
  return new DomainError('request-invalid', 'This report cannot be made.', [
    { pointer: '/service', code, detail },
  ]);
}
