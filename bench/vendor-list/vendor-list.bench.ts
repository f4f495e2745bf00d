// A page of 50 vendors with their scores out of 100,000, through the real application beside Fastify and pg alone with the same statement.
import { loadCatalogs } from '../../src/catalogs/load-catalogs';
import type { ServingBare } from '../measuring/bare-servers';
import type { CleanUp } from '../measuring/clean-up';
import type { Figure } from '../measuring/figures';
import { refuseUnlikeAnswers } from '../measuring/same-answer';
import { copyUnprotected } from '../measuring/unprotected-copies';
import { besideBare, type Contestant } from '../vendor-read/beside-bare';
import type { ApplicationReady, ApplicationSetup } from '../vendor-read/application.process';
import { startServerProcess } from '../vendor-read/server-process';
import { storePractice } from '../vendor-read/stored-vendors';
import { BENCH_SCHEMA, startThrowawayDatabase } from '../vendor-read/throwaway-database';
import { LIST_TABLES, type BareListSetup } from './bare-list';
import { storeManyVendors } from './many-vendors';

const VENDORS = 100_000;
const PAGES = 40;
const CONNECTIONS = 8;
/** the application's default */
const POOL_SIZE = 10;

export async function measureVendorList(cleanUp: CleanUp): Promise<Figure[]> {
  const database = await startThrowawayDatabase(cleanUp);
  const application = await startServerProcess<ApplicationSetup, ApplicationReady>(
    'application.process',
    database,
    cleanUp,
  );
  const { port, session } = application.ready;
  const { organizationId, at } = await storePractice(port, session);
  const { id, version } = loadCatalogs().scoringModel;
  const model = { id, version };
  const cursors = await storeManyVendors(database.ownerUrl, organizationId, model, {
    vendors: VENDORS,
    pages: PAGES,
  });
  await copyUnprotected(database.ownerUrl, organizationId, { schema: BENCH_SCHEMA, tables: LIST_TABLES });
  const bareServer = await startServerProcess<BareListSetup, ServingBare['ready']>(
    '../vendor-list/bare-list.process',
    { applicationUrl: database.applicationUrl, schema: BENCH_SCHEMA, model, poolSize: POOL_SIZE },
    cleanUp,
  );
  const paths = cursors.map((cursor) => `${at}/vendor-scores?limit=50&cursor=${cursor}`);
  const headers = { authorization: `Bearer ${session}` };
  const ours: Contestant = { server: application, paths, headers };
  const bare: Contestant = { server: bareServer, paths, headers };
  const path = paths[0] as string;
  await refuseUnlikeAnswers({ port, path, headers }, { port: bareServer.ready.port, path });
  return besideBare(CONNECTIONS, ours, bare, cleanUp);
}
