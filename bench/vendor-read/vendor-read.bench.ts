// GET of a vendor by id through the real application (key, row-level security, log line, every header) beside Fastify and pg alone.
import type { BareSetup, ServingBare } from '../measuring/bare-servers';
import type { CleanUp } from '../measuring/clean-up';
import type { Figure } from '../measuring/figures';
import { refuseUnlikeAnswers } from '../measuring/same-answer';
import { copyUnprotected } from '../measuring/unprotected-copies';
import type { ApplicationReady, ApplicationSetup } from './application.process';
import { VENDOR_TABLES } from './bare-server';
import { besideBare, type Contestant } from './beside-bare';
import { startServerProcess } from './server-process';
import { storeVendors } from './stored-vendors';
import { BENCH_SCHEMA, startThrowawayDatabase } from './throwaway-database';

const CONNECTIONS = 32;
/** the application's default */
const POOL_SIZE = 10;

export async function measureVendorRead(cleanUp: CleanUp): Promise<Figure[]> {
  const { ours, bare } = await startBoth(cleanUp);
  return [
    ...(await besideBare(CONNECTIONS, ours, bare, cleanUp, '0.70')),
    ...(await besideBare(1, ours, bare, cleanUp)),
  ];
}

async function startBoth(cleanUp: CleanUp): Promise<{ ours: Contestant; bare: Contestant }> {
  const database = await startThrowawayDatabase(cleanUp);
  const application = await startServerProcess<ApplicationSetup, ApplicationReady>(
    'application.process',
    database,
    cleanUp,
  );
  const { port, session } = application.ready;
  const { organizationId, paths } = await storeVendors(port, session);
  await copyUnprotected(database.ownerUrl, organizationId, { schema: BENCH_SCHEMA, tables: VENDOR_TABLES });
  const bareServer = await startServerProcess<BareSetup, ServingBare['ready']>(
    'bare-server.process',
    { applicationUrl: database.applicationUrl, schema: BENCH_SCHEMA, poolSize: POOL_SIZE },
    cleanUp,
  );
  const headers = { authorization: `Bearer ${session}` };
  const ours = { server: application, paths, headers };
  const bare = { server: bareServer, paths, headers };
  const path = paths[0] as string;
  await refuseUnlikeAnswers({ port, path, headers }, { port: bareServer.ready.port, path });
  return { ours, bare };
}
