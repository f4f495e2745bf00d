// The practices of a consultant: one stored through the API, the others with the same rows, put straight into the tables. What is measured is reading.
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { READ_SETTING, WRITE_SETTING } from '../../src/database/tenancy.sql';

/** What a list of practices reads, in an order in which the rows of a practice can be put in. */
export const PORTFOLIO_TABLES = [
  ...['organization', 'vendor', 'service', 'service_score', 'agreement', 'evidence', 'evidence_service'],
  ...['soc2_report', 'soc2_report_service', 'questionnaire', 'questionnaire_answer', 'assessment'],
];

/**
 * @param organizationId of the practice that is stored already, whose owner signed in
 * @returns ids of all practices
 */
export async function storeManyPractices(
  ownerUrl: string,
  organizationId: string,
  practices: number,
): Promise<string[]> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const ids = Array.from({ length: practices - 1 }, () => randomUUID());
    const tables = await Promise.all(PORTFOLIO_TABLES.map((table) => copyOf(owner, table)));
    for (const [number, id] of ids.entries()) await addPractice(owner, tables, organizationId, id, number + 2);
    // Who owns several practices has to give a second factor: given.
    await owner.query(`update person set has_second_factor = true`);
    await owner.query(`update session set second_factor_at = now()`);
    await owner.query('analyze');
    return [organizationId, ...ids];
  } finally {
    await owner.end();
  }
}

/** The statement that stores the rows of one practice once more for another. */
async function copyOf(owner: Client, table: string): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    `select quote_ident(column_name) as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  );
  const columns = rows.map(({ name }) => name);
  const anew: Record<string, string> = {
    organization_id: '$2::uuid',
    ...(table === 'organization' ? { key: `key || '-' || $3::int`, name: `name || ' ' || $3::int` } : {}),
  };
  const values = columns.map((column) => anew[column] ?? column);
  return `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from ${table}
    where organization_id = $1 and ($3::int is not null)`;
}

async function addPractice(
  owner: Client,
  tables: readonly string[],
  from: string,
  to: string,
  number: number,
): Promise<void> {
  await owner.query('begin');
  const settings = [READ_SETTING, `{${from},${to}}`, WRITE_SETTING, to];
  await owner.query('select set_config($1, $2, true), set_config($3, $4, true)', settings);
  for (const text of tables) await owner.query(text, [from, to, number]);
  await owner.query(
    `insert into membership (organization_id, id, person_id, role, created_at, updated_at)
     select $2, $3, person_id, role, now(), now() from membership where organization_id = $1 and role = 'owner' limit 1`,
    [from, to, randomUUID()],
  );
  await owner.query('commit');
}
