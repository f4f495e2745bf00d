// The limit: Fastify and pg alone. The very statement of the application, prepared, on copies of the tables that have no row-level
// security; no key is asked for, no transaction opened, nothing checked, nothing logged.
import fastify from 'fastify';
import { Pool } from 'pg';
import { recordById } from '../../src/records/record-kind';
import { VENDOR } from '../../src/vendors/vendor.record';
import { listening, type BareSetup, type ServingBare } from '../measuring/bare-servers';

/** what its statement reads */
export const VENDOR_TABLES = ['vendor', 'service'];

interface VendorPath {
  Params: { organizationId: string; id: string };
}

export async function startBareServer({ applicationUrl, schema, poolSize }: BareSetup): Promise<ServingBare> {
  const pool = new Pool({
    connectionString: applicationUrl,
    max: poolSize,
    options: `-c search_path=${schema}`,
  });
  const server = fastify();
  const { name, text } = recordById(VENDOR, '', '');
  server.get<VendorPath>('/v1/organizations/:organizationId/vendors/:id', async ({ params }, reply) => {
    const values = [params.organizationId, params.id];
    const { rows } = await pool.query<object>({ name, text, values });
    return rows[0] ?? reply.code(404).send();
  });
  return listening(server, pool);
}
