// Reports are jobs: asked for, printed in the background, kept as issued with their digest.
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { recordEvents } from '../audit-log/audit-log';
import { CLOCK, type Clock } from '../common/clock';
import { afterId, type Page, type PageQuery } from '../common/http/paging';
import { DomainError } from '../common/problems/domain.error';
import { readPage } from '../database/read-page';
import { Tenancy } from '../database/tenancy';
import type { AssessmentDocument } from '../assessments/assessment.document';
import { Assessment } from '../assessments/assessment.entity';
import { storedDocument } from '../assessments/stored-envelope';
import type { Caller } from '../identity/caller';
import { JobQueue } from '../jobs/job-queue';
import type { ReportResponse } from './report.dto';
import { requireResult, type AskedReport } from './asked-report';
import { Report, type ReportFormat, type ReportKind } from './report.entity';
import { reportById, reportContent, reportPage, reportsOnAssessment } from './report.query';

export interface ReportContent {
  kind: ReportKind;
  service: string | null;
  format: ReportFormat;
  content: Buffer;
  contentDigest: string;
}

@Injectable()
export class ReportsService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly jobs: JobQueue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Asks for a report. The job is sent in the same transaction: both exist or neither. */
  async request(
    organizationId: string,
    assessmentId: string,
    asked: AskedReport,
    caller: Caller,
  ): Promise<ReportResponse> {
    const id = uuidv7();
    const now = this.clock.now();
    return this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const assessment = await manager.findOne(Assessment, {
        select: { id: true, digest: true, redactedAt: true, document: asked.service !== null },
        where: { organizationId, id: assessmentId },
      });
      if (!assessment) throw new DomainError('not-found', 'There is no assessment with this id.');
      if (assessment.redactedAt)
        throw new DomainError('document-redacted', 'The text of the assessment is gone.');
      if (asked.service !== null)
        requireResult(asked, JSON.parse(storedDocument(assessment)) as AssessmentDocument);
      const documentDigest = assessment.digest;
      const report = {
        organizationId,
        id,
        assessmentId,
        ...asked,
        status: 'queued' as const,
        documentDigest,
      };
      await manager.insert(Report, { ...report, createdAt: now });
      await this.jobs.send(manager, 'print-report', { organizationId, reportId: id });
      const data = { assessmentId, ...asked };
      await recordEvents(manager, organizationId, caller, now, [
        { action: 'report.requested', subjectKind: 'report', subjectId: id, data },
      ]);
      const { text, values } = reportById(organizationId, id);
      const [row] = await manager.query<ReportResponse[]>(text, values as unknown[]);
      return row ?? notFound();
    });
  }

  async get(organizationId: string, id: string): Promise<ReportResponse> {
    const [row] = await this.tenancy.readOne<ReportResponse>(organizationId, reportById(organizationId, id));
    return row ?? notFound();
  }

  async list(organizationId: string, query: PageQuery): Promise<Page<ReportResponse>> {
    const page = reportPage(organizationId, afterId(query), query.limit);
    return readPage<ReportResponse>(this.tenancy, organizationId, page, query.limit);
  }

  /** What was printed of one assessment, newest first. */
  async onAssessment(organizationId: string, assessmentId: string, limit = 20): Promise<ReportResponse[]> {
    const query = reportsOnAssessment(organizationId, assessmentId, limit);
    return this.tenancy.readOne<ReportResponse>(organizationId, query);
  }

  async content(organizationId: string, id: string): Promise<ReportContent> {
    const query = reportContent(organizationId, id);
    const [row] = await this.tenancy.readOne<Report>(organizationId, query);
    if (!row) return notFound();
    if (row.content && row.contentDigest) {
      const { kind, service, format, content, contentDigest } = row;
      return { kind, service, format, content, contentDigest };
    }
    if (row.status === 'redacted')
      throw new DomainError('document-redacted', 'The report held text that was taken out; it is gone.');
    throw new DomainError('report-not-ready', `The report is ${row.status}.`);
  }
}

function notFound(): never {
  throw new DomainError('not-found', 'There is no report with this id.');
}
