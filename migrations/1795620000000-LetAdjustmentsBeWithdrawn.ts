import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An adjustment that no longer holds stays on record, with who withdrew it, when and why. */
export class LetAdjustmentsBeWithdrawn1795620000000 implements MigrationInterface {
  name = 'LetAdjustmentsBeWithdrawn1795620000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table adjustment add withdrawal jsonb');
  }

  /** Without the column a withdrawn adjustment would count again: it goes instead. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from adjustment where withdrawal is not null');
    await runner.query('alter table adjustment drop withdrawal');
  }
}
