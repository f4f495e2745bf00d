import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a flow is carried (a connection, a file, copying by hand) and by whom, for the way that a note takes into the record. */
export class AddTransferToDataFlows1795780000000 implements MigrationInterface {
  name = 'AddTransferToDataFlows1795780000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table data_flow add transfer text, add carried_by text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table data_flow drop transfer, drop carried_by');
  }
}
