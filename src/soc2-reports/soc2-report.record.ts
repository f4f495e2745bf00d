import { linkedServices, type RecordKind } from '../records/record-kind';
import { Soc2Report } from './soc2-report.entity';

export const SOC2_REPORT: RecordKind = {
  name: 'soc2_report',
  plural: 'soc2-reports',
  entity: Soc2Report,
  dossierList: 'soc2Reports',
  table: 'soc2_report',
  columns: `r.vendor_key as vendor, r.kind, r.opinion, r.auditor, ${linkedServices('soc2_report_service', 'soc2_report_key')},
    r.period_start as "periodStart", r.period_end as "periodEnd", r.bridge_letter_until as "bridgeLetterUntil", r.categories,
    r.qualified_criteria as "qualifiedCriteria", r.exceptions,
    r.reported_party as "reportedParty", r.reported_entity as "reportedEntity", r.entity_explanation as "entityExplanation",
    r.system_name as "systemName", r.system_scope as "systemScope", r.exclusions, r.ai_feature_in_scope as "aiFeatureInScope",
    r.management_assertion as "managementAssertion", r.description_criteria as "descriptionCriteria", r.control_tests as
    "controlTests", r.significant_changes as "significantChanges", r.incidents, r.other_information as "otherInformation",
    r.restricted_use as "restrictedUse", r.hipaa_mapping as "hipaaMapping", r.principal_commitments as "principalCommitments",
    r.locations, r.copy_received as "copyReceived", r.called_certification as "calledCertification", r.is_draft as "isDraft",
    r.opinion_basis as "opinionBasis", r.licensed_cpa_firm as "licensedCpaFirm", r.auditor_independent as "auditorIndependent",
    r.issued_on as "issuedOn", r.next_report_expected_on as "nextReportExpectedOn", r.type2_planned_on as "type2PlannedOn",
    r.bridge_letters as "bridgeLetters", r.controls_not_tested as "controlsNotTested", r.user_entity_controls as
    "userEntityControls", r.subservice_organizations as "subserviceOrganizations", r.subservice_controls as "subserviceControls",
    r.review`,
  serviceLinks: { table: 'soc2_report_service', ownerColumn: 'soc2_report_key' },
};
