// The audit log as a chain: nobody changes the past unseen, and nobody waits for the log of another organization.
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { READ_SETTING, WRITE_SETTING } from '../src/database/tenancy.sql';
import { enterOrganization, Tenancy } from '../src/database/tenancy';
import { recordEvents } from '../src/audit-log/audit-log';
import { DailyCheckpoints } from '../src/audit-log/daily-checkpoints';
import { ReadEvents } from '../src/audit-log/read-events';
import { dossierBody, vendorBody } from './factories/records.factory';
import { TestApplication } from './support/test-application';
import { testDatabase } from './support/test-database';

interface Organization {
  id: string;
  key: string;
  at: string;
}

let server: TestApplication;
/** Somebody with the machine: row-level security does not bind a superuser, and triggers rest for this session. */
let intruder: Client;

beforeAll(async () => {
  server = await TestApplication.start();
  intruder = new Client({ connectionString: testDatabase().superuserUrl });
  await intruder.connect();
  await intruder.query('set session_replication_role = replica');
});

afterAll(async () => {
  await intruder.end();
  await server.close();
});

/** A practice with `vendors` vendors. */
async function practice(vendors = 3): Promise<Organization> {
  const organization = await server.newOrganization();
  for (let count = 0; count < vendors; count += 1) await addVendor(organization);
  return organization;
}

async function addVendor({ at }: Organization): Promise<void> {
  const created = await server.post(`${at}/vendors`, vendorBody({ key: `vendor-${uuidv7()}` }));
  expect(created.status).toBe(201);
}

async function verified({ at }: Organization): Promise<any> {
  const { status, body } = await server.get(`${at}/audit-log-verification`);
  expect(status).toBe(200);
  return body;
}

async function signed({ at }: Organization): Promise<any> {
  const { status, body } = await server.call('POST', `${at}/audit-log-checkpoints`);
  expect(status).toBe(201);
  return body;
}

async function entries({ at }: Organization): Promise<any[]> {
  return (await server.get(`${at}/audit-events?limit=100`)).body.items;
}

/** @throws Error when it does not come about in twenty seconds */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('it did not come about');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('a log that nobody touched', () => {
  it('fits from the first entry to the last', async () => {
    const organization = await practice();
    const listed = await entries(organization);
    const last = listed.at(-1);
    expect(listed.map(({ sequence }) => sequence)).toEqual(listed.map((_, index) => index + 1));
    expect(listed[0].previousDigest).toBe('0'.repeat(64));
    expect(listed.slice(1).map(({ previousDigest }) => previousDigest)).toEqual(
      listed.slice(0, -1).map(({ digest }) => digest),
    );
    expect(await verified(organization)).toEqual({
      organizationId: organization.id,
      isIntact: true,
      firstSequence: 1,
      entries: listed.length,
      lastSequence: last.sequence,
      lastDigest: last.digest,
      checkpoints: 0,
      signedSequence: null,
      keyIds: [],
      firstFault: null,
    });
  });

  it('takes its part of a transaction that goes through several organizations', async () => {
    const [first, second] = [await practice(0), await practice(0)];
    const caller = {
      kind: 'person',
      id: uuidv7(),
      onBehalfOf: first.id,
      requestId: null,
      address: null,
    } as const;
    await server.app.get(Tenancy).withNobody(async (manager) => {
      for (const { id } of [first, second, first]) {
        await enterOrganization(manager, id);
        const event = {
          action: 'membership.changed',
          subjectKind: 'membership',
          subjectId: uuidv7(),
          data: {},
        };
        await recordEvents(manager, id, caller, new Date(), [event]);
      }
    });
    const changed = async (log: Organization): Promise<object[]> =>
      (await entries(log)).filter(({ action }) => action === 'membership.changed');
    const entry = expect.objectContaining({ actorId: caller.id, onBehalfOf: first.id });
    expect([await changed(first), await changed(second)]).toEqual([[entry, entry], [entry]]);
    for (const organization of [first, second]) expect((await verified(organization)).isIntact).toBe(true);
  });

  it('says from where a request came', async () => {
    const organization = await practice(1);
    expect((await entries(organization)).at(-1)).toMatchObject({
      action: 'vendor.created',
      actorKind: 'person',
      address: '127.0.0.1',
    });
  });

  it('fits after an import of many records', async () => {
    const organization = await server.newOrganization();
    const vendors = Array.from({ length: 1_000 }, (_, index) =>
      vendorBody({ key: `many-${index}`, name: `Vendor ${index}` }),
    );
    const profile = (await server.get(organization.at)).body;
    const whole = dossierBody({}, {}) as Record<string, unknown>;
    const dossier = Object.fromEntries(
      Object.entries(whole).map(([name, value]) => [name, Array.isArray(value) ? [] : value]),
    );
    const {
      id: _id,
      version: _version,
      createdAt: _c,
      updatedAt: _u,
      closedAt: _k,
      eraseOn: _e,
      ...own
    } = profile;
    const imported = await server.post(`${organization.at}/dossier/imports`, {
      ...dossier,
      practice: own,
      vendors,
    });
    expect([imported.status, imported.body.errors]).toEqual([200, undefined]);
    expect(await verified(organization)).toMatchObject({ isIntact: true, firstFault: null });
    expect((await verified(organization)).entries).toBeGreaterThan(1_000);
  }, 90_000);

  it('of an organization that is not there is not found', async () => {
    const at = `/v1/organizations/${uuidv7()}`;
    expect((await server.get(`${at}/audit-log-verification`)).status).toBe(404);
    expect((await server.get(`${at}/audit-log-checkpoints`)).status).toBe(404);
    expect((await server.call('POST', `${at}/audit-log-checkpoints`)).status).toBe(404);
  });

  it('is intact beside one that is not', async () => {
    const [mine, theirs] = [await practice(1), await practice(1)];
    await intruder.query(`update audit_event set action = 'x' where organization_id = $1`, [theirs.id]);
    expect((await verified(mine)).isIntact).toBe(true);
    expect((await verified(theirs)).isIntact).toBe(false);
  });
});

describe('somebody with the machine', () => {
  it.each([
    ['action', `'vendor.deleted'`],
    ['occurred_at', `occurred_at + interval '1 microsecond'`],
    ['actor_id', 'gen_random_uuid()'],
    ['actor_id', 'null'],
    ['request_id', `'another'`],
    ['address', `'10.0.0.1'`],
    ['subject_kind', `'service'`],
    ['subject_id', 'gen_random_uuid()'],
    ['data', `data || '{"version": 9}'`],
    ['data', `data || '{"version": 1e400}'`],
    ['id', 'gen_random_uuid()'],
    ['digest', `repeat('0', 64)`],
  ])('changes %s of a past entry to %s: the entry is named', async (column, value) => {
    const organization = await practice();
    await intruder.query(
      `update audit_event set ${column} = ${value} where organization_id = $1 and sequence = 3`,
      [organization.id],
    );
    const { rows } = await intruder.query<{ id: string }>(
      'select id from audit_event where organization_id = $1 and sequence = 3',
      [organization.id],
    );
    expect(await verified(organization)).toMatchObject({
      isIntact: false,
      entries: 2,
      lastSequence: 2,
      firstFault: { why: 'entry-changed', sequence: 3, entryId: rows[0]?.id },
    });
  });

  it('takes one entry out: the first that is not there is named', async () => {
    const organization = await practice();
    await intruder.query('delete from audit_event where organization_id = $1 and sequence = 2', [
      organization.id,
    ]);
    expect((await verified(organization)).firstFault).toMatchObject({
      why: 'entry-missing',
      sequence: 2,
      entryId: null,
    });
  });

  it('takes one out and numbers the rest anew: the first that does not follow is named', async () => {
    const organization = await practice();
    const third = (await entries(organization))[2];
    await intruder.query('delete from audit_event where organization_id = $1 and sequence = 2', [
      organization.id,
    ]);
    for (const sequence of [3, 4]) {
      await intruder.query(
        'update audit_event set sequence = sequence - 1 where organization_id = $1 and sequence = $2',
        [organization.id, sequence],
      );
    }
    expect((await verified(organization)).firstFault).toMatchObject({
      why: 'chain-broken',
      sequence: 2,
      entryId: third.id,
    });
  });

  it('deletes the first entries, within their term: the first is missing', async () => {
    const organization = await practice();
    await signed(organization);
    await intruder.query('delete from audit_event where organization_id = $1 and sequence < 3', [
      organization.id,
    ]);
    expect((await verified(organization)).firstFault).toMatchObject({ why: 'entry-missing', sequence: 1 });
  });

  it('deletes the last entries: the head tells, and the checkpoint tells when the head was set back too', async () => {
    const organization = await practice();
    const { sequence } = await signed(organization);
    expect(await verified(organization)).toMatchObject({ isIntact: true, signedSequence: sequence });
    await addVendor(organization);
    const kept = (await entries(organization)).find((entry) => entry.sequence === sequence - 1);
    await intruder.query('delete from audit_event where organization_id = $1 and sequence > $2', [
      organization.id,
      sequence,
    ]);
    expect((await verified(organization)).firstFault).toMatchObject({
      why: 'entry-missing',
      sequence: sequence + 1,
    });
    await intruder.query('delete from audit_event where organization_id = $1 and sequence >= $2', [
      organization.id,
      sequence,
    ]);
    await intruder.query('update audit_log_head set sequence = $2, digest = $3 where organization_id = $1', [
      organization.id,
      sequence - 1,
      kept.digest,
    ]);
    expect((await verified(organization)).firstFault).toMatchObject({
      why: 'log-shorter-than-checkpoint',
      sequence,
      entryId: null,
    });
  });

  it('changes the head: that is told', async () => {
    const organization = await practice(1);
    await intruder.query(`update audit_log_head set digest = repeat('0', 64) where organization_id = $1`, [
      organization.id,
    ]);
    expect((await verified(organization)).firstFault).toMatchObject({ why: 'head-differs' });
  });

  it('deletes the whole log: that is told', async () => {
    const organization = await practice(1);
    await intruder.query('delete from audit_event where organization_id = $1', [organization.id]);
    await intruder.query('delete from audit_log_head where organization_id = $1', [organization.id]);
    expect((await verified(organization)).firstFault).toMatchObject({ why: 'entry-missing', sequence: 1 });
  });

  it('replaces the last entry with one that fits the chain: the checkpoint tells', async () => {
    const [organization, other] = [await practice(), await practice()];
    const { sequence } = await signed(organization);
    const { digest } = (await entries(other))[0];
    await intruder.query(`update audit_log_checkpoint set digest = $2 where organization_id = $1`, [
      organization.id,
      digest,
    ]);
    expect((await verified(organization)).firstFault).toMatchObject({
      why: 'checkpoint-not-signed',
      sequence,
    });
  });

  it('signs a checkpoint with a key of their own: another key, which is told', async () => {
    const organization = await practice(1);
    const elsewhere = await TestApplication.start();
    const made = await elsewhere.call('POST', `${organization.at}/audit-log-checkpoints`);
    await elsewhere.close();
    expect((await verified(organization)).firstFault).toMatchObject({
      why: 'checkpoint-of-another-key',
      sequence: made.body.sequence,
    });
  });
});

describe('a checkpoint', () => {
  it('covers the entry that says who asked for it, and is listed', async () => {
    const organization = await practice(1);
    const made = await signed(organization);
    const last = (await entries(organization)).at(-1);
    expect(last).toMatchObject({
      action: 'audit-log-checkpoint.created',
      subjectId: made.id,
      sequence: made.sequence,
      digest: made.digest,
    });
    const listed = await server.get(`${organization.at}/audit-log-checkpoints`);
    expect(listed.body.items).toEqual([made]);
    expect(await verified(organization)).toMatchObject({
      isIntact: true,
      checkpoints: 1,
      keyIds: [made.keyId],
    });
  });

  it.each([
    'update audit_log_checkpoint set sequence = 1',
    'delete from audit_log_checkpoint',
    'truncate audit_log_checkpoint',
  ])('only ever gets company, even from the owner: %s', async (statement) => {
    const organization = await practice(0);
    await signed(organization);
    const owner = new Client({ connectionString: testDatabase().ownerUrl });
    await owner.connect();
    await owner.query('begin');
    await owner.query('select set_config($1, $2, true), set_config($3, $4, true)', [
      READ_SETTING,
      `{${organization.id}}`,
      WRITE_SETTING,
      organization.id,
    ]);
    await expect(owner.query(statement)).rejects.toThrow(/append-only/);
    await owner.end();
  });
});

describe('many who write at once', () => {
  it('50 writers in 10 organizations: every chain fits', async () => {
    const organizations = await Promise.all(Array.from({ length: 10 }, () => practice(0)));
    await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        for (let write = 0; write < 3; write += 1) await addVendor(organizations[index % 10] as Organization);
      }),
    );
    for (const organization of organizations) {
      expect(await verified(organization)).toMatchObject({ isIntact: true, firstFault: null });
      expect((await entries(organization)).filter(({ action }) => action === 'vendor.created')).toHaveLength(
        15,
      );
    }
  });

  it('none waits for another organization: one holds its log while the others write', async () => {
    const [held, free] = [await practice(0), await practice(0)];
    let letGo = (): void => undefined;
    let holding = Promise.resolve();
    await new Promise<void>((isHeld) => {
      holding = server.app.get(Tenancy).withOrganizationWrite(held.id, async (manager) => {
        await manager.query('select 1 from audit_log_head where organization_id = $1 for update', [held.id]);
        isHeld();
        await new Promise<void>((resolve) => (letGo = resolve));
      });
    });
    const waiting = addVendor(held).then(() => 'held');
    const first = await Promise.race([waiting, addVendor(free).then(() => 'free')]);
    letGo();
    await Promise.all([holding, waiting]);
    expect(first).toBe('free');
    expect((await verified(held)).isIntact).toBe(true);
  });
});

describe('reads', () => {
  it('of a file and of an export are recorded a moment later, and the log fits', async () => {
    const organization = await practice(0);
    const bytes = Buffer.from('a,b\n1,2\n');
    const file = await server.upload(`${organization.at}/files`, {
      name: 'list.csv',
      type: 'text/csv',
      bytes,
    });
    expect(file.status).toBe(201);
    const content = await server.get(`${organization.at}/files/${file.body.id}/content`);
    expect([content.status, content.bytes]).toEqual([200, bytes]);
    const headers = { 'if-none-match': content.headers.etag as string };
    expect((await server.get(`${organization.at}/files/${file.body.id}/content`, { headers })).status).toBe(
      304,
    );
    await server.get(`${organization.at}/dossier`);
    await server.app.get(ReadEvents).flush();
    expect((await entries(organization)).slice(-2)).toEqual([
      expect.objectContaining({
        action: 'file.read',
        actorKind: 'person',
        address: '127.0.0.1',
        subjectKind: 'file',
        subjectId: file.body.id,
        data: { digest: file.body.digest },
      }),
      expect.objectContaining({ action: 'dossier.exported', subjectId: organization.id }),
    ]);
    expect((await verified(organization)).isIntact).toBe(true);
  });

  it('are recorded without being asked for', async () => {
    const organization = await practice(0);
    await server.get(`${organization.at}/audit-events/export`);
    await until(async () => (await entries(organization)).at(-1).action === 'audit-log.exported');
  });

  it('that are noted when the process ends are written', async () => {
    const organization = await practice(0);
    const other = await TestApplication.start();
    await other.get(`${organization.at}/dossier`);
    await other.close();
    expect((await entries(organization)).at(-1)).toMatchObject({ action: 'dossier.exported' });
  });
});

describe('the export', () => {
  it('is the whole log, a JSON object a line', async () => {
    const organization = await practice();
    const { status, headers, body } = await server.get(
      `${organization.at}/audit-events/export?format=ndjson`,
    );
    expect([status, headers['content-type']]).toEqual([200, 'application/x-ndjson']);
    const lines = (body as string).trimEnd().split('\n');
    const listed = await entries(organization);
    expect(lines.map((line) => (JSON.parse(line) as { digest: string }).digest)).toEqual(
      listed.slice(0, lines.length).map(({ digest }) => digest),
    );
    expect(lines.length).toBeGreaterThan(3);
  });

  it('is CSV with a head, and nothing in it is a formula', async () => {
    const organization = await practice(1);
    await intruder.query(`update audit_event set request_id = '=1+1' where organization_id = $1`, [
      organization.id,
    ]);
    const { headers, body } = await server.get(`${organization.at}/audit-events/export?format=csv`);
    const lines = (body as string).split('\r\n');
    expect(headers['content-type']).toMatch(/^text\/csv/);
    expect(lines[0]).toBe(
      'organizationId,sequence,id,occurredAt,actorKind,actorId,onBehalfOf,requestId,address,action,subjectKind,subjectId,data,previousDigest,digest',
    );
    expect(lines[1]).toContain(`,'=1+1,`);
    expect(lines.at(-1)).toBe('');
  });

  it('knows no other format, and no other organization', async () => {
    const organization = await practice(0);
    expect((await server.get(`${organization.at}/audit-events/export?format=xml`)).status).toBe(400);
    expect((await server.get(`/v1/organizations/${uuidv7()}/audit-events/export`)).status).toBe(404);
  });
});

describe('time goes by', () => {
  let now: Date;
  let old: TestApplication;

  beforeAll(async () => {
    now = new Date('2019-03-01T10:00:00Z');
    old = await TestApplication.start({ clock: { now: () => now } });
  });

  afterAll(() => old.close());

  it('an entry of yesterday is signed by the daily job, once', async () => {
    const { id, at } = await old.newOrganization();
    const daily = old.app.get(DailyCheckpoints);
    await daily.sign(id);
    expect((await old.get(`${at}/audit-log-checkpoints`)).body.items).toEqual([]);
    now = new Date('2019-03-02T10:00:01Z');
    await daily.sign(id);
    await daily.sign(id);
    expect((await old.get(`${at}/audit-log-checkpoints`)).body.items).toEqual([
      expect.objectContaining({ at: '2019-03-02T10:00:01.000Z' }),
    ]);
    expect((await old.get(`${at}/audit-log-verification`)).body).toMatchObject({
      isIntact: true,
      checkpoints: 1,
    });
  });

  it('the sweep finds a log that is due and has it signed', async () => {
    const { at } = await old.newOrganization();
    now = new Date(now.getTime() + 86_400_001);
    await old.app.get(DailyCheckpoints).sweep();
    const signatures = async (): Promise<number> =>
      (await old.get(`${at}/audit-log-checkpoints`)).body.items.length;
    await until(async () => (await signatures()) > 0);
    expect(await signatures()).toBe(1);
  });

  it('nothing is pruned before its term, then what an old checkpoint covers; the log begins there', async () => {
    now = new Date('2019-04-01T10:00:00Z');
    const { at } = await old.newOrganization();
    const vendor = () => old.post(`${at}/vendors`, vendorBody({ key: `vendor-${uuidv7()}` }));
    await vendor();
    const { body: checkpoint } = await old.call('POST', `${at}/audit-log-checkpoints`);
    await vendor();
    now = new Date('2025-04-01T10:00:00Z');
    const early = await old.call('POST', `${at}/audit-log-prunings`);
    expect([early.status, early.body]).toEqual([200, { entries: 0, lastSequence: null }]);
    now = new Date('2025-04-01T10:00:01Z');
    const late = await old.call('POST', `${at}/audit-log-prunings`);
    expect(late.body).toEqual({ entries: checkpoint.sequence, lastSequence: checkpoint.sequence });
    const found = (await old.get(`${at}/audit-log-verification`)).body;
    expect(found).toMatchObject({ isIntact: true, firstSequence: checkpoint.sequence + 1, checkpoints: 1 });
    const listed = (await old.get(`${at}/audit-events`)).body.items;
    expect(listed[0].sequence).toBe(checkpoint.sequence + 1);
    expect(listed.at(-1)).toMatchObject({ action: 'audit-log.pruned', subjectId: checkpoint.id });
  });

  it('a log that does not verify is not pruned', async () => {
    now = new Date('2019-05-01T10:00:00Z');
    const { id, at } = await old.newOrganization();
    await old.call('POST', `${at}/audit-log-checkpoints`);
    now = new Date('2026-01-01T10:00:00Z');
    await intruder.query(`update audit_event set action = 'x' where organization_id = $1 and sequence = 1`, [
      id,
    ]);
    const refused = await old.call('POST', `${at}/audit-log-prunings`);
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/audit-log-not-intact']);
  });
});
