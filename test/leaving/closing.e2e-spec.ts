// A practice is closed, read, opened again, and erased when its day has come: not before, whoever asks.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { recordEvents } from '../../src/audit-log/audit-log';
import { isSigned } from '../../src/audit-log/checkpoint';
import { ReadEvents } from '../../src/audit-log/read-events';
import { TENANT_TABLES } from '../../src/database/tenant-tables';
import { Tenancy } from '../../src/database/tenancy';
import { SYSTEM_CALLER } from '../../src/identity/caller';
import { Erasure } from '../../src/leaving/erasure';
import { vendorBody } from '../factories/records.factory';
import { TestApplication, type Route } from '../support/test-application';
import { testDatabase } from '../support/test-database';
import { TestPeople } from '../support/test-people';
import { fillPractice, unzipped, type FilledPractice } from './filled-practice';
import { until } from '../support/until';

let server: TestApplication;
let people: TestPeople;
/** Past row-level security and triggers: to look, and to let days pass. */
let superuser: Client;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
  superuser = new Client({ connectionString: testDatabase().superuserUrl });
  await superuser.connect();
});

afterAll(() => Promise.all([server.close(), people.close(), superuser.end()]));

const REASON = 'practice_ended';

function close(practice: FilledPractice, body: object = { key: practice.key, reason: REASON }) {
  return server.post(`${practice.at}/closures`, body, { key: practice.owner.session });
}

async function takeExport(practice: FilledPractice): Promise<Buffer> {
  await server.app.get(ReadEvents).flush(); // what was read before is in the log before
  const { status, bytes } = await server.get(`${practice.at}/export`, { key: practice.owner.session });
  expect(status).toBe(200);
  return bytes;
}

async function closedPractice(): Promise<FilledPractice> {
  const practice = await fillPractice(server, people);
  await takeExport(practice);
  const { status, body } = await close(practice);
  expect([status, body]).toMatchObject([200, { organizationId: practice.id }]);
  return practice;
}

/** As if the practice had been closed that many days before. */
async function letDaysPass({ id }: FilledPractice, days: number): Promise<void> {
  await superuser.query('set session_replication_role = replica');
  await superuser.query(
    `update organization set closed_at = closed_at - make_interval(days => $2), erase_on = erase_on - $2 where organization_id = $1`,
    [id, days],
  );
  await superuser.query('set session_replication_role = origin');
}

async function rowsOf(id: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of [...Object.keys(TENANT_TABLES), 'one_time_token', 'api_key_digest']) {
    const text = `select count(*)::integer as count from ${table} where organization_id = $1`;
    counts[table] = (await superuser.query<{ count: number }>(text, [id])).rows[0]?.count ?? -1;
  }
  return counts;
}

const typeOf = ({ body }: { body: { type?: string } }): string | undefined => body.type;

describe('closing', () => {
  it('takes an export that is still all there is, and the key once more', async () => {
    const practice = await fillPractice(server, people);
    expect([(await close(practice)).status, typeOf(await close(practice))]).toEqual([
      ...[409, '/problems/export-needed'],
    ]);
    await takeExport(practice);
    const other = await close(practice, { key: 'another-practice', reason: REASON });
    expect([other.status, other.body.errors]).toMatchObject([400, [{ pointer: '/key' }]]);
    const { body } = await server.get(`${practice.at}/vendors`);
    await server.patch(`${practice.at}/vendors/${body.items[0].id}`, 1, { name: 'Northlight Notes AG' });
    expect(typeOf(await close(practice))).toBe('/problems/export-needed');
    await takeExport(practice);
    expect((await close(practice)).status).toBe(200);
  });

  it('answers as the first time under the same Idempotency-Key, and is not done again under another', async () => {
    const practice = await fillPractice(server, people);
    await takeExport(practice);
    const under = (key: string) =>
      server.post(
        `${practice.at}/closures`,
        { key: practice.key, reason: REASON },
        { key: practice.owner.session, headers: { 'idempotency-key': key } },
      );
    const [first, again] = [await under('"closing"'), await under('"closing"')];
    expect([first.status, again.status, again.headers['idempotency-replayed']]).toEqual([200, 200, 'true']);
    expect(again.body).toEqual(first.body);
    for (const other of [await under('"another"'), await close(practice)])
      expect([other.status, typeOf(other)]).toEqual([409, '/problems/organization-closed']);
  });

  it('is for an owner who has just shown who they are', async () => {
    const practice = await fillPractice(server, people);
    await takeExport(practice);
    await people.query(`update session set second_factor_at = now() - interval '11 minutes' where id = $1`, [
      practice.owner.sessionId,
    ]);
    expect(typeOf(await close(practice))).toBe('/problems/recent-sign-in-needed');
  });
});

it('takes back the mails of invitations that it makes void, those of others stay', async () => {
  const [practice, other] = [await fillPractice(server, people), await fillPractice(server, people)];
  const invited = ({ id }: FilledPractice) => server.mail.mails.filter(({ to }) => to.startsWith(id)).length;
  await takeExport(practice);
  expect([invited(practice), invited(other)]).toEqual([1, 1]);
  expect((await close(practice)).status).toBe(200);
  expect([invited(practice), invited(other)]).toEqual([0, 1]);
});

it('a request that the guard let through before the closing, and that comes after it, changes nothing', async () => {
  const practice = await fillPractice(server, people);
  await takeExport(practice);
  const [vendor] = (await server.get(`${practice.at}/vendors`)).body.items as { id: string }[];
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const first = server.app.get(Tenancy).withOrganizationWrite(practice.id, () => released);
  const closing = close(practice);
  await untilWaiting(practice.id, 1);
  const change = server.patch(`${practice.at}/vendors/${vendor?.id}`, 1, { name: 'Too late' });
  await untilWaiting(practice.id, 2); // whoever waits longest is next
  release();
  await first;
  expect((await closing).status).toBe(200);
  expect(typeOf(await change)).toBe('/problems/organization-closed');
});

/** Until so many transactions wait for their turn to write to the organization. */
async function untilWaiting(id: string, count: number): Promise<void> {
  await until(async () => {
    const { rows } = await superuser.query<{ count: number }>(
      `select count(*)::integer as count from pg_locks where locktype = 'advisory' and not granted
         and ((classid::bigint << 32) | objid::bigint) = hashtextextended($1, 0)`,
      [id],
    );
    return rows[0]?.count === count;
  });
}

describe('a closed practice', () => {
  let practice: FilledPractice;
  beforeAll(async () => void (practice = await closedPractice()));

  it('says so, and until when it can be opened again', async () => {
    const { body } = await server.get(practice.at, { key: practice.owner.session });
    const days = (Date.parse(body.eraseOn) - Date.parse(body.closedAt.slice(0, 10))) / 86_400_000;
    expect([89, 90]).toContain(days); // its day may be the one before in UTC
    const listed = await server.get('/v1/organizations', { key: practice.owner.session });
    expect(listed.body.items).toMatchObject([{ id: practice.id, closedAt: body.closedAt }]);
  });

  it('takes no change, by any route that there is', async () => {
    const changing = server.routes.filter(
      ({ method, url }) => url.includes(':organizationId') && !['GET', 'HEAD'].includes(method),
    );
    expect(changing.length).toBeGreaterThan(50);
    // Closing looks for itself, after the body: tested above.
    const others = changing.filter(({ url }) => !/:organizationId\/(closures|reopenings)$/.test(url));
    expect(others).toHaveLength(changing.length - 2);
    for (const route of others) {
      const reply = await server.call(route.method, addressOf(route, practice.id), {
        body: {},
        key: practice.owner.session,
      });
      expect([route.method, route.url, reply.status, typeOf(reply)]).toEqual([
        ...[route.method, route.url, 409, '/problems/organization-closed'],
      ]);
    }
  });

  it('takes none that comes past the guard, either: the database refuses it', async () => {
    const event = { action: 'vendor.updated', subjectKind: 'vendor', subjectId: uuidv7(), data: {} };
    const late = server.app.get(Tenancy).withOrganizationWrite(practice.id, async (manager) => {
      await manager.query(`update vendor set name = 'Late' where organization_id = $1`, [practice.id]);
      await recordEvents(manager, practice.id, SYSTEM_CALLER, new Date(), [event]);
    });
    await expect(late).rejects.toMatchObject({ code: 'organization-closed' });
    const { rows } = await superuser.query('select 1 from vendor where organization_id = $1 and name = $2', [
      ...[practice.id, 'Late'],
    ]);
    expect(rows).toEqual([]);
  });

  it('is read and exported by its owner, read by its auditor, and by nobody else', async () => {
    for (const { session } of [practice.owner, practice.auditor])
      expect(
        (await server.get(`${practice.at}/vendors`, { key: session })).body.items.length,
      ).toBeGreaterThan(0);
    const entries = unzipped(await takeExport(practice));
    expect(entries.text('audit-log.ndjson')).toContain('organization.closed');
    expect((await server.get(`${practice.at}/vendors`, { key: practice.staff.session })).status).toBe(404);
    expect((await server.get(`${practice.at}/vendors`, { key: practice.apiKey })).status).toBe(401);
  });

  it('is opened again by its owner; what was ended stays ended', async () => {
    const opened = await server.call('POST', `${practice.at}/reopenings`, { key: practice.owner.session });
    expect([opened.status, opened.body]).toMatchObject([200, { closedAt: null, eraseOn: null }]);
    const made = await server.post(`${practice.at}/vendors`, vendorBody({ key: 'new-vendor' }), {
      key: practice.owner.session,
    });
    expect(made.status).toBe(201);
    expect((await server.get(`${practice.at}/vendors`, { key: practice.staff.session })).status).toBe(404);
    const again = await server.call('POST', `${practice.at}/reopenings`, { key: practice.owner.session });
    expect(typeOf(again)).toBe('/problems/organization-not-closed');
  });
});

function addressOf({ url }: Route, organizationId: string): string {
  return url.replace(':organizationId', organizationId).replaceAll(/:[A-Za-z]+/g, uuidv7());
}

describe('erasing', () => {
  const sweep = () => server.app.get(Erasure).sweep();
  const asApplication = (id: string, text: string) =>
    server.app.get(Tenancy).withOrganizationWrite(id, (manager) => manager.query(text, [id]));
  const ERASE = `select erase_organization($1, now() + interval '10 years')`;

  it('walks every table of organizations', async () => {
    const [found] = await people.query<{ order: string[] }>('select erasing_order() as order');
    expect(found?.order).toEqual(expect.arrayContaining(Object.keys(TENANT_TABLES)));
    expect(found?.order.at(-1)).toBe('organization');
  });

  it('is refused by the database before its day, whatever the application says', async () => {
    const practice = await closedPractice();
    const before = await rowsOf(practice.id);
    const notDue = /not due/;
    await expect(asApplication(practice.id, ERASE)).rejects.toThrow(notDue);
    for (const [ago, eraseOn] of [
      ['200 days', 'current_date - 100'],
      ['6 minutes', 'current_date + 30'],
    ]) {
      const backdated = `update organization set closed_at = now() - interval '${ago}', erase_on = ${eraseOn} where organization_id = $1`;
      await expect(asApplication(practice.id, backdated)).rejects.toThrow(/closed now/);
    }
    await expect(
      asApplication(
        practice.id,
        `update organization set erase_on = current_date where organization_id = $1`,
      ),
    ).rejects.toThrow(/organization_erased_late/);
    await letDaysPass(practice, 89);
    await expect(asApplication(practice.id, ERASE)).rejects.toThrow(notDue);
    await sweep();
    expect(await rowsOf(practice.id)).toEqual(before);
  });

  it('waits thirty whole days, however much the clock of the application was behind as it was closed', async () => {
    const practice = await closedPractice();
    const closedAgo = async (ago: string): Promise<void> => {
      await superuser.query('set session_replication_role = replica');
      await superuser.query(
        `update organization set closed_at = now() - $2::interval, erase_on = (now() at time zone 'UTC')::date - 1
         where organization_id = $1`,
        [practice.id, ago],
      );
      await superuser.query('set session_replication_role = origin');
    };
    await closedAgo('30 days 4 minutes');
    await expect(asApplication(practice.id, ERASE)).rejects.toThrow(/not due/);
    await closedAgo('30 days 6 minutes');
    expect(await asApplication(practice.id, ERASE)).toEqual([{ erase_organization: true }]);
  });

  it('leaves nothing but a tombstone, and others as they are', async () => {
    const [practice, other] = [await closedPractice(), await closedPractice()];
    const [before, others] = [await rowsOf(practice.id), await rowsOf(other.id)];
    const folder = join(server.filesFolder, practice.id);
    expect([existsSync(folder), (before.audit_event ?? 0) > 0, (before.assessment ?? 0) > 0]).toEqual([
      ...[true, true, true],
    ]);
    await letDaysPass(practice, 91);
    await sweep();
    const after = await rowsOf(practice.id);
    expect(after).toEqual(Object.fromEntries(Object.keys(after).map((table) => [table, 0])));
    expect(existsSync(folder)).toBe(false);
    expect(await rowsOf(other.id)).toEqual(others);
    expect(existsSync(join(server.filesFolder, other.id))).toBe(true);
    expect((await server.get(practice.at, { key: practice.owner.session })).status).toBe(404);
    const [stone] = await people.query<Record<string, any>>(
      `select last_sequence::integer as "lastSequence", last_digest as "lastDigest", checkpoint_sequence::integer as sequence,
         checkpoint_digest as digest, signed_at as at, public_key as "publicKey", key_id as "keyId", signature
       from erased_organization where organization_id = $1`,
      [practice.id],
    );
    expect(stone).toMatchObject({ lastSequence: before.audit_event, sequence: before.audit_event });
    expect(stone?.digest).toBe(stone?.lastDigest);
    const { at, sequence, digest, publicKey, keyId, signature } = stone as Record<string, any>;
    const checkpoint = { organizationId: practice.id, sequence, digest, at: at.toISOString() };
    expect(isSigned({ ...checkpoint, publicKey, keyId, signature })).toBe(true);
    await sweep(); // and again: nothing is left to be done
  });

  it('goes on where a process died between the rows and the bytes', async () => {
    const practice = await closedPractice();
    await letDaysPass(practice, 91);
    await asApplication(practice.id, 'select erase_organization($1, now())');
    const folder = join(server.filesFolder, practice.id);
    expect(existsSync(folder)).toBe(true);
    await sweep();
    expect(existsSync(folder)).toBe(false);
  });
});
