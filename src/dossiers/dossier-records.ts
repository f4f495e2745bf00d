// The records that a dossier holds: each as its kind is created, under the name by which the schema of a dossier tells it.
import { CreateOrganizationDto } from '../organizations/organization.dto';
import { CreateVendorDto } from '../vendors/vendor.dto';
import { CreateServiceDto } from '../vendors/service.dto';
import { CreateAgreementDto } from '../business-associate-agreements/agreement.dto';
import { CreateSoc2ReportDto } from '../soc2-reports/soc2-report.dto';
import { CreateAttestationDto } from '../attestations/attestation.dto';
import { CreateDataFlowDto } from '../data-flows/data-flow.dto';
import { CreateChecklistDto } from '../checklists/checklist.dto';
import { CreatePracticeMeasuresDto } from '../practice-measures/practice-measures.dto';
import { CreateAdjustmentDto } from '../adjustments/adjustment.dto';
import { QuestionnaireRecordFields } from '../questionnaires/records/questionnaire.fields';
import { CreateModelCardDto } from '../model-cards/model-card.dto';
import { CreateClinicalValidationDto } from '../clinical-validations/clinical-validation.dto';
import { CreateFinancialStandingDto } from '../financial-standings/financial-standing.dto';
import { CreateServiceLevelDto } from '../service-levels/service-level.dto';
import { CreateExitTermsDto } from '../exit-terms/exit-terms.dto';
import { SafeguardRecordDto } from '../safeguards/safeguard.dto';
import { CreateIncidentDto } from '../incidents/incident.dto';
import { CreatePolicyAcknowledgementDto } from '../policies/policy-acknowledgement.dto';
import { CreatePolicyVersionDto } from '../policies/policy-version.dto';
import { PolicyRecordDto } from '../policies/policy.dto';
import { CreateStaffMemberDto } from '../workforce/staff-member.dto';
import { CreateTrainingRecordDto } from '../workforce/training-record.dto';
import { CreateAssetConnectionDto } from '../assets/asset-connection.dto';
import { CreateAssetDto } from '../assets/asset.dto';
import { CreateLocationDto } from '../assets/location.dto';
import { CreateObligationCompletionDto } from '../obligations/records/obligation-completion.dto';
import { CreateObligationSettingDto } from '../obligations/records/obligation-setting.dto';
import { ConsentFormRecordDto } from '../consent-forms/records/consent-form.dto';
import { CreateFindingDto } from '../findings/finding.dto';
import { CreatePracticeDecisionDto } from '../practice-decisions/practice-decision.dto';
import { CreateRiskAcceptanceDto } from '../risk-acceptances/risk-acceptance.dto';
import { CreateBiasAuditDto } from '../oversight/bias-audits/bias-audit.dto';
import { CreateLogReviewDto } from '../oversight/log-reviews/log-review.dto';
import { CreateDisputedDecisionDto } from '../oversight/disputed-decisions/disputed-decision.dto';
import { CreatePerformanceMeasurementDto } from '../oversight/performance-measurements/performance-measurement.dto';
import { CreateVendorReviewDto } from '../oversight/vendor-reviews/vendor-review.dto';
import { CreateExitPlanDto } from '../oversight/exit-plans/exit-plan.dto';
import { CreateEvidenceDto } from '../evidence/evidence.dto';

export class DossierPractice extends CreateOrganizationDto {}

export class DossierVendor extends CreateVendorDto {}

export class DossierService extends CreateServiceDto {}

export class DossierAgreement extends CreateAgreementDto {}

export class DossierSoc2Report extends CreateSoc2ReportDto {}

export class DossierAttestation extends CreateAttestationDto {}

export class DossierDataFlow extends CreateDataFlowDto {}

export class DossierChecklist extends CreateChecklistDto {}

export class DossierPracticeMeasures extends CreatePracticeMeasuresDto {}

export class DossierAdjustment extends CreateAdjustmentDto {}

export class DossierQuestionnaire extends QuestionnaireRecordFields {}

export class DossierModelCard extends CreateModelCardDto {}

export class DossierClinicalValidation extends CreateClinicalValidationDto {}

export class DossierFinancialStanding extends CreateFinancialStandingDto {}

export class DossierServiceLevel extends CreateServiceLevelDto {}

export class DossierExitTerms extends CreateExitTermsDto {}

export class DossierSafeguard extends SafeguardRecordDto {}

export class DossierIncident extends CreateIncidentDto {}

export class DossierLocation extends CreateLocationDto {}

export class DossierAsset extends CreateAssetDto {}

export class DossierAssetConnection extends CreateAssetConnectionDto {}

export class DossierBiasAudit extends CreateBiasAuditDto {}

export class DossierLogReview extends CreateLogReviewDto {}

export class DossierDisputedDecision extends CreateDisputedDecisionDto {}

export class DossierPerformanceMeasurement extends CreatePerformanceMeasurementDto {}

export class DossierVendorReview extends CreateVendorReviewDto {}

export class DossierExitPlan extends CreateExitPlanDto {}

export class DossierEvidence extends CreateEvidenceDto {}

export class DossierObligationCompletion extends CreateObligationCompletionDto {}

export class DossierObligationSetting extends CreateObligationSettingDto {}

export class DossierConsentForm extends ConsentFormRecordDto {}

export class DossierStaffMember extends CreateStaffMemberDto {}

export class DossierPolicy extends PolicyRecordDto {}

export class DossierPolicyVersion extends CreatePolicyVersionDto {}

export class DossierPolicyAcknowledgement extends CreatePolicyAcknowledgementDto {}

export class DossierTrainingRecord extends CreateTrainingRecordDto {}

export class DossierRiskAcceptance extends CreateRiskAcceptanceDto {}

export class DossierFinding extends CreateFindingDto {}

export class DossierPracticeDecision extends CreatePracticeDecisionDto {}
