import { Get, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { askedReport } from '../reports/asked-report';
import { CreateReportDto } from '../reports/report.dto';
import { ReportDownloads } from '../reports/report-downloads';
import { ReportsService } from '../reports/reports.service';
import { labelsOf, typedIn } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { AssessmentReading } from './assessment-reading';
import { PRINT_WORDS } from './form-words';
import { reportView } from './report.presenter';

const ASK_AGAIN_SECONDS = 2;

@Pages('organizations/:organizationId')
export class ReportPagesController {
  constructor(
    private readonly reports: ReportsService,
    private readonly downloads: ReportDownloads,
    private readonly reading: AssessmentReading,
  ) {}

  @Post('assessments/:assessmentId/reports')
  @Allows('reports.print')
  async print(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('assessmentId') assessmentId: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const again = await this.reading.again(organizationId, assessmentId);
    const work = async (): Promise<SeeOther> => {
      const kind = form.text('service') ? 'vendor' : 'security-risk-assessment';
      const asked = askedReport(bodyOf(CreateReportDto, form, { kind }));
      const { id } = await this.reports.request(organizationId, assessmentId, asked, caller);
      return new SeeOther(`/organizations/${organizationId}/reports/${id}`);
    };
    return submitted(work, {
      ...{ view: again.view, title: again.title, labels: labelsOf(PRINT_WORDS) },
      data: (faults) => again.data(typedIn(form), faults),
    });
  }

  @Get('reports/:reportId')
  @Allows('reports.read')
  async show(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('reportId') reportId: string,
  ): Promise<Page> {
    const report = await this.reports.get(organizationId, reportId);
    const view = reportView(`/organizations/${organizationId}`, report);
    return new Page('reports/show', 'Report', view, 200, view.isWaiting ? ASK_AGAIN_SECONDS : null);
  }

  /** As the API gives it; who is signed out meanwhile is led to where they can sign in, and back. */
  @Get('reports/:reportId/content')
  @Allows('reports.read')
  content(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('reportId') reportId: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return this.downloads.answer(organizationId, reportId, caller, request, reply);
  }
}
