import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the list of many practices reads. */
const TABLES = [
  ...['organization', 'service', 'service_score', 'questionnaire', 'questionnaire_answer'],
  ...['soc2_report', 'soc2_report_service', 'agreement', 'evidence', 'assessment'],
];

const SETTING = `nullif(current_setting('duecare.read_organizations', true), '')::uuid[]`;

/**
 * Which rows may be read stays as it was. But a statement asks the setting once and not for each row: with 200 organizations in it, reading the setting
 * took twenty times as long as reading the row (docs/decisions/0027). Other tables are read for one organization at a time, which costs nothing to speak of.
 */
export class AskOnceWhichOrganizationsAreRead1795610060000 implements MigrationInterface {
  name = 'AskOnceWhichOrganizationsAreRead1795610060000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(readBy(table, `(select ${SETTING})::uuid[]`));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(readBy(table, SETTING));
  }
}

function readBy(table: string, ids: string): string {
  return `alter policy ${table}_read on ${table} using (organization_id = any (${ids}))`;
}
