import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports of two kinds: on the whole assessment, or on one service of it for the vendor's file. */
export class AddKindToReports1795406000000 implements MigrationInterface {
  name = 'AddKindToReports1795406000000';

  async up(runner: QueryRunner): Promise<void> {
    // The key is that of a result inside the assessment, which is frozen: the service itself may have gone since.
    await runner.query(`
      alter table report
        add kind text not null default 'security-risk-assessment' check (kind in ('security-risk-assessment', 'vendor')),
        add service_key text,
        add constraint report_service_of_kind check ((kind = 'vendor') = (service_key is not null))
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("delete from report where kind = 'vendor'");
    await runner.query(
      'alter table report drop constraint report_service_of_kind, drop column service_key, drop column kind',
    );
  }
}
