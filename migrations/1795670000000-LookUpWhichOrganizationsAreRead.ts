import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the list of many practices reads. */
const TABLES = [
  ...['organization', 'service', 'service_score', 'questionnaire', 'questionnaire_answer'],
  ...['soc2_report', 'soc2_report_service', 'agreement', 'evidence', 'assessment'],
];

const SETTING = `nullif(current_setting('duecare.read_organizations', true), '')::uuid[]`;

/**
 * Which rows may be read stays as it was. But the organization of a row is looked up in a hash: in an array of 200 it was compared with a hundred ids
 * before it was found, for each of 50,000 answers (docs/decisions/0027).
 */
export class LookUpWhichOrganizationsAreRead1795670000000 implements MigrationInterface {
  name = 'LookUpWhichOrganizationsAreRead1795670000000';

  async up(runner: QueryRunner): Promise<void> {
    await readBy(runner, `organization_id in (select unnest(${SETTING}))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await readBy(runner, `organization_id = any ((select ${SETTING})::uuid[])`);
  }
}

async function readBy(runner: QueryRunner, readable: string): Promise<void> {
  for (const table of TABLES)
    await runner.query(`alter policy ${table}_read on ${table} using (${readable})`);
}
