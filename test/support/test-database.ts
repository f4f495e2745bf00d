export interface TestDatabase {
  ownerUrl: string;
  /** of the cluster: what somebody with the machine could do */
  superuserUrl: string;
  applicationUrl: string;
  /** the session of somebody who makes the organizations of tests, and so owns them */
  session: string;
  /** a data folder with a cluster that was made and shut down, for tests to copy: nothing runs on it */
  stoppedCluster: string;
}

const VARIABLE = 'DUECARE_TEST_DATABASE';

/** Handed from the global set-up to the workers: they are processes of their own. */
export function setTestDatabase(database: TestDatabase): void {
  process.env[VARIABLE] = JSON.stringify(database);
}

export function testDatabase(): TestDatabase {
  const value = process.env[VARIABLE];
  if (!value) throw new Error('the end-to-end tests run with their global set-up: npm run test:e2e');
  const database = JSON.parse(value) as TestDatabase;
  return inDatabase(databaseOfWorker(), database);
}

/** Of this process: it is made anew for each file of tests. */
export const databaseOfWorker = (): string => `worker_${Number(process.env.JEST_WORKER_ID)}`;

/** The same cluster by another of its databases. */
export function inDatabase<Urls extends Partial<TestDatabase>>(name: string, urls: Urls): Urls {
  const entries = Object.entries(urls).map(([key, value]) => [
    key,
    key.endsWith('Url') ? value.replace(/(?<=^[^?]*\/)[^/?]+(?=\?|$)/, name) : value,
  ]);
  return Object.fromEntries(entries) as Urls;
}
