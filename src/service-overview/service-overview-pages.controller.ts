import { Get, Inject } from '@nestjs/common';
import type { ServiceScoreDetailResponse } from '../assessments/scores/service-score.dto';
import { scoreOfService } from '../assessments/scores/service-score.query';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { Allows } from '../permissions/route-access';
import { Page } from '../web/page';
import { Pages } from '../web/pages';
import { serviceOverview } from './service-overview.presenter';

@Pages('organizations/:organizationId/services')
export class ServiceOverviewPagesController {
  constructor(
    private readonly tenancy: Tenancy,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
  ) {}

  @Get(':serviceId')
  @Allows('scores.read')
  async show(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
  ): Promise<Page> {
    const query = scoreOfService(organizationId, this.catalogs.scoringModel, serviceId);
    const [row] = await this.tenancy.readOne<ServiceScoreDetailResponse>(organizationId, query);
    if (!row) throw new DomainError('not-found', 'There is no service with this id.');
    return new Page('services/overview', row.name, serviceOverview(organizationId, row));
  }
}
