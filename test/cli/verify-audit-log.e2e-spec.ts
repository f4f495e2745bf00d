// duecare verify-audit-log over the database of the tests, each case on an organization of its own.
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { ensureBuilt } from '../support/built-server';
import { CommandFolder, type Outcome } from '../support/duecare-command';
import { TestApplication } from '../support/test-application';
import { testDatabase } from '../support/test-database';

let server: TestApplication;
let folder: CommandFolder;

beforeAll(async () => {
  ensureBuilt();
  server = await TestApplication.start();
  folder = new CommandFolder();
}, 180_000);

afterAll(async () => {
  await server.close();
  folder.remove();
});

function run(...args: string[]): Promise<Outcome> {
  return runWith({}, ...args);
}

function runWith(more: Record<string, string>, ...args: string[]): Promise<Outcome> {
  const { applicationUrl, ownerUrl } = testDatabase();
  const settings = {
    DATABASE_URL: applicationUrl,
    DATABASE_MIGRATION_URL: ownerUrl,
    DATA_FOLDER: folder.path,
    ...more,
  };
  return folder.run(['verify-audit-log', ...args], undefined, settings);
}

it('0 for a log that is intact and signed, and the keys are named', async () => {
  const { id, at } = await server.newOrganization();
  const { body } = await server.call('POST', `${at}/audit-log-checkpoints`);
  const { exitCode, stdout, stderr } = await run('--organization', id, '--key-id', body.keyId);
  expect([exitCode, stderr]).toEqual([0, '']);
  expect(stdout).toContain(`${id}: intact, ${body.sequence} entries.`);
  expect(stdout).toContain(body.keyId);
});

it('3 for one that is intact and that nobody has signed', async () => {
  const { id } = await server.newOrganization();
  const { exitCode, stdout } = await run('--organization', id);
  expect([exitCode, stdout]).toEqual([3, expect.stringContaining('No checkpoint has been signed yet.')]);
});

it('1 for one that was changed, and the entry is named; also when all logs are walked', async () => {
  const { id, at } = await server.newOrganization();
  const [first] = (await server.get(`${at}/audit-events`)).body.items;
  const intruder = new Client({ connectionString: testDatabase().superuserUrl });
  await intruder.connect();
  await intruder.query('set session_replication_role = replica');
  await intruder.query(`update audit_event set action = 'x' where organization_id = $1`, [id]);
  await intruder.end();
  const told = expect.stringMatching(`${id}: does not verify[^]*${first.id}[^]*entry-changed, number 1`);
  for (const args of [['--organization', id], []]) {
    const { exitCode, stdout } = await run(...args);
    expect([exitCode, stdout]).toEqual([1, told]);
  }
});

it('1 for a checkpoint of a key that nobody trusts', async () => {
  const { id, at } = await server.newOrganization();
  await server.call('POST', `${at}/audit-log-checkpoints`);
  const { exitCode, stdout } = await run('--organization', id, '--key-id', '0'.repeat(64));
  expect([exitCode, stdout]).toEqual([1, expect.stringContaining('checkpoint-of-another-key')]);
});

it('0 for a checkpoint of an earlier key that the settings name', async () => {
  const { id, at } = await server.newOrganization();
  const { body } = await server.call('POST', `${at}/audit-log-checkpoints`);
  const { exitCode, stdout } = await runWith({ EARLIER_SIGNING_KEYS: body.keyId }, '--organization', id);
  expect([exitCode, stdout]).toEqual([0, expect.stringContaining(body.keyId)]);
  const other = await runWith({ EARLIER_SIGNING_KEYS: '0'.repeat(64) }, '--organization', id);
  expect(other.exitCode).toBe(1);
});

it.each([
  [['--organization', 'x'], /must be the id of an organization/],
  [['--organization', uuidv7()], /There is no organization/],
  [['--key-id', 'x'], /must be the fingerprint/],
])('2 for %j', async (args, words) => {
  const { exitCode, stderr } = await run(...args);
  expect([exitCode, stderr]).toEqual([2, expect.stringMatching(words)]);
});

it('2 where there is no database, and none is made', async () => {
  const empty = new CommandFolder();
  const { exitCode, stderr } = await empty.run(['verify-audit-log'], undefined, { DATA_FOLDER: empty.path });
  expect([exitCode, stderr, empty.names()]).toEqual([2, expect.stringContaining('There is no database'), []]);
  empty.remove();
});
