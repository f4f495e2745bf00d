// The audit log as a chain: nobody changes the past unseen, and nobody waits for the log of another organization.
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { READ_SETTING, WRITE_SETTING } from '../src/database/tenancy.sql';
import { Tenancy } from '../src/database/tenancy';
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

  it('says from where a request came', async () => {
    const organization = await practice(1);
    expect((await entries(organization)).at(-1)).toMatchObject({
      action: 'vendor.created',
      actorKind: 'api_key',
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
    const { id: _id, version: _version, createdAt: _c, updatedAt: _u, ...own } = profile;
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
