import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every fact of a SOC 2 report that a reviewer looks at, and the documents that are taken for one. */
export class WidenSoc2Reports1795402000000 implements MigrationInterface {
  name = 'WidenSoc2Reports1795402000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table soc2_report
        drop constraint soc2_report_kind_check,
        drop constraint soc2_report_opinion_check,
        drop constraint soc2_report_categories_check,
        add constraint soc2_report_kind_check check (kind in ('soc2_type_1', 'soc2_type_2', 'soc2_plus', 'soc1', 'soc3', 'bridge_letter', 'letter_of_engagement', 'readiness', 'other')),
        add constraint soc2_report_opinion_check check (opinion in ('unqualified', 'qualified', 'adverse', 'disclaimer', 'not_found')),
        add reported_party text check (reported_party in ('vendor', 'subservice_organization')),
        add reported_entity text,
        add entity_explanation text,
        add system_name text,
        add system_scope text,
        add exclusions text[],
        add ai_feature_in_scope text check (ai_feature_in_scope in ('yes', 'no', 'unknown')),
        add management_assertion text check (management_assertion in ('yes', 'no', 'unknown')),
        add description_criteria text,
        add control_tests jsonb,
        add significant_changes text,
        add incidents jsonb,
        add other_information text,
        add restricted_use text check (restricted_use in ('yes', 'no', 'unknown')),
        add hipaa_mapping text check (hipaa_mapping in ('none', 'mapping_table', 'covered_by_opinion', 'unknown')),
        add principal_commitments text,
        add locations text[],
        add copy_received text check (copy_received in ('full', 'redacted', 'summary', 'badge', 'unknown')),
        add called_certification text check (called_certification in ('yes', 'no', 'unknown')),
        add is_draft boolean,
        add opinion_basis text,
        add licensed_cpa_firm text check (licensed_cpa_firm in ('yes', 'no', 'unknown')),
        add auditor_independent text check (auditor_independent in ('yes', 'no', 'unknown')),
        add issued_on date,
        add next_report_expected_on date,
        add type2_planned_on date,
        add bridge_letters jsonb,
        add controls_not_tested jsonb,
        add user_entity_controls jsonb,
        add subservice_organizations jsonb,
        add subservice_controls jsonb,
        add review jsonb;
    `);
  }

  /** Refuses to go back over documents that the narrower table cannot hold. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table soc2_report
        drop reported_party,
        drop reported_entity,
        drop entity_explanation,
        drop system_name,
        drop system_scope,
        drop exclusions,
        drop ai_feature_in_scope,
        drop management_assertion,
        drop description_criteria,
        drop control_tests,
        drop significant_changes,
        drop incidents,
        drop other_information,
        drop restricted_use,
        drop hipaa_mapping,
        drop principal_commitments,
        drop locations,
        drop copy_received,
        drop called_certification,
        drop is_draft,
        drop opinion_basis,
        drop licensed_cpa_firm,
        drop auditor_independent,
        drop issued_on,
        drop next_report_expected_on,
        drop type2_planned_on,
        drop bridge_letters,
        drop controls_not_tested,
        drop user_entity_controls,
        drop subservice_organizations,
        drop subservice_controls,
        drop review,
        drop constraint soc2_report_kind_check,
        drop constraint soc2_report_opinion_check,
        add constraint soc2_report_kind_check check (kind in ('soc2_type_1', 'soc2_type_2')),
        add constraint soc2_report_opinion_check check (opinion in ('unqualified', 'qualified', 'adverse', 'disclaimer')),
        add constraint soc2_report_categories_check check (cardinality(categories) > 0);
    `);
  }
}
