// The limit: Fastify and pg alone with the application's own statement, on copies of the tables without row-level security; no key
// is asked for, nothing checked, nothing logged.
import fastify from 'fastify';
import { Pool } from 'pg';
import { vendorScorePage } from '../../src/assessments/scores/vendor-score.query';
import type { ModelInForce } from '../../src/assessments/scores/service-score.query';
import { toPage } from '../../src/common/http/paging';
import { serveBench } from '../vendor-read/server-process';

export interface BareListSetup {
  applicationUrl: string;
  schema: string;
  model: ModelInForce;
  poolSize: number;
}

interface ListRequest {
  Params: { organizationId: string };
  Querystring: { cursor?: string };
}

const LIMIT = 50;

serveBench<BareListSetup, { port: number }>(async ({ applicationUrl, schema, model, poolSize }) => {
  const pool = new Pool({
    connectionString: applicationUrl,
    max: poolSize,
    options: `-c search_path=${schema}`,
  });
  const server = fastify();
  server.get<ListRequest>('/v1/organizations/:organizationId/vendor-scores', async ({ params, query }) => {
    const after = query.cursor ? Buffer.from(query.cursor, 'base64url').toString('utf8') : null;
    const { rows } = await pool.query<{ id: string }>(
      vendorScorePage(params.organizationId, model, { after, limit: LIMIT }),
    );
    return toPage(rows, LIMIT);
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const stop = async () => {
    await server.close();
    await pool.end();
  };
  return { ready: { port: Number(new URL(url).port) }, stop };
});
