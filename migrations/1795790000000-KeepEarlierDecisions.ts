import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions on an addressable specification that were replaced or taken back stay on record (45 CFR 164.316(b)(2)(i)). */
export class KeepEarlierDecisions1795790000000 implements MigrationInterface {
  name = 'KeepEarlierDecisions1795790000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table safeguard add earlier_decisions jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table safeguard drop earlier_decisions');
  }
}
