// What the engine gets for one service: plain, immutable facts. The engine reads no clock, database or environment.
import type { AdjustmentFields } from '../../adjustments/adjustment.fields';
import type { AgreementFields } from '../../business-associate-agreements/agreement.fields';
import type { ChecklistAnswerFields } from '../../checklists/checklist.fields';
import type { AttestationFields } from '../../attestations/attestation.fields';
import type { CalendarDate } from '../../common/calendar-date';
import type { ClinicalValidationFields } from '../../clinical-validations/clinical-validation.fields';
import type { DataFlowFields } from '../../data-flows/data-flow.fields';
import type { ExitTermsFields } from '../../exit-terms/exit-terms.fields';
import type { FinancialStandingFields } from '../../financial-standings/financial-standing.fields';
import type { IncidentOnRecord } from './incident-history';
import type { ModelCardFields } from '../../model-cards/model-card.fields';
import type { PracticeFields } from '../../organizations/practice.fields';
import type { PracticeMeasuresFields } from '../../practice-measures/practice-measures.fields';
import type { CountingAnswer } from '../../questionnaires/records/counting-answers';
import type { ServiceLevelFields } from '../../service-levels/service-level.fields';
import type { Soc2ReportFields } from '../../soc2-reports/soc2-report.fields';
import type { ServiceFields } from '../../vendors/service.fields';
import type { VendorFields } from '../../vendors/vendor.fields';

export type Keyed<T> = Readonly<T> & { readonly key: string };

export interface ServiceFacts {
  /** calendar date in the practice's time zone for which the facts are judged */
  readonly asOf: CalendarDate;
  readonly practice: Readonly<PracticeFields>;
  readonly vendor: Keyed<VendorFields>;
  readonly service: Keyed<ServiceFields>;
  /** every agreement whose `services` name this service, in force or not */
  readonly agreements: readonly Keyed<AgreementFields>[];
  /** every SOC 2 report whose `services` name this service */
  readonly soc2Reports: readonly Keyed<Soc2ReportFields>[];
  /** every other attestation whose `services` name this service */
  readonly attestations: readonly Keyed<AttestationFields>[];
  readonly dataFlows: readonly Keyed<DataFlowFields>[];
  /** empty when no checklist has been answered */
  readonly checklistAnswers: readonly Readonly<ChecklistAnswerFields>[];
  /**
   * answers of submitted questionnaires about the service that count, newest questionnaire first: of two to one question the first is the newer.
   * A disputed one is among them (review.verdict) and counts as unknown; a question without an answer is not.
   */
  readonly answers: readonly CountingAnswer[];
  /** answers about the practice itself that count: what holds for the practice holds for each of its services */
  readonly practiceAnswers: readonly CountingAnswer[];
  readonly practiceMeasures: Readonly<PracticeMeasuresFields> | null;
  readonly adjustments: readonly Keyed<AdjustmentFields>[];
  /** one card a version of a model; service.modelVersions says which versions are in use */
  readonly modelCards: readonly Keyed<ModelCardFields>[];
  readonly clinicalValidations: readonly Keyed<ClinicalValidationFields>[];
  /** the vendor's newest that is not of after `asOf` (of two of one day the one whose key sorts last); null when there is none */
  readonly financialStanding: Keyed<FinancialStandingFields> | null;
  readonly serviceLevels: readonly Keyed<ServiceLevelFields>[];
  readonly exitTerms: Keyed<ExitTermsFields> | null;
  /** incidents on record with the vendor; those that name other services alone raise nothing here */
  readonly incidents: readonly IncidentOnRecord[];
}
