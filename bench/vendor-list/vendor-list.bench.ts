// A page of 50 vendors with their scores out of 100,000, through the real application beside Fastify and pg alone with the same statement.
import { loadCatalogs } from '../../src/catalogs/load-catalogs';
import type { CleanUp } from '../measuring/clean-up';
import type { Figure } from '../measuring/figures';
import { besideBare, refuseUnlikeAnswers, type Contestant } from '../vendor-read/beside-bare';
import type { ApplicationReady, ApplicationSetup } from '../vendor-read/application.process';
import { startServerProcess } from '../vendor-read/server-process';
import { storePractice } from '../vendor-read/stored-vendors';
import { startThrowawayDatabase } from '../vendor-read/throwaway-database';
import type { BareListSetup } from './bare-list.process';
import { BENCH_SCHEMA, storeManyVendors } from './many-vendors';

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
  const { apiKey } = application.ready;
  const { organizationId, at } = await storePractice(application.ready.port, apiKey);
  const { id, version } = loadCatalogs().scoringModel;
  const model = { id, version };
  const cursors = await storeManyVendors(database.ownerUrl, organizationId, model, {
    vendors: VENDORS,
    pages: PAGES,
  });
  const bareServer = await startServerProcess<BareListSetup, { port: number }>(
    '../vendor-list/bare-list.process',
    { applicationUrl: database.applicationUrl, schema: BENCH_SCHEMA, model, poolSize: POOL_SIZE },
    cleanUp,
  );
  const paths = cursors.map((cursor) => `${at}/vendor-scores?limit=50&cursor=${cursor}`);
  const headers = { authorization: `Bearer ${apiKey}` };
  const ours: Contestant = { server: application, paths, headers };
  const bare: Contestant = { server: bareServer, paths, headers };
  await refuseUnlikeAnswers(ours, bare);
  return besideBare(CONNECTIONS, ours, bare, cleanUp);
}
