// Whoever lays hands on the audit log: nobody changes the past unseen.
import { Client } from 'pg';
import { READ_SETTING, WRITE_SETTING } from '../src/database/tenancy.sql';
import { LoggedPractices } from './audit-log/logged-practices';
import { TestApplication } from './support/test-application';
import { testDatabase } from './support/test-database';

let logs: LoggedPractices;

beforeAll(async () => {
  logs = await LoggedPractices.start();
});

afterAll(() => logs.close());

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
    const organization = await logs.practice();
    await logs.intruder.query(
      `update audit_event set ${column} = ${value} where organization_id = $1 and sequence = 3`,
      [organization.id],
    );
    const { rows } = await logs.intruder.query<{ id: string }>(
      'select id from audit_event where organization_id = $1 and sequence = 3',
      [organization.id],
    );
    expect(await logs.verified(organization)).toMatchObject({
      isIntact: false,
      entries: 2,
      lastSequence: 2,
      firstFault: { why: 'entry-changed', sequence: 3, entryId: rows[0]?.id },
    });
  });

  it('takes one entry out: the first that is not there is named', async () => {
    const organization = await logs.practice();
    await logs.intruder.query('delete from audit_event where organization_id = $1 and sequence = 2', [
      organization.id,
    ]);
    expect((await logs.verified(organization)).firstFault).toMatchObject({
      why: 'entry-missing',
      sequence: 2,
      entryId: null,
    });
  });

  it('takes one out and numbers the rest anew: the first that does not follow is named', async () => {
    const organization = await logs.practice();
    const third = (await logs.entries(organization))[2];
    await logs.intruder.query('delete from audit_event where organization_id = $1 and sequence = 2', [
      organization.id,
    ]);
    for (const sequence of [3, 4]) {
      await logs.intruder.query(
        'update audit_event set sequence = sequence - 1 where organization_id = $1 and sequence = $2',
        [organization.id, sequence],
      );
    }
    expect((await logs.verified(organization)).firstFault).toMatchObject({
      why: 'chain-broken',
      sequence: 2,
      entryId: third.id,
    });
  });

  it('deletes the first entries, within their term: the first is missing', async () => {
    const organization = await logs.practice();
    await logs.signed(organization);
    await logs.intruder.query('delete from audit_event where organization_id = $1 and sequence < 3', [
      organization.id,
    ]);
    expect((await logs.verified(organization)).firstFault).toMatchObject({
      why: 'entry-missing',
      sequence: 1,
    });
  });

  it('deletes the last entries: the head tells, and the checkpoint tells when the head was set back too', async () => {
    const organization = await logs.practice();
    const { sequence } = await logs.signed(organization);
    expect(await logs.verified(organization)).toMatchObject({ isIntact: true, signedSequence: sequence });
    await logs.addVendor(organization);
    const kept = (await logs.entries(organization)).find((entry) => entry.sequence === sequence - 1);
    await logs.intruder.query('delete from audit_event where organization_id = $1 and sequence > $2', [
      organization.id,
      sequence,
    ]);
    expect((await logs.verified(organization)).firstFault).toMatchObject({
      why: 'entry-missing',
      sequence: sequence + 1,
    });
    await logs.intruder.query('delete from audit_event where organization_id = $1 and sequence >= $2', [
      organization.id,
      sequence,
    ]);
    await logs.intruder.query(
      'update audit_log_head set sequence = $2, digest = $3 where organization_id = $1',
      [organization.id, sequence - 1, kept.digest],
    );
    expect((await logs.verified(organization)).firstFault).toMatchObject({
      why: 'log-shorter-than-checkpoint',
      sequence,
      entryId: null,
    });
  });

  it('changes the head: that is told', async () => {
    const organization = await logs.practice(1);
    await logs.intruder.query(
      `update audit_log_head set digest = repeat('0', 64) where organization_id = $1`,
      [organization.id],
    );
    expect((await logs.verified(organization)).firstFault).toMatchObject({ why: 'head-differs' });
  });

  it('deletes the whole log: that is told', async () => {
    const organization = await logs.practice(1);
    await logs.intruder.query('delete from audit_event where organization_id = $1', [organization.id]);
    await logs.intruder.query('delete from audit_log_head where organization_id = $1', [organization.id]);
    expect((await logs.verified(organization)).firstFault).toMatchObject({
      why: 'entry-missing',
      sequence: 1,
    });
  });

  it('replaces the last entry with one that fits the chain: the checkpoint tells', async () => {
    const [organization, other] = [await logs.practice(), await logs.practice()];
    const { sequence } = await logs.signed(organization);
    const { digest } = (await logs.entries(other))[0];
    await logs.intruder.query(`update audit_log_checkpoint set digest = $2 where organization_id = $1`, [
      organization.id,
      digest,
    ]);
    expect((await logs.verified(organization)).firstFault).toMatchObject({
      why: 'checkpoint-not-signed',
      sequence,
    });
  });

  it('signs a checkpoint with a key of their own: another key, which is told', async () => {
    const organization = await logs.practice(1);
    const elsewhere = await TestApplication.start();
    const made = await elsewhere.call('POST', `${organization.at}/audit-log-checkpoints`);
    await elsewhere.close();
    expect((await logs.verified(organization)).firstFault).toMatchObject({
      why: 'checkpoint-of-another-key',
      sequence: made.body.sequence,
    });
  });

  it('changes one log: another stays intact', async () => {
    const [mine, theirs] = [await logs.practice(1), await logs.practice(1)];
    await logs.intruder.query(`update audit_event set action = 'x' where organization_id = $1`, [theirs.id]);
    expect((await logs.verified(mine)).isIntact).toBe(true);
    expect((await logs.verified(theirs)).isIntact).toBe(false);
  });
});

describe('a checkpoint', () => {
  it('covers the entry that says who asked for it, and is listed', async () => {
    const organization = await logs.practice(1);
    const made = await logs.signed(organization);
    const last = (await logs.entries(organization)).at(-1);
    expect(last).toMatchObject({
      action: 'audit-log-checkpoint.created',
      subjectId: made.id,
      sequence: made.sequence,
      digest: made.digest,
    });
    const listed = await logs.server.get(`${organization.at}/audit-log-checkpoints`);
    expect(listed.body.items).toEqual([made]);
    expect(await logs.verified(organization)).toMatchObject({
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
    const organization = await logs.practice(0);
    await logs.signed(organization);
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
