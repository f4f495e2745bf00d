import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An adjustment without a service is one of a threat of the practice's own register. */
export class LetAdjustmentsBeOfThePractice1795409000000 implements MigrationInterface {
  name = 'LetAdjustmentsBeOfThePractice1795409000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table adjustment alter service_key drop not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from adjustment where service_key is null');
    await runner.query('alter table adjustment alter service_key set not null');
  }
}
