import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { Adjustment } from './adjustments/adjustment.entity';
import { AdjustmentsModule } from './adjustments/adjustments.module';
import { Assessment } from './assessments/assessment.entity';
import { AssessmentsModule } from './assessments/assessments.module';
import { SIGNING_KEY, type SigningKey } from './assessments/sealing/signing-key';
import { AuditLogModule } from './audit-log/audit-log.module';
import { Agreement } from './business-associate-agreements/agreement.entity';
import { AgreementsModule } from './business-associate-agreements/agreements.module';
import { CatalogsModule } from './catalogs/catalogs.module';
import { Checklist } from './checklists/checklist.entity';
import { ChecklistsModule } from './checklists/checklists.module';
import { SYSTEM_CLOCK, type Clock } from './common/clock';
import { CommonModule } from './common/common.module';
import { RequestValidation } from './common/http/request-validation';
import { ProblemFilter } from './common/problems/problem.filter';
import type { Settings } from './config/settings';
import { DatabaseModule } from './database/database.module';
import { DataFlow } from './data-flows/data-flow.entity';
import { DataFlowsModule } from './data-flows/data-flows.module';
import { DossiersModule } from './dossiers/dossiers.module';
import { HealthModule } from './health/health.module';
import { IdentityModule } from './identity/identity.module';
import { JobsModule } from './jobs/jobs.module';
import { Organization } from './organizations/organization.entity';
import { OrganizationsModule } from './organizations/organizations.module';
import { PracticeMeasures } from './practice-measures/practice-measures.entity';
import { PracticeMeasuresModule } from './practice-measures/practice-measures.module';
import { ProblemTypesModule } from './problem-types/problem-types.module';
import { Questionnaire } from './questionnaires/records/questionnaire.entity';
import { Report } from './reports/report.entity';
import { ReportsModule } from './reports/reports.module';
import { Soc2Report } from './soc2-reports/soc2-report.entity';
import { Soc2ReportsModule } from './soc2-reports/soc2-reports.module';
import { Service } from './vendors/service.entity';
import { Vendor } from './vendors/vendor.entity';
import { VendorsModule } from './vendors/vendors.module';

export interface AppOptions {
  settings: Settings;
  /** connection of the powerless application role */
  databaseUrl: string;
  signingKey: SigningKey;
  clock?: Clock;
}

const ENTITIES = [
  Adjustment,
  Agreement,
  Assessment,
  Checklist,
  DataFlow,
  Organization,
  PracticeMeasures,
  Questionnaire,
  Report,
  Service,
  Soc2Report,
  Vendor,
];

@Module({})
export class AppModule {
  static forRoot({ settings, databaseUrl, signingKey, clock = SYSTEM_CLOCK }: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CommonModule.forRoot(settings, clock, [{ provide: SIGNING_KEY, useValue: signingKey }]),
        CatalogsModule,
        DatabaseModule.forRoot({
          applicationUrl: databaseUrl,
          poolSize: settings.databasePoolSize,
          entities: ENTITIES,
        }),
        JobsModule.forRoot(databaseUrl),
        IdentityModule,
        AuditLogModule,
        OrganizationsModule,
        VendorsModule,
        AgreementsModule,
        Soc2ReportsModule,
        DataFlowsModule,
        ChecklistsModule,
        PracticeMeasuresModule,
        AdjustmentsModule,
        DossiersModule,
        AssessmentsModule,
        ReportsModule,
        ProblemTypesModule,
        HealthModule,
      ],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: () => new RequestValidation() },
      ],
    };
  }
}
