import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CATALOGS, type Catalogs } from '../../catalogs/catalogs.module';
import { ApiProblems } from '../../common/http/api-problems';
import { PageOf } from '../../common/http/page-of';
import { afterId, PageQuery, type Page } from '../../common/http/paging';
import { UuidParam } from '../../common/http/uuid-param';
import { DomainError } from '../../common/problems/domain.error';
import { readPage } from '../../database/read-page';
import { Tenancy } from '../../database/tenancy';
import { ApiOrganizationParam } from '../../records/records.controller';
import { ServiceScoreDetailResponse, ServiceScoreResponse } from './service-score.dto';
import { scoreOfService, scorePage } from './service-score.query';
import { Allows } from '../../permissions/route-access';

@ApiTags('Scores')
@ApiOrganizationParam()
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/service-scores')
export class ServiceScoresController {
  constructor(
    private readonly tenancy: Tenancy,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
  ) {}

  @Get()
  @Allows('scores.read')
  @ApiOperation({ operationId: 'list-service-scores', summary: 'List the scores of the services, as stored' })
  @ApiResponse({ status: 200, type: PageOf(ServiceScoreResponse), description: 'A page' })
  @ApiProblems('request-invalid')
  async list(
    @UuidParam('organizationId') organizationId: string,
    @Query() query: PageQuery,
  ): Promise<Page<ServiceScoreResponse>> {
    const page = scorePage(organizationId, this.catalogs.scoringModel, {
      after: afterId(query),
      limit: query.limit,
    });
    return readPage<ServiceScoreResponse>(this.tenancy, organizationId, page, query.limit);
  }

  @Get(':serviceId')
  @Allows('scores.read')
  @ApiParam({ name: 'serviceId', format: 'uuid', description: 'The service.' })
  @ApiOperation({
    operationId: 'get-service-score',
    summary: 'Read the score of a service with everything behind it',
  })
  @ApiResponse({ status: 200, type: ServiceScoreDetailResponse, description: 'The score' })
  async get(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
  ): Promise<ServiceScoreDetailResponse> {
    const query = scoreOfService(organizationId, this.catalogs.scoringModel, serviceId);
    const [row] = await this.tenancy.readOne<ServiceScoreDetailResponse>(organizationId, query);
    if (!row) throw new DomainError('not-found', 'There is no service with this id.');
    return row;
  }
}
