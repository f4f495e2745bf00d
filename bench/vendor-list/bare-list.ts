// The limit: Fastify and pg alone with the application's own statement, on copies of the tables without row-level security; no key
// is asked for, nothing checked, nothing logged.
import fastify from 'fastify';
import { Pool } from 'pg';
import type { ModelInForce } from '../../src/assessments/scores/service-score.query';
import { vendorScorePage } from '../../src/assessments/scores/vendor-score.query';
import { afterId, toPage } from '../../src/common/http/paging';
import { listening, type BareSetup, type ServingBare } from '../measuring/bare-servers';

/** what its statement reads */
export const LIST_TABLES = ['organization', 'vendor', 'service', 'service_score'];

export interface BareListSetup extends BareSetup {
  model: ModelInForce;
}

interface ListRequest {
  Params: { organizationId: string };
  Querystring: { cursor?: string };
}

const LIMIT = 50;

export async function startBareList(setup: BareListSetup): Promise<ServingBare> {
  const { applicationUrl, schema, model, poolSize } = setup;
  const pool = new Pool({
    connectionString: applicationUrl,
    max: poolSize,
    options: `-c search_path=${schema}`,
  });
  const server = fastify();
  server.get<ListRequest>('/v1/organizations/:organizationId/vendor-scores', async ({ params, query }) => {
    const page = { after: afterId({ ...query, limit: LIMIT }), limit: LIMIT };
    const { rows } = await pool.query<{ id: string }>(vendorScorePage(params.organizationId, model, page));
    return toPage(rows, LIMIT);
  });
  return listening(server, pool);
}
