import { Body, Controller, Get, HttpCode, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiProblems, OF_BODY } from '../common/http/api-problems';
import { PageOf } from '../common/http/page-of';
import { PageQuery, type Page } from '../common/http/paging';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../identity/caller';
import { ApiOrganizationParam } from '../records/records.controller';
import { askedReport } from './asked-report';
import { CreateReportDto, ReportResponse } from './report.dto';
import { ReportDownloads } from './report-downloads';
import { MEDIA_TYPES } from './report-file';
import { ReportsService } from './reports.service';
import { Allows } from '../permissions/route-access';

@ApiTags('Reports')
@ApiOrganizationParam()
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId')
export class ReportsController {
  constructor(
    private readonly reports: ReportsService,
    private readonly downloads: ReportDownloads,
  ) {}

  @Post('assessments/:assessmentId/reports')
  @Allows('reports.print')
  @HttpCode(202)
  @ApiParam({ name: 'assessmentId', format: 'uuid', description: 'The assessment to print.' })
  @ApiOperation({
    operationId: 'create-report',
    summary: 'Ask for a report to be printed; follow Location for its status',
  })
  @ApiResponse({
    status: 202,
    type: ReportResponse,
    description: 'Queued',
    headers: { Location: { description: 'Address of the status.', schema: { type: 'string' } } },
  })
  @ApiProblems(...OF_BODY, 'document-redacted')
  async create(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('assessmentId') assessmentId: string,
    @CurrentCaller() caller: Caller,
    @Body() body: CreateReportDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportResponse> {
    const report = await this.reports.request(organizationId, assessmentId, askedReport(body), caller);
    void reply.header('location', `/v1/organizations/${organizationId}/reports/${report.id}`);
    return report;
  }

  @Get('reports')
  @Allows('reports.read')
  @ApiOperation({ operationId: 'list-reports', summary: 'List reports, oldest first' })
  @ApiResponse({ status: 200, type: PageOf(ReportResponse), description: 'A page' })
  @ApiProblems('request-invalid')
  list(
    @UuidParam('organizationId') organizationId: string,
    @Query() query: PageQuery,
  ): Promise<Page<ReportResponse>> {
    return this.reports.list(organizationId, query);
  }

  @Get('reports/:reportId')
  @Allows('reports.read')
  @ApiParam({ name: 'reportId', format: 'uuid', description: 'The report.' })
  @ApiOperation({ operationId: 'get-report', summary: 'Read where a report stands' })
  @ApiResponse({ status: 200, type: ReportResponse, description: 'The status' })
  get(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('reportId') reportId: string,
  ): Promise<ReportResponse> {
    return this.reports.get(organizationId, reportId);
  }

  @Get('reports/:reportId/content')
  @Allows('reports.read')
  @ApiParam({ name: 'reportId', format: 'uuid', description: 'The report.' })
  @ApiOperation({ operationId: 'get-report-content', summary: 'Fetch the report as issued' })
  @ApiProduces('application/pdf', 'text/html', MEDIA_TYPES.xlsx)
  @ApiResponse({
    status: 200,
    description: 'The report; ETag is its SHA-256',
    content: {
      'application/pdf': { schema: { type: 'string', contentMediaType: 'application/pdf' } as object },
      'text/html': { schema: { type: 'string' } },
      [MEDIA_TYPES.xlsx]: { schema: { type: 'string', contentMediaType: MEDIA_TYPES.xlsx } as object },
    },
  })
  @ApiResponse({ status: 304, description: 'Unchanged: If-None-Match named its ETag' })
  @ApiProblems('report-not-ready', 'document-redacted')
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
