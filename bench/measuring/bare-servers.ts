// What the bare servers have in common: where they read, and how they begin and end.
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';

export interface BareSetup {
  applicationUrl: string;
  /** of the copies without row-level security */
  schema: string;
  poolSize: number;
}

export interface ServingBare {
  ready: { port: number };
  stop(): Promise<void>;
}

export async function listening(server: FastifyInstance, pool: Pool): Promise<ServingBare> {
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const stop = async () => {
    await server.close();
    await pool.end();
  };
  return { ready: { port: Number(new URL(url).port) }, stop };
}
