import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether client data goes to a business associate without an agreement in force, as the result of a score says (src/incidents/disclosure-to-judge.ts has the rule in
 * words), in a column that PostgreSQL keeps itself: lists over many practices must not unpack a whole result of each tool.
 */
export class KeepDisclosureBesideScore1795794000000 implements MigrationInterface {
  name = 'KeepDisclosureBesideScore1795794000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table service_score add column is_disclosure boolean generated always as (
        jsonb_path_exists(result, '$.gates[*] ? (@.id == "no-agreement-in-force" && @.kind == "law" && @.state == "fired")')
        and not jsonb_path_exists(result, '$.contradictions[*] ? (@.id == "agreement-without-baa-signed")')
      ) stored`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table service_score drop column is_disclosure');
  }
}
