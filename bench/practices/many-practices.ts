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
 * Stores the practice of the only owner once more, so many times.
 * @param first the number of the first: keys must not be there yet
 */
export async function storeManyPractices(
  ownerUrl: string,
  organizationId: string,
  { first, last }: { first: number; last: number },
): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const tables: string[] = [];
    for (const table of PORTFOLIO_TABLES) tables.push(await copyOf(owner, table));
    for (let number = first; number <= last; number += 1)
      await addPractice(owner, tables, { from: organizationId, to: randomUUID(), number });
    await owner.query('analyze');
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
  { from, to, number }: { from: string; to: string; number: number },
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
