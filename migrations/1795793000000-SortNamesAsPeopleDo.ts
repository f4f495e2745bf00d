import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A collation for names that people read (src/database/by-name.sql.ts): numbers by their value, letters with marks among their own. A PostgreSQL that was built
 * without ICU sorts by bytes, as before.
 */
export class SortNamesAsPeopleDo1795793000000 implements MigrationInterface {
  name = 'SortNamesAsPeopleDo1795793000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$
      begin
        create collation by_name (provider = icu, locale = 'en-u-kn-true');
      exception when feature_not_supported then
        create collation by_name (provider = libc, locale = 'C');
      end
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop collation by_name');
  }
}
