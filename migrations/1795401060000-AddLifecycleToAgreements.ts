import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = {
  coverage_limits: 'jsonb',
  includes_qsoa_terms: 'boolean',
  requested_on: 'date',
  sent_on: 'date',
  negotiating_since: 'date',
  auto_renews: 'boolean',
  renewal_term_months: 'integer check (renewal_term_months > 0)',
  notice_days_to_leave: 'integer check (notice_days_to_leave >= 0)',
  superseded_by: 'text',
  superseded_on: 'date',
  vendor_entity: 'text',
  practice_entity: 'text',
  signatures: 'jsonb',
  evidence_keys: 'text[]',
  incorporated_documents: 'jsonb',
  notice_periods: 'jsonb',
  amendments: 'jsonb',
} as const;

/** An agreement from the request to its end: stages, renewal, amendments, parties, limits of coverage and the periods that it names. */
export class AddLifecycleToAgreements1795401060000 implements MigrationInterface {
  name = 'AddLifecycleToAgreements1795401060000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [column, type] of Object.entries(COLUMNS))
      await runner.query(`alter table agreement add column ${column} ${type}`);
    await runner.query(`
      alter table agreement
        add constraint agreement_superseded_by foreign key (organization_id, superseded_by)
          references agreement (organization_id, key) deferrable initially deferred,
        add constraint agreement_succession_whole check ((superseded_by is null) = (superseded_on is null))
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table agreement drop constraint agreement_superseded_by');
    for (const column of Object.keys(COLUMNS))
      await runner.query(`alter table agreement drop column ${column}`);
  }
}
