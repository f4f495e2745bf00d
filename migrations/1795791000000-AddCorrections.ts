import type { MigrationInterface, QueryRunner } from 'typeorm';

const ONCE = `create unique index obligation_completion_once on obligation_completion
  (organization_id, obligation, coalesce(subject ->> 'kind', ''), coalesce(subject ->> 'key', ''), period)`;

/** What was attested stays as it was said, with its corrections after it. Who corrected that a time counts may complete it anew. */
export class AddCorrections1795791000000 implements MigrationInterface {
  name = 'AddCorrections1795791000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table obligation_completion add corrections jsonb');
    await runner.query('alter table training_record add corrections jsonb');
    await runner.query('drop index obligation_completion_once');
    await runner.query(
      `${ONCE} where not (coalesce(corrections, '[]') @> '[{"stillCounts": false}]'::jsonb)`,
    );
  }

  /** Fails, and changes nothing, where a time was completed anew after a correction. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index obligation_completion_once');
    await runner.query(ONCE);
    await runner.query('alter table obligation_completion drop corrections');
    await runner.query('alter table training_record drop corrections');
  }
}
