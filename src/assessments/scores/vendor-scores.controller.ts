import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CATALOGS, type Catalogs } from '../../catalogs/catalogs.module';
import { ApiProblems } from '../../common/http/api-problems';
import { PageOf } from '../../common/http/page-of';
import { afterId, PageQuery, type Page } from '../../common/http/paging';
import { UuidParam } from '../../common/http/uuid-param';
import { readPage } from '../../database/read-page';
import { Tenancy } from '../../database/tenancy';
import { ApiOrganizationParam } from '../../records/records.controller';
import { VendorScoreResponse } from './vendor-score.dto';
import { vendorScorePage } from './vendor-score.query';
import { Allows } from '../../permissions/route-access';

@ApiTags('Scores')
@ApiOrganizationParam()
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/vendor-scores')
export class VendorScoresController {
  constructor(
    private readonly tenancy: Tenancy,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
  ) {}

  @Get()
  @Allows('scores.read')
  @ApiOperation({
    operationId: 'list-vendor-scores',
    summary: 'List the vendors, each with its services and their scores as stored',
  })
  @ApiResponse({ status: 200, type: PageOf(VendorScoreResponse), description: 'A page' })
  @ApiProblems('request-invalid')
  async list(
    @UuidParam('organizationId') organizationId: string,
    @Query() query: PageQuery,
  ): Promise<Page<VendorScoreResponse>> {
    const page = vendorScorePage(organizationId, this.catalogs.scoringModel, {
      after: afterId(query),
      limit: query.limit,
    });
    return readPage<VendorScoreResponse>(this.tenancy, organizationId, page, query.limit);
  }
}
