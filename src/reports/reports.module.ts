import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { AuditLogModule } from '../audit-log/audit-log.module';
import { AssessmentsModule } from '../assessments/assessments.module';
import { SETTINGS, type Settings } from '../config/settings';
import { LostReportJobs } from './lost-report-jobs';
import { PrintReportWorker } from './print-report.worker';
import { ReportPrinter } from './printer/report-printer';
import { ReportDownloads } from './report-downloads';
import { ReportsController } from './reports.controller';
import { ReportsService } from './reports.service';

@Module({
  imports: [AuditLogModule, AssessmentsModule],
  controllers: [ReportsController],
  providers: [
    ReportsService,
    ReportDownloads,
    PrintReportWorker,
    LostReportJobs,
    {
      provide: ReportPrinter,
      inject: [SETTINGS],
      useFactory: ({ browserPath, reportConcurrency, browserEnvironment }: Settings) =>
        new ReportPrinter({
          executablePath: browserPath,
          pages: reportConcurrency,
          environment: browserEnvironment,
        }),
    },
  ],
  exports: [ReportsService, ReportDownloads, ReportPrinter],
})
export class ReportsModule implements OnApplicationShutdown {
  constructor(@Inject(ReportPrinter) private readonly printer: ReportPrinter) {}

  async onApplicationShutdown(): Promise<void> {
    await this.printer.close();
  }
}
