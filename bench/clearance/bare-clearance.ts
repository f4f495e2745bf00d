// The limits: Fastify and pg alone with the application's own statement and the same rule. Once on copies of the tables without row-level
// security, once on the application's tables with it. No key is asked for, nothing checked, nothing noted, nothing logged.
import fastify from 'fastify';
import { Pool, types, type QueryConfig } from 'pg';
import { loadCatalogs } from '../../src/catalogs/load-catalogs';
import { questionOf } from '../../src/clearance/asked-questions';
import { clearanceOf } from '../../src/clearance/clearance';
import { clearanceFacts, factsOf, type ClearanceRow } from '../../src/clearance/clearance.query';
import type { EvaluationRequest } from '../../src/clearance/evaluation.dto';
import { readAsTenant } from '../../src/database/tenant-read';
import { listening, type BareSetup, type ServingBare } from '../measuring/bare-servers';

export { CLEARANCE_TABLES } from '../../src/clearance/clearance.query';

/** As the application reads them: calendar dates, not midnights. */
types.setTypeParser(types.builtins.DATE, (value) => value);

export interface BareClearanceSetup extends BareSetup {
  /** read the application's own tables in the name of the organization */
  isProtected: boolean;
}

interface Evaluation {
  Params: { organizationId: string };
  Body: EvaluationRequest;
}

export async function startBareClearance(setup: BareClearanceSetup): Promise<ServingBare> {
  const { applicationUrl, schema, poolSize, isProtected } = setup;
  const options = isProtected ? undefined : `-c search_path=${schema}`;
  const pool = new Pool({ connectionString: applicationUrl, max: poolSize, options });
  const { scoringModel, clearanceObligations } = loadCatalogs();
  const model = { scoring: scoringModel, obligations: clearanceObligations };
  const read = isProtected ? protectedRead : plainRead;
  const server = fastify();
  server.post<Evaluation>(
    '/v1/organizations/:organizationId/access/v1/evaluation',
    async ({ params, body }) => {
      const rows = await read(pool, params.organizationId, body.resource.id);
      return clearanceOf(questionOf(body), factsOf(rows, body.resource.id), model);
    },
  );
  return listening(server, pool);
}

async function plainRead(pool: Pool, organizationId: string, service: string): Promise<ClearanceRow[]> {
  const statement = clearanceFacts(organizationId, [service], new Date());
  return (await pool.query<ClearanceRow>(statement as QueryConfig)).rows;
}

async function protectedRead(pool: Pool, organizationId: string, service: string): Promise<ClearanceRow[]> {
  const client = await pool.connect();
  const rows = await readAsTenant<ClearanceRow>(
    client,
    organizationId,
    clearanceFacts(organizationId, [service], new Date()),
  );
  client.release();
  return rows;
}
