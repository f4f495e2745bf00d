import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CATALOGS, type Catalogs } from '../../catalogs/catalogs.module';
import { dateInTimeZone } from '../../common/calendar-date';
import { CLOCK, type Clock } from '../../common/clock';
import { ApiProblems } from '../../common/http/api-problems';
import { UuidParam } from '../../common/http/uuid-param';
import { DomainError } from '../../common/problems/domain.error';
import { ApiOrganizationParam } from '../../records/records.controller';
import { RecordsService } from '../../records/records.service';
import { SOC2_REPORT } from '../../soc2-reports/soc2-report.record';
import { DossiersService } from '../dossiers.service';
import { ReportReviewResponse } from './report-review.dto';
import { reviewOfReport, type ReviewOfReport } from './review-of-report';
import { Allows } from '../../permissions/route-access';

@ApiTags('SOC 2 reports')
@ApiOrganizationParam()
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/soc2-reports')
export class ReportReviewsController {
  constructor(
    private readonly records: RecordsService,
    private readonly dossiers: DossiersService,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':id/review')
  @Allows('records.read')
  @Header('cache-control', 'no-store')
  @ApiParam({ name: 'id', format: 'uuid', description: 'The soc2 report.' })
  @ApiOperation({
    operationId: 'get-soc2-report-review',
    summary: 'Read what a SOC 2 report counts as, what is still to be read in it, and its red flags',
  })
  @ApiResponse({ status: 200, type: ReportReviewResponse, description: 'The review' })
  async review(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<ReviewOfReport> {
    const { key } = await this.records.get(SOC2_REPORT, organizationId, id);
    const dossier = await this.dossiers.export(organizationId);
    const asOf = dateInTimeZone(this.clock.now(), dossier.practice.timeZone);
    const review = reviewOfReport(dossier, key, asOf, this.catalogs.scoringModel);
    if (!review) throw new DomainError('not-found', 'There is no soc2 report with this id.');
    return review;
  }
}
