import { Get, Inject, Query } from '@nestjs/common';
import { inventoryRegister } from '../assessments/registers/inventory-register';
import { ratePractice } from '../assessments/rate-practice';
import { THREAT_SOURCES } from '../assessments/scoring/threat-source';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { dateInTimeZone } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { UuidParam } from '../common/http/uuid-param';
import { Tenancy } from '../database/tenancy';
import { exportedDossier } from '../dossiers/dossier.query';
import { Allows } from '../permissions/route-access';
import { Page } from '../web/page';
import { Pages } from '../web/pages';
import { riskRegisterView } from './risk-register.presenter';

/** The register of the whole practice, rated as the records stand today. */
@Pages('organizations/:organizationId/registers/risks')
export class RiskPagesController {
  constructor(
    private readonly tenancy: Tenancy,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allows('scores.read')
  async show(
    @UuidParam('organizationId') organizationId: string,
    @Query('source') asked: unknown,
  ): Promise<Page> {
    const dossier = await exportedDossier(this.tenancy, organizationId);
    const today = dateInTimeZone(this.clock.now(), dossier.practice.timeZone);
    const { scoringModel, assetInventory } = this.catalogs;
    const { practiceResult, safeguards } = ratePractice(dossier, today, this.catalogs);
    const view = riskRegisterView({
      at: `/organizations/${organizationId}`,
      ...{ result: practiceResult, safeguards, inventory: dossier, model: scoringModel },
      register: inventoryRegister(dossier, today, assetInventory),
      matrix: scoringModel.tables.risk.matrix,
      source: THREAT_SOURCES.find((one) => one === asked) ?? null,
    });
    return new Page('practice-risks/register', 'Risks of the whole practice', view);
  }
}
