// The audit log as years go by: checkpoints of each day, and pruning after the term.
import { v7 as uuidv7 } from 'uuid';
import { DailyCheckpoints } from '../src/audit-log/daily-checkpoints';
import { Tenancy } from '../src/database/tenancy';
import { LoggedPractices } from './audit-log/logged-practices';
import { vendorBody } from './factories/records.factory';
import { TestApplication } from './support/test-application';
import { until } from './support/until';

let now = new Date('2019-03-01T10:00:00Z');
let logs: LoggedPractices;
let server: TestApplication;

beforeAll(async () => {
  logs = await LoggedPractices.start({ clock: { now: () => now } });
  ({ server } = logs);
});

afterAll(() => logs.close());

/** The database has a clock of its own, which no test can turn: its checkpoints become as old as they say. */
async function age(organizationId: string): Promise<void> {
  await logs.intruder.query(
    'update audit_log_checkpoint set recorded_at = signed_at where organization_id = $1',
    [organizationId],
  );
}

it('an entry of yesterday is signed by the daily job, once', async () => {
  const { id, at } = await server.newOrganization();
  const daily = server.app.get(DailyCheckpoints);
  await daily.sign(id);
  expect((await server.get(`${at}/audit-log-checkpoints`)).body.items).toEqual([]);
  now = new Date('2019-03-02T10:00:01Z');
  await daily.sign(id);
  await daily.sign(id);
  expect((await server.get(`${at}/audit-log-checkpoints`)).body.items).toEqual([
    expect.objectContaining({ at: '2019-03-02T10:00:01.000Z' }),
  ]);
  expect((await server.get(`${at}/audit-log-verification`)).body).toMatchObject({
    isIntact: true,
    checkpoints: 1,
  });
});

it('the sweep finds a log that is due and has it signed', async () => {
  const { at } = await server.newOrganization();
  now = new Date(now.getTime() + 86_400_001);
  await server.app.get(DailyCheckpoints).sweep();
  const signatures = async (): Promise<number> =>
    (await server.get(`${at}/audit-log-checkpoints`)).body.items.length;
  await until(async () => (await signatures()) > 0);
  expect(await signatures()).toBe(1);
});

it('nothing is pruned before its term, then what an old checkpoint covers; the log begins there', async () => {
  now = new Date('2019-04-01T10:00:00Z');
  const { id, at } = await server.newOrganization();
  const vendor = () => server.post(`${at}/vendors`, vendorBody({ key: `vendor-${uuidv7()}` }));
  await vendor();
  const { body: checkpoint } = await server.call('POST', `${at}/audit-log-checkpoints`);
  await vendor();
  await age(id);
  now = new Date('2025-04-01T10:00:00Z');
  const early = await server.call('POST', `${at}/audit-log-prunings`);
  expect([early.status, early.body]).toEqual([200, { entries: 0, lastSequence: null }]);
  now = new Date('2025-04-01T10:00:01Z');
  const late = await server.call('POST', `${at}/audit-log-prunings`);
  expect(late.body).toEqual({ entries: checkpoint.sequence, lastSequence: checkpoint.sequence });
  const found = (await server.get(`${at}/audit-log-verification`)).body;
  expect(found).toMatchObject({ isIntact: true, firstSequence: checkpoint.sequence + 1, checkpoints: 1 });
  const listed = (await server.get(`${at}/audit-events`)).body.items;
  expect(listed[0].sequence).toBe(checkpoint.sequence + 1);
  expect(listed.at(-1)).toMatchObject({ action: 'audit-log.pruned', subjectId: checkpoint.id });
});

it('whoever has the application’s role deletes nothing by a checkpoint that claims to be old', async () => {
  now = new Date('2019-04-15T10:00:00Z');
  const { id, at } = await server.newOrganization();
  const { body: checkpoint } = await server.call('POST', `${at}/audit-log-checkpoints`);
  const prune = () =>
    server.app
      .get(Tenancy)
      .withOrganizationWrite(id, (manager) =>
        manager.query('select prune_audit_log($1, $2)', [id, checkpoint.sequence]),
      );
  await expect(prune()).rejects.toThrow('append-only');
  await server.app.get(Tenancy).withOrganizationWrite(id, (manager) =>
    manager.query(
      `insert into audit_log_checkpoint (organization_id, id, sequence, digest, signed_at, public_key, key_id, signature, recorded_at)
       select organization_id, gen_random_uuid(), sequence, digest, signed_at, public_key, key_id, signature, '2019-04-15'
       from audit_log_checkpoint`,
    ),
  );
  await expect(prune()).rejects.toThrow('append-only');
  now = new Date('2026-01-01T10:00:00Z');
  const asked = await server.call('POST', `${at}/audit-log-prunings`);
  expect([asked.status, asked.body]).toEqual([200, { entries: 0, lastSequence: null }]);
  await age(id);
  expect((await server.call('POST', `${at}/audit-log-prunings`)).body.entries).toBe(checkpoint.sequence);
});

it('after a change of the signing key a log is pruned once the earlier key is named', async () => {
  now = new Date('2019-04-20T10:00:00Z');
  const { id, at } = await server.newOrganization();
  const { body: checkpoint } = await server.call('POST', `${at}/audit-log-checkpoints`);
  await age(id);
  now = new Date('2026-01-01T10:00:00Z');
  const clock = { now: () => now };
  const [unnamed, named] = [
    await TestApplication.start({ clock }),
    await TestApplication.start({ clock, environment: { EARLIER_SIGNING_KEYS: checkpoint.keyId } }),
  ];
  const refused = await unnamed.call('POST', `${at}/audit-log-prunings`);
  expect([refused.status, refused.body.type]).toEqual([409, '/problems/audit-log-not-intact']);
  expect((await named.get(`${at}/audit-log-verification`)).body).toMatchObject({
    isIntact: true,
    keyIds: [checkpoint.keyId],
  });
  const pruned = await named.call('POST', `${at}/audit-log-prunings`);
  expect([pruned.status, pruned.body.entries]).toEqual([200, checkpoint.sequence]);
  expect((await named.get(`${at}/audit-log-verification`)).body.isIntact).toBe(true);
  await Promise.all([unnamed.close(), named.close()]);
});

it('a log that does not verify is not pruned', async () => {
  now = new Date('2019-05-01T10:00:00Z');
  const { id, at } = await server.newOrganization();
  await server.call('POST', `${at}/audit-log-checkpoints`);
  now = new Date('2026-01-01T10:00:00Z');
  await logs.intruder.query(
    `update audit_event set action = 'x' where organization_id = $1 and sequence = 1`,
    [id],
  );
  const refused = await server.call('POST', `${at}/audit-log-prunings`);
  expect([refused.status, refused.body.type]).toEqual([409, '/problems/audit-log-not-intact']);
});
