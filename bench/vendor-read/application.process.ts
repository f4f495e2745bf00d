// The product itself, started as `npm start` does, at its default log level.
import 'reflect-metadata';
import { setUpOwner } from '../../src/cli/set-up-owner';
import { readSettings } from '../../src/config/settings';
import { startApplication } from '../../src/server/start-application';
import { countStatements } from '../measuring/statement-count';
import { serveBench } from './server-process';

export interface ApplicationSetup {
  applicationUrl: string;
  ownerUrl: string;
  dataFolder: string;
  countsStatements?: true;
}

export interface ApplicationReady {
  port: number;
  /** of the owner who set the installation up */
  session: string;
}

serveBench<ApplicationSetup, ApplicationReady>(async (setup) => {
  const { applicationUrl, ownerUrl, dataFolder } = setup;
  if (setup.countsStatements) countStatements();
  const settings = readSettings({
    PORT: '0',
    DATA_FOLDER: dataFolder,
    DATABASE_URL: applicationUrl,
    DATABASE_MIGRATION_URL: ownerUrl,
    // Counted as everywhere, and never used up: what is measured is the server, not its patience.
    RATE_LIMIT_PEOPLE: '10000000',
    RATE_LIMIT_KEYS: '10000000',
    RATE_LIMIT_CLEARANCE: '10000000',
  });
  const running = await startApplication({ settings });
  const { url, setupToken } = running;
  const { session } = await setUpOwner(url, setupToken);
  return { ready: { port: Number(new URL(url).port), session }, stop: () => running.stop() };
});
