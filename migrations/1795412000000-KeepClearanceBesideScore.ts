import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What clearance asks of a result stands in columns that PostgreSQL keeps itself: a decision at the moment of use must not unpack a whole
 * result, and the columns cannot say anything else than it does.
 */
export class KeepClearanceBesideScore1795412000000 implements MigrationInterface {
  name = 'KeepClearanceBesideScore1795412000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table service_score
        add column conditions jsonb generated always as (result #> '{decision,conditions}') stored,
        add column standing_gates jsonb generated always as
          (jsonb_path_query_array(result, '$.gates[*] ? (@.state == "fired" || @.state == "open")')) stored;
      create index assessment_sealed on assessment (organization_id, as_of desc, id desc) where status = 'sealed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index assessment_sealed');
    await runner.query('alter table service_score drop column standing_gates, drop column conditions');
  }
}
