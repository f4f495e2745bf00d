// Each file of tests begins with a database in which nobody has done anything: no jobs that wait, no practices to look after, no reports that
// an earlier file left to be printed. Files that run at once would take each other's jobs, with clocks and printers of their own.
import { Client } from 'pg';
import { APPLICATION_ROLE, DATABASE, OWNER_ROLE } from '../../src/database/embedded/cluster-paths';
import { databaseOfWorker, inDatabase, testDatabase } from './test-database';

beforeAll(async () => {
  const name = databaseOfWorker();
  const { superuserUrl } = inDatabase('postgres', testDatabase());
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`drop database if exists ${name} with (force)`);
  await client.query(`create database ${name} owner ${OWNER_ROLE} template ${DATABASE}`);
  // What is granted on a database does not go into its copy.
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect on database ${name} to ${APPLICATION_ROLE}`);
  await client.end();
});
