import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { AccountModule } from './account/account.module';
import { Adjustment } from './adjustments/adjustment.entity';
import { AdjustmentsModule } from './adjustments/adjustments.module';
import { Assessment } from './assessments/assessment.entity';
import { AssessmentComment } from './assessments/comments/comment.entity';
import { AssessmentPagesModule } from './assessment-pages/assessment-pages.module';
import { AssessmentsModule } from './assessments/assessments.module';
import { SIGNING_KEY, type SigningKey } from './common/signing/signing-key';
import { Attestation } from './attestations/attestation.entity';
import { AttestationsModule } from './attestations/attestations.module';
import { AnswerReviewModule } from './answer-review/answer-review.module';
import { ApiKeysModule } from './api-keys/api-keys.module';
import { AuditLogModule } from './audit-log/audit-log.module';
import { AuditLogPagesModule } from './audit-log-pages/audit-log-pages.module';
import { BackupsModule } from './backups/backups.module';
import type { BackedUp } from './backups/daily/daily-backups';
import { Agreement } from './business-associate-agreements/agreement.entity';
import { AgreementClausesModule } from './agreement-clauses/agreement-clauses.module';
import { AgreementGapsModule } from './agreement-gaps/agreement-gaps.module';
import { AgreementsModule } from './business-associate-agreements/agreements.module';
import { CatalogsModule } from './catalogs/catalogs.module';
import { Checklist } from './checklists/checklist.entity';
import { ChecklistsModule } from './checklists/checklists.module';
import { ClinicalValidation } from './clinical-validations/clinical-validation.entity';
import { ClinicalValidationsModule } from './clinical-validations/clinical-validations.module';
import { SYSTEM_CLOCK, type Clock } from './common/clock';
import { ClearanceModule } from './clearance/clearance.module';
import { CommonModule } from './common/common.module';
import { RequestValidation } from './common/http/request-validation';
import { SECRET_BOX, type SecretBox } from './common/secret-box';
import { ProblemFilter } from './common/problems/problem.filter';
import type { Settings } from './config/settings';
import { DashboardModule } from './dashboard/dashboard.module';
import { DatabaseModule } from './database/database.module';
import { DataFlow } from './data-flows/data-flow.entity';
import { DataFlowsModule } from './data-flows/data-flows.module';
import { DossiersModule } from './dossiers/dossiers.module';
import { ExitTerms } from './exit-terms/exit-terms.entity';
import { ExitTermsModule } from './exit-terms/exit-terms.module';
import { FinancialStanding } from './financial-standings/financial-standing.entity';
import { FinancialStandingsModule } from './financial-standings/financial-standings.module';
import { ExamplePracticeModule } from './example-practice/example-practice.module';
import { FirstAssessmentModule } from './first-assessment/first-assessment.module';
import { Evidence } from './evidence/evidence.entity';
import { EvidenceModule } from './evidence/evidence.module';
import { FILE_VAULT, type FileVault } from './files/file-vault';
import { FilesModule } from './files/files.module';
import { StoredFile } from './files/stored-file.entity';
import { HealthModule } from './health/health.module';
import { HelpModule } from './help/help.module';
import { IdempotencyModule } from './idempotency/idempotency.module';
import { IdentityModule } from './identity/identity.module';
import { ConsentFormsModule } from './consent-forms/consent-forms.module';
import { ConsentForm } from './consent-forms/records/consent-form.entity';
import { PracticeRisksModule } from './practice-risks/practice-risks.module';
import { AssetPagesModule } from './asset-pages/asset-pages.module';
import { AssetConnection } from './assets/asset-connection.entity';
import { Asset } from './assets/asset.entity';
import { AssetsModule } from './assets/assets.module';
import { Location } from './assets/location.entity';
import { IncidentRegisterModule } from './incident-register/incident-register.module';
import { Incident } from './incidents/incident.entity';
import { IncidentsModule } from './incidents/incidents.module';
import { PolicyAcknowledgement } from './policies/policy-acknowledgement.entity';
import { PolicyVersion } from './policies/policy-version.entity';
import { Policy } from './policies/policy.entity';
import { StaffMember } from './workforce/staff-member.entity';
import { TrainingRecord } from './workforce/training-record.entity';
import { WorkforceModule } from './workforce/workforce.module';
import { PolicyRegisterModule } from './policy-register/policy-register.module';
import { OversightPagesModule } from './oversight-pages/oversight-pages.module';
import { OVERSIGHT_ENTITIES, OversightModule } from './oversight/oversight.module';
import { InvitationsModule } from './invitations/invitations.module';
import { JobsModule } from './jobs/jobs.module';
import { BindersModule } from './binders/binders.module';
import { LeavingModule } from './leaving/leaving.module';
import { MAILER, type Mailer } from './mail/mailer';
import { LetterheadsModule } from './letterheads/letterheads.module';
import { MembershipsModule } from './memberships/memberships.module';
import { Membership } from './memberships/membership.entity';
import { ModelCard } from './model-cards/model-card.entity';
import { ModelCardsModule } from './model-cards/model-cards.module';
import { Organization } from './organizations/organization.entity';
import { OrganizationsModule } from './organizations/organizations.module';
import { PasskeysModule } from './passkeys/passkeys.module';
import { PasswordResetsModule } from './password-resets/password-resets.module';
import { PracticeMeasures } from './practice-measures/practice-measures.entity';
import { PracticeMeasuresModule } from './practice-measures/practice-measures.module';
import { PortfolioModule } from './portfolio/portfolio.module';
import { ProblemTypesModule } from './problem-types/problem-types.module';
import { Finding } from './findings/finding.entity';
import { FindingsModule } from './findings/findings.module';
import { PracticeDecision } from './practice-decisions/practice-decision.entity';
import { RiskManagementModule } from './risk-management/risk-management.module';
import { RiskAcceptance } from './risk-acceptances/risk-acceptance.entity';
import { ObligationCompletion } from './obligations/records/obligation-completion.entity';
import { ObligationSetting } from './obligations/records/obligation-setting.entity';
import { ObligationsModule } from './obligations/obligations.module';
import { Questionnaire } from './questionnaires/records/questionnaire.entity';
import { QuestionnairesModule } from './questionnaires/questionnaires.module';
import { RateLimitsModule } from './rate-limits/rate-limits.module';
import { RedactionsModule } from './redactions/redactions.module';
import { Report } from './reports/report.entity';
import { ReportsModule } from './reports/reports.module';
import { Safeguard } from './safeguards/safeguard.entity';
import { SafeguardsModule } from './safeguards/safeguards.module';
import { RegisterHubModule } from './register-hub/register-hub.module';
import { SafeguardPagesModule } from './safeguard-pages/safeguard-pages.module';
import { SecondFactorsModule } from './second-factors/second-factors.module';
import { ServiceLevel } from './service-levels/service-level.entity';
import { ServiceLevelsModule } from './service-levels/service-levels.module';
import { Soc2Report } from './soc2-reports/soc2-report.entity';
import { Soc2ReportsModule } from './soc2-reports/soc2-reports.module';
import { ServiceChecklistModule } from './service-checklist/service-checklist.module';
import { ServiceOverviewModule } from './service-overview/service-overview.module';
import { SetupModule } from './setup/setup.module';
import { SingleSignOnModule } from './single-sign-on/single-sign-on.module';
import { SignInModule } from './sign-in/sign-in.module';
import { TasksModule } from './tasks/tasks.module';
import { Service } from './vendors/service.entity';
import { Vendor } from './vendors/vendor.entity';
import { VendorLinksModule } from './vendor-links/vendor-links.module';
import { VendorsModule } from './vendors/vendors.module';
import { NoSuchPage } from './web/no-such-page.filter';
import { WebModule } from './web/web.module';

export interface AppOptions {
  settings: Settings;
  /** connection of the powerless application role */
  databaseUrl: string;
  signingKey: SigningKey;
  /** where the bytes of uploaded files lie */
  vault: FileVault;
  /** encrypts small secrets of accounts */
  secrets: SecretBox;
  mailer: Mailer;
  /** what the daily backup backs up; none where there is no installation around the application */
  backedUp?: BackedUp;
  clock?: Clock;
}

const ENTITIES = [
  ...OVERSIGHT_ENTITIES,
  Adjustment,
  Agreement,
  Assessment,
  AssessmentComment,
  Attestation,
  Checklist,
  ClinicalValidation,
  DataFlow,
  Evidence,
  ExitTerms,
  Safeguard,
  FinancialStanding,
  Incident,
  ConsentForm,
  Location,
  Asset,
  AssetConnection,
  Membership,
  ModelCard,
  Organization,
  PracticeMeasures,
  ObligationCompletion,
  ObligationSetting,
  Policy,
  PolicyAcknowledgement,
  PolicyVersion,
  StaffMember,
  TrainingRecord,
  Finding,
  RiskAcceptance,
  PracticeDecision,
  Questionnaire,
  Report,
  Service,
  ServiceLevel,
  Soc2Report,
  StoredFile,
  Vendor,
];

@Module({})
export class AppModule {
  static forRoot({
    settings,
    databaseUrl,
    signingKey,
    vault,
    secrets,
    mailer,
    backedUp,
    clock = SYSTEM_CLOCK,
  }: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CommonModule.forRoot(settings, clock, [
          { provide: SIGNING_KEY, useValue: signingKey },
          { provide: FILE_VAULT, useValue: vault },
          { provide: SECRET_BOX, useValue: secrets },
          { provide: MAILER, useValue: mailer },
        ]),
        CatalogsModule,
        DatabaseModule.forRoot({
          applicationUrl: databaseUrl,
          poolSize: settings.databasePoolSize,
          entities: ENTITIES,
        }),
        JobsModule.forRoot(databaseUrl),
        RateLimitsModule,
        WebModule,
        IdentityModule,
        IdempotencyModule,
        SignInModule,
        SetupModule,
        AccountModule,
        SecondFactorsModule,
        PasskeysModule,
        SingleSignOnModule,
        MembershipsModule,
        InvitationsModule,
        PasswordResetsModule,
        ApiKeysModule,
        AuditLogModule,
        AuditLogPagesModule,
        RegisterHubModule,
        SafeguardPagesModule,
        OrganizationsModule,
        LetterheadsModule,
        VendorsModule,
        AgreementsModule,
        AgreementClausesModule,
        AgreementGapsModule,
        Soc2ReportsModule,
        AttestationsModule,
        DataFlowsModule,
        ChecklistsModule,
        PracticeMeasuresModule,
        AdjustmentsModule,
        FilesModule,
        BackupsModule.forRoot(backedUp ?? null),
        EvidenceModule,
        ModelCardsModule,
        ClinicalValidationsModule,
        FinancialStandingsModule,
        ServiceLevelsModule,
        ExitTermsModule,
        SafeguardsModule,
        IncidentsModule,
        WorkforceModule,
        AssetsModule,
        AssetPagesModule,
        PracticeRisksModule,
        OversightModule,
        DossiersModule,
        ObligationsModule,
        FindingsModule,
        QuestionnairesModule,
        VendorLinksModule,
        AnswerReviewModule,
        AssessmentsModule,
        TasksModule,
        RedactionsModule,
        ReportsModule,
        ClearanceModule,
        LeavingModule,
        BindersModule,
        DashboardModule,
        IncidentRegisterModule,
        ConsentFormsModule,
        PolicyRegisterModule,
        RiskManagementModule,
        OversightPagesModule,
        FirstAssessmentModule,
        ExamplePracticeModule,
        ServiceOverviewModule,
        AssessmentPagesModule,
        ServiceChecklistModule,
        PortfolioModule,
        ProblemTypesModule,
        HealthModule,
        HelpModule,
      ],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_FILTER, useClass: NoSuchPage },
        { provide: APP_PIPE, useFactory: () => new RequestValidation() },
      ],
    };
  }
}
