// The limit: Fastify and pg alone. The same select by primary key, as a prepared statement, on a copy of the table that has no
// row-level security; no key is asked for, no transaction opened, nothing checked, nothing logged.
import fastify from 'fastify';
import { Pool } from 'pg';
import { serveBench } from './server-process';

export interface BareSetup {
  applicationUrl: string;
  table: string;
  poolSize: number;
}

export interface BareReady {
  port: number;
}

interface VendorPath {
  Params: { organizationId: string; id: string };
}

serveBench<BareSetup, BareReady>(async ({ applicationUrl, table, poolSize }) => {
  const pool = new Pool({ connectionString: applicationUrl, max: poolSize });
  const server = fastify();
  server.get<VendorPath>('/v1/organizations/:organizationId/vendors/:id', async (request, reply) => {
    const { rows } = await pool.query<object>({
      name: 'vendor-by-id',
      text: `select r.id, r.key, r.version, r.created_at as "createdAt", r.updated_at as "updatedAt", r.name, r.website
        from ${table} r where r.organization_id = $1 and r.id = $2`,
      values: [request.params.organizationId, request.params.id],
    });
    return rows[0] ?? reply.code(404).send();
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const stop = async () => {
    await server.close();
    await pool.end();
  };
  return { ready: { port: Number(new URL(url).port) }, stop };
});
