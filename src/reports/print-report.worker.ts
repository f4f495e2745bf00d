// The job behind a report: reads the frozen document, prints it, keeps the result with its digest.
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { envelopeText } from '../assessments/stored-envelope';
import { Assessment } from '../assessments/assessment.entity';
import type { SealedAssessment } from '../assessments/assessment.document';
import { recordEvents } from '../audit-log/audit-log';
import { CLOCK, type Clock } from '../common/clock';
import { timedWork } from '../common/timings';
import { SETTINGS, type Settings } from '../config/settings';
import { Tenancy } from '../database/tenancy';
import { SYSTEM_CALLER } from '../identity/caller';
import { JobQueue, type Attempt } from '../jobs/job-queue';
import type { QueueJobs } from '../jobs/queues';
import { isOpen } from '../organizations/is-open';
import { BrowserLaunchError, BrowserNotFoundError, PrinterClosedError } from './printer/printer.errors';
import { ReportPrinter } from './printer/report-printer';
import { registersWorkbookInThread } from './registers-workbook';
import { Report } from './report.entity';
import {
  prepareSecurityRiskAssessment,
  prepareVendorReport,
  type RenderReport,
} from './security-risk-assessment';

type PrintJob = QueueJobs['print-report'];

@Injectable()
export class PrintReportWorker implements OnApplicationBootstrap {
  private readonly logger = new Logger('PrintReport');

  constructor(
    private readonly jobs: JobQueue,
    private readonly tenancy: Tenancy,
    private readonly printer: ReportPrinter,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work('print-report', this.settings.reportConcurrency, (job, attempt) =>
      this.run(job, attempt),
    );
  }

  /** A missing or broken browser fails at once; anything else is tried again, and fails for good after the last attempt. */
  private async run(job: PrintJob, attempt: Attempt): Promise<void> {
    try {
      await this.print(job);
    } catch (error) {
      // The server is stopping: the job comes back with the next start.
      if (error instanceof PrinterClosedError) throw error;
      const noBrowser = error instanceof BrowserNotFoundError || error instanceof BrowserLaunchError;
      if (!noBrowser && !attempt.isLast) throw error;
      this.logger.error({ reportId: job.reportId, error: error instanceof Error ? error.name : 'unknown' });
      await this.finish(job, 'report.failed', {
        status: 'failed',
        failure: noBrowser ? 'no-browser' : 'printing-failed',
      });
    }
  }

  private async print({ organizationId, reportId }: PrintJob): Promise<void> {
    const found = await this.begin({ organizationId, reportId });
    if (!found) return;
    const { report, assessment } = found;
    const content = await timedWork('printing', { format: report.format }, () =>
      this.render(report, envelopeText(assessment)),
    );
    const contentDigest = createHash('sha256').update(content).digest('hex');
    await this.finish({ organizationId, reportId }, 'report.printed', {
      status: 'done',
      content,
      contentDigest,
    });
  }

  /** Marks the report as being printed. null when it is finished already: a job may come twice. */
  private async begin({
    organizationId,
    reportId,
  }: PrintJob): Promise<{ report: Report; assessment: Assessment } | null> {
    return this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const report = await manager.findOneBy(Report, { organizationId, id: reportId });
      if (!report || (report.status !== 'queued' && report.status !== 'printing')) return null;
      if (!(await isOpen(manager, organizationId))) return null;
      const assessment = await manager.findOneByOrFail(Assessment, {
        organizationId,
        id: report.assessmentId,
      });
      await manager.update(
        Report,
        { organizationId, id: reportId },
        { status: 'printing', documentDigest: assessment.digest },
      );
      return { report, assessment };
    });
  }

  private async render(report: Report, envelope: string): Promise<Buffer> {
    if (report.format === 'xlsx') return registersWorkbookInThread({ envelope, service: report.service });
    const sealed = JSON.parse(envelope) as SealedAssessment;
    const render = await prepared(report, sealed);
    if (report.format === 'html') return Buffer.from(render());
    return this.printer.print(render, { madeAt: new Date(sealed.document.createdAt) });
  }

  private async finish(
    { organizationId, reportId }: PrintJob,
    action: string,
    outcome: Partial<Pick<Report, 'status' | 'failure' | 'content' | 'contentDigest'>>,
  ): Promise<void> {
    const now = this.clock.now();
    await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const printing = { organizationId, id: reportId, status: 'printing' as const };
      const { affected } = await manager.update(Report, printing, { ...outcome, finishedAt: now });
      if (affected === 0) return; // another attempt was first: what was issued stays as it is
      const data = {
        status: outcome.status,
        contentDigest: outcome.contentDigest ?? null,
        failure: outcome.failure ?? null,
      };
      await recordEvents(manager, organizationId, SYSTEM_CALLER, now, [
        { action, subjectKind: 'report', subjectId: reportId, data },
      ]);
    });
  }
}

async function prepared({ kind, service }: Report, sealed: SealedAssessment): Promise<RenderReport> {
  if (kind !== 'vendor') return prepareSecurityRiskAssessment(sealed);
  const render = await prepareVendorReport(sealed, service ?? '');
  if (!render) throw new Error('the assessment has no result for the service of the report');
  return render;
}
