import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when data flows, so that days without an agreement can be counted from the first of them. */
export class AddStartToDataFlows1795401000000 implements MigrationInterface {
  name = 'AddStartToDataFlows1795401000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table data_flow add column since date');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table data_flow drop column since');
  }
}
