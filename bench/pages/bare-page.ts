// The limit of a page: Fastify and pg alone with the page's own statements, all at once, on copies of the tables without row-level security. Their rows
// go out as JSON: no page is made of them, nobody asked for, nothing logged.
import fastify from 'fastify';
import { Pool, type QueryConfig } from 'pg';
import { listening, type BareSetup, type ServingBare } from '../measuring/bare-servers';

export interface BarePageSetup extends BareSetup {
  statements: QueryConfig[];
}

export async function startBarePage({
  applicationUrl,
  schema,
  poolSize,
  statements,
}: BarePageSetup): Promise<ServingBare> {
  const pool = new Pool({
    connectionString: applicationUrl,
    max: poolSize,
    options: `-c search_path=${schema}`,
  });
  const server = fastify();
  server.get('/*', async () => {
    const answers = await Promise.all(statements.map((statement) => pool.query(statement)));
    return answers.map(({ rows }) => rows as object[]);
  });
  return listening(server, pool);
}
