import { Get, Inject } from '@nestjs/common';
import { EXPIRING_WITHIN_DAYS } from '../business-associate-agreements/expiring-within-days';
import type { ServiceScoreDetailResponse } from '../assessments/scores/service-score.dto';
import { scoreOfService } from '../assessments/scores/service-score.query';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { FlowMaps } from '../flow-maps/flow-maps.service';
import { Allows } from '../permissions/route-access';
import { Page } from '../web/page';
import { Pages } from '../web/pages';
import { evidenceOfTool, type EvidenceOfTool } from './evidence-of-tool.query';
import { recordsOfTool } from './records-of-tool.presenter';
import { serviceOverview } from './service-overview.presenter';

@Pages('organizations/:organizationId/services')
export class ServiceOverviewPagesController {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly maps: FlowMaps,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
    @Inject(EXPIRING_WITHIN_DAYS) private readonly expiringWithinDays: number,
  ) {}

  @Get(':serviceId')
  @Allows('scores.read')
  async show(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
  ): Promise<Page> {
    const query = scoreOfService(organizationId, this.catalogs.scoringModel, serviceId);
    const [[row], mapped, evidence] = await Promise.all([
      this.tenancy.readOne<ServiceScoreDetailResponse>(organizationId, query),
      this.maps.of(organizationId, serviceId),
      this.tenancy.readOne<EvidenceOfTool>(organizationId, evidenceOfTool(organizationId, serviceId)),
    ]);
    if (!row) throw new DomainError('not-found', 'There is no service with this id.');
    const records = recordsOfTool(organizationId, serviceId, mapped, evidence, this.expiringWithinDays);
    return new Page('services/overview', row.name, { ...serviceOverview(organizationId, row), ...records });
  }
}
