import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports as a workbook of the registers, beside PDF and HTML. */
export class AddWorkbookToReportFormats1795407000000 implements MigrationInterface {
  name = 'AddWorkbookToReportFormats1795407000000';

  async up(runner: QueryRunner): Promise<void> {
    await this.allow(runner, "'pdf', 'html', 'xlsx'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("delete from report where format = 'xlsx'");
    await this.allow(runner, "'pdf', 'html'");
  }

  private async allow(runner: QueryRunner, formats: string): Promise<void> {
    await runner.query(`
      alter table report
        drop constraint report_format_check,
        add constraint report_format_check check (format in (${formats}))
    `);
  }
}
