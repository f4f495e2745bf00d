import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists show of a result stands in columns: a list of fifty must not unpack fifty whole results. */
export class KeepReasonBesideScore1795408000000 implements MigrationInterface {
  name = 'KeepReasonBesideScore1795408000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table service_score add column why text, add column plan text`);
    // Rows of every organization: the migration is the one place that may.
    await runner.query(`
      alter table service_score no force row level security;
      update service_score set why = result -> 'decision' ->> 'short', plan = result -> 'service' ->> 'plan';
      alter table service_score force row level security;
      alter table service_score alter column why set not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table service_score drop column why, drop column plan');
  }
}
