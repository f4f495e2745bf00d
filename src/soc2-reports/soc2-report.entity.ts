import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../common/calendar-date';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { YesNoUnknown } from '../common/words';
import type { BridgeLetterFields } from './bridge-letter.fields';
import type { DisclosedIncidentFields } from './report-description.fields';
import type { ReportReviewFields } from './report-review.fields';
import type {
  CopyReceived,
  HipaaMapping,
  ReportedParty,
  Soc2Kind,
  Soc2Opinion,
  TrustServicesCategory,
} from './soc2-words';
import type { SubserviceControlFields, SubserviceOrganizationFields } from './subservice-organization.fields';
import type {
  ControlTestsFields,
  Soc2ExceptionFields,
  UntestedControlFields,
} from './tests-of-controls.fields';
import type { UserEntityControlFields } from './user-entity-control.fields';

@Entity('soc2_report')
export class Soc2Report extends KeyedRecord {
  @Column('text', { name: 'vendor_key' })
  vendor: string;

  @Column('text')
  kind: Soc2Kind;

  @Column('text')
  opinion: Soc2Opinion;

  @Column('text')
  auditor: string;

  @Column('date', { name: 'period_start', nullable: true })
  periodStart: CalendarDate | null;

  @Column('date', { name: 'period_end' })
  periodEnd: CalendarDate;

  @Column('date', { name: 'bridge_letter_until', nullable: true })
  bridgeLetterUntil: CalendarDate | null;

  @Column('text', { array: true })
  categories: TrustServicesCategory[];

  @Column('text', { name: 'qualified_criteria', array: true, nullable: true })
  qualifiedCriteria: string[] | null;

  @Column('jsonb', { nullable: true })
  exceptions: Soc2ExceptionFields[] | null;

  @Column('text', { name: 'reported_party', nullable: true })
  reportedParty: ReportedParty | null;

  @Column('text', { name: 'reported_entity', nullable: true })
  reportedEntity: string | null;

  @Column('text', { name: 'entity_explanation', nullable: true })
  entityExplanation: string | null;

  @Column('text', { name: 'system_name', nullable: true })
  systemName: string | null;

  @Column('text', { name: 'system_scope', nullable: true })
  systemScope: string | null;

  @Column('text', { array: true, nullable: true })
  exclusions: string[] | null;

  @Column('text', { name: 'ai_feature_in_scope', nullable: true })
  aiFeatureInScope: YesNoUnknown | null;

  @Column('text', { name: 'management_assertion', nullable: true })
  managementAssertion: YesNoUnknown | null;

  @Column('text', { name: 'description_criteria', nullable: true })
  descriptionCriteria: string | null;

  @Column('jsonb', { name: 'control_tests', nullable: true })
  controlTests: ControlTestsFields | null;

  @Column('text', { name: 'significant_changes', nullable: true })
  significantChanges: string | null;

  @Column('jsonb', { nullable: true })
  incidents: DisclosedIncidentFields[] | null;

  @Column('text', { name: 'other_information', nullable: true })
  otherInformation: string | null;

  @Column('text', { name: 'restricted_use', nullable: true })
  restrictedUse: YesNoUnknown | null;

  @Column('text', { name: 'hipaa_mapping', nullable: true })
  hipaaMapping: HipaaMapping | null;

  @Column('text', { name: 'principal_commitments', nullable: true })
  principalCommitments: string | null;

  @Column('text', { array: true, nullable: true })
  locations: string[] | null;

  @Column('text', { name: 'copy_received', nullable: true })
  copyReceived: CopyReceived | null;

  @Column('text', { name: 'called_certification', nullable: true })
  calledCertification: YesNoUnknown | null;

  @Column('boolean', { name: 'is_draft', nullable: true })
  isDraft: boolean | null;

  @Column('text', { name: 'opinion_basis', nullable: true })
  opinionBasis: string | null;

  @Column('text', { name: 'licensed_cpa_firm', nullable: true })
  licensedCpaFirm: YesNoUnknown | null;

  @Column('text', { name: 'auditor_independent', nullable: true })
  auditorIndependent: YesNoUnknown | null;

  @Column('date', { name: 'issued_on', nullable: true })
  issuedOn: CalendarDate | null;

  @Column('date', { name: 'next_report_expected_on', nullable: true })
  nextReportExpectedOn: CalendarDate | null;

  @Column('date', { name: 'type2_planned_on', nullable: true })
  type2PlannedOn: CalendarDate | null;

  @Column('jsonb', { name: 'bridge_letters', nullable: true })
  bridgeLetters: BridgeLetterFields[] | null;

  @Column('jsonb', { name: 'controls_not_tested', nullable: true })
  controlsNotTested: UntestedControlFields[] | null;

  @Column('jsonb', { name: 'user_entity_controls', nullable: true })
  userEntityControls: UserEntityControlFields[] | null;

  @Column('jsonb', { name: 'subservice_organizations', nullable: true })
  subserviceOrganizations: SubserviceOrganizationFields[] | null;

  @Column('jsonb', { name: 'subservice_controls', nullable: true })
  subserviceControls: SubserviceControlFields[] | null;

  @Column('jsonb', { nullable: true })
  review: ReportReviewFields | null;
}
