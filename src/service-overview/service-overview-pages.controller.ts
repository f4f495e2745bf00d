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
import { toolFacts, type ToolFactsRow } from './tool-facts.query';
import { toolPage } from './tool-page.presenter';

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
    const { scoringModel, agreementProvisions, questionnaire } = this.catalogs;
    const query = scoreOfService(organizationId, scoringModel, serviceId);
    const [[score], mapped, evidence, [facts]] = await Promise.all([
      this.tenancy.readOne<ServiceScoreDetailResponse>(organizationId, query),
      this.maps.of(organizationId, serviceId),
      this.tenancy.readOne<EvidenceOfTool>(organizationId, evidenceOfTool(organizationId, serviceId)),
      this.tenancy.readOne<ToolFactsRow>(organizationId, toolFacts(organizationId, serviceId)),
    ]);
    if (!score || !facts) throw new DomainError('not-found', 'There is no tool with this id.');
    const { expiringWithinDays } = this;
    const view = toolPage(
      organizationId,
      { score, mapped, evidence, facts },
      { scoringModel, agreementProvisions, questionnaire, expiringWithinDays },
    );
    return new Page('services/overview', score.name, view);
  }
}
