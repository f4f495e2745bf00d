// Idempotency-Key: what is sent again under the same key is not done again, whatever happens between. Every POST takes it but questions of clearance.
import { request as httpRequest } from 'node:http';
import { Client } from 'pg';
import { IdempotencyKeys } from '../src/idempotency/idempotency-keys';
import { KeyPurge } from '../src/idempotency/key-purge';
import { CALLER_SETTING } from '../src/database/tenancy.sql';
import { SCOPES } from '../src/permissions/roles';
import { stringify } from 'yaml';
import { REQUEST_EXAMPLES } from '../src/server/request-examples';
import { dossierBody, practiceBody, vendorBody } from './factories/records.factory';
import { forgetLostJobs } from './support/lost-jobs';
import { TestApplication, type Reply } from './support/test-application';
import { TestPeople, type TestPerson } from './support/test-people';
import { testDatabase } from './support/test-database';
import { until } from './support/until';

const HOUR = 3_600_000;

let now = Date.now();
let server: TestApplication;
let people: TestPeople;
let practice: { id: string; at: string; key: string };
let [owner, colleague] = [] as unknown as [TestPerson, TestPerson];
let apiKey: string;

beforeAll(async () => {
  await forgetLostJobs('purge-idempotency-keys');
  const clock = { now: () => new Date(now) };
  [server, people] = await Promise.all([TestApplication.start({ clock }), TestPeople.connect()]);
  [owner, colleague] = [await people.add({ secondFactor: true }), await people.add({ secondFactor: true })];
});

beforeEach(async () => {
  now = Date.now();
  practice = await server.newOrganization();
  for (const person of [owner, colleague]) await people.join(person, practice.id, 'owner');
  apiKey = (
    await server.post(`${practice.at}/api-keys`, { label: 'integration', scopes: SCOPES, validDays: 1 })
  ).body.key as string;
});

afterAll(() => Promise.all([server.close(), people.close()]));

let made = 0;
const newKey = (): string => `"key-${process.pid}-${(made += 1)}"`;

function post(path: string, body: unknown, key: string, token: string = owner.session): Promise<Reply> {
  return server.post(`${practice.at}${path}`, body, { headers: { 'idempotency-key': key }, key: token });
}

const typeOf = ({ body }: Reply): string => (body as { type?: string }).type ?? '';
const isReplay = ({ headers }: Reply): boolean => headers['idempotency-replayed'] === 'true';
const vendors = async (): Promise<unknown[]> => (await server.get(`${practice.at}/vendors`)).body.items;

interface Row {
  state: string;
  answer: Buffer | null;
  body_digest: Buffer;
}

const rowsOf = (callerId: string): Promise<Row[]> =>
  people.query<Row>(
    'select state, answer, body_digest from idempotency_key where caller_id = $1 order by started_at desc, attempt_id desc',
    [callerId],
  );

describe('every POST of the router', () => {
  /** Of an organization as its owner, of a person as that person. */
  function postRoutes(): string[] {
    const urls = server.routes.filter(({ method }) => method === 'POST').map(({ url }) => url);
    expect(urls.length).toBeGreaterThan(40);
    return urls.map((url) =>
      url
        .replace(':organizationId', practice.id)
        .replaceAll(/:[A-Za-z]+/g, '019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f'),
    );
  }

  const call = (url: string, key: string | undefined, token: string | null): Promise<Reply> =>
    server.post(url, {}, { key: token, headers: key === undefined ? {} : { 'idempotency-key': key } });

  it('looks at the key where somebody is signed in; questions of clearance and routes where nobody is ignore it', async () => {
    const looking: string[] = [];
    for (const url of postRoutes()) {
      const isPublic = (await call(url, undefined, null)).status !== 401;
      const malformed = await call(url, 'not a key', isPublic ? null : owner.session);
      const pointers = ((malformed.body.errors ?? []) as { pointer: string }[]).map(({ pointer }) => pointer);
      const isQuestion = url.includes('/access/v1/');
      // a person is refused there before anything is looked at
      const isOfVendor = url.startsWith('/vendor-questionnaire/');
      const isLooking = !isPublic && !isQuestion && !isOfVendor;
      expect([url, pointers.includes('/Idempotency-Key')]).toEqual([url, isLooking]);
      if (isLooking) looking.push(url);
    }
    expect(looking.length).toBeGreaterThan(35);
  });

  it('answers a signed-out request and one that is not allowed as without a key', async () => {
    expect((await post('/vendors', vendorBody(), 'not a key', 'duecare_key_x')).status).toBe(401);
    const stranger = await people.add();
    expect((await post('/vendors', vendorBody(), 'not a key', stranger.session)).status).toBe(404);
  });
});

describe('a request that is sent again', () => {
  it('is answered as the first time, and done once', async () => {
    const key = newKey();
    const first = await post('/vendors', vendorBody(), key);
    const again = await post('/vendors', vendorBody(), key);
    expect([first.status, isReplay(first)]).toEqual([201, false]);
    expect([again.status, isReplay(again), again.body]).toEqual([201, true, first.body]);
    for (const header of ['etag', 'location', 'content-type']) {
      expect([header, again.headers[header]]).toEqual([header, first.headers[header]]);
    }
    expect(again.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
    expect(await vendors()).toHaveLength(1);
    const events = (await server.get(`${practice.at}/audit-events`)).body.items as { action: string }[];
    expect(events.filter(({ action }) => action === 'vendor.created')).toHaveLength(1);
  });

  it('is the same with and without quotes around its key, for an API key as for a person', async () => {
    const first = await post('/vendors', vendorBody(), 'plain-key', apiKey);
    const again = await post('/vendors', vendorBody(), '"plain-key"', apiKey);
    expect([again.status, isReplay(again), again.body.id]).toEqual([201, true, first.body.id]);
  });

  it('with another body, or another query, is refused and not done', async () => {
    const key = newKey();
    await post('/vendors', vendorBody(), key);
    const other = await post('/vendors', vendorBody({ key: 'another', name: 'Another' }), key);
    expect([other.status, typeOf(other)]).toEqual([422, '/problems/idempotency-key-reused']);
    const query = await post('/vendors?x=1', vendorBody(), key);
    expect(typeOf(query)).toBe('/problems/idempotency-key-reused');
    expect(await vendors()).toHaveLength(1);
  });

  it('by somebody else under the same key is a request of its own', async () => {
    const key = newKey();
    const mine = await post('/vendors', vendorBody({ key: 'mine' }), key);
    const theirs = await post('/vendors', vendorBody({ key: 'theirs' }), key, colleague.session);
    const integration = await post('/vendors', vendorBody({ key: 'third' }), key, apiKey);
    expect([mine, theirs, integration].map((reply) => [reply.status, isReplay(reply)])).toEqual(
      Array.from({ length: 3 }, () => [201, false]),
    );
  });

  it('to another address under the same key is a request of its own', async () => {
    const key = newKey();
    const options = { headers: { 'idempotency-key': key }, key: owner.session };
    const [one, two] = [await server.newOrganization(), await server.newOrganization()];
    for (const { id } of [one, two]) await people.join(owner, id, 'owner');
    for (const { at } of [one, two]) {
      const reply = await server.post(`${at}/vendors`, vendorBody(), options);
      expect([reply.status, isReplay(reply)]).toEqual([201, false]);
    }
  });

  it('is answered to nobody who has lost their place meanwhile', async () => {
    const key = newKey();
    const leaving = await people.add({ secondFactor: true });
    const membership = await people.join(leaving, practice.id, 'owner');
    expect((await post('/vendors', vendorBody(), key, leaving.session)).status).toBe(201);
    const ended = await server.post(`${practice.at}/members/${membership}/endings`, undefined, {
      headers: { 'if-match': '"1"' },
    });
    expect(ended.status).toBe(200);
    expect((await post('/vendors', vendorBody(), key, leaving.session)).status).toBe(404);
  });

  it('is answered as the first time: an import as YAML', async () => {
    const body = stringify(dossierBody(practiceBody({ key: practice.key })));
    const headers = { 'idempotency-key': newKey(), 'content-type': 'application/yaml' };
    const send = () => server.call('POST', `${practice.at}/dossier/imports`, { body, headers });
    const [first, again] = [await send(), await send()];
    expect([first.status, again.status, isReplay(again), again.body]).toEqual([200, 200, true, first.body]);
  });

  it.each([
    ['one question of clearance', 'evaluation', 'evaluate-access'],
    ['several questions of clearance', 'evaluations', 'evaluate-accesses'],
  ])('is answered anew, and nothing is kept of it: %s', async (_what, path, operation) => {
    const key = newKey();
    const ask = () => post(`/access/v1/${path}`, REQUEST_EXAMPLES[operation], key);
    const before = await rowsOf(owner.id);
    const [first, again] = [await ask(), await ask()];
    expect([first.status, isReplay(first), again.status, isReplay(again)]).toEqual([200, false, 200, false]);
    const other = {
      ...(REQUEST_EXAMPLES[operation] as object),
      subject: { type: 'role', id: 'somebody-else' },
    };
    expect((await post(`/access/v1/${path}`, other, key)).status).toBe(200);
    expect(await rowsOf(owner.id)).toEqual(before);
  });

  it('that asked for a report is answered 202 with the same report, and printed once', async () => {
    const drawn = await server.post(`${practice.at}/assessments`, REQUEST_EXAMPLES['create-assessment']);
    const assessment = drawn.body.id as string;
    const path = `/assessments/${assessment}/reports`;
    const key = newKey();
    const [first, again] = [
      await post(path, { format: 'html' }, key),
      await post(path, { format: 'html' }, key),
    ];
    expect([first.status, again.status, isReplay(again), again.body]).toEqual([202, 202, true, first.body]);
  });
});

describe('an upload', () => {
  const TEXT = { name: 'policy.txt', type: 'text/plain', bytes: Buffer.from('Minimum necessary.\n') };

  function send(key: string, file: typeof TEXT, boundary: string): Promise<Reply> {
    const head =
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\n` +
      `content-type: ${file.type}\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const type = `multipart/form-data; boundary=${boundary}`;
    const headers = { 'content-type': type, 'idempotency-key': key };
    return server.call('POST', `${practice.at}/files`, { body, headers, key: owner.session });
  }

  it('is told by what is in it: sent again with another boundary it is answered as the first time', async () => {
    const key = newKey();
    const first = await send(key, TEXT, 'first-boundary');
    const again = await send(key, TEXT, 'second-boundary');
    expect([first.status, again.status, isReplay(again), again.body]).toEqual([201, 201, true, first.body]);
  });

  it('of another file, or under another name, is refused', async () => {
    const key = newKey();
    await send(key, TEXT, 'b');
    for (const change of [{ bytes: Buffer.from('Other.\n') }, { name: 'other.txt' }]) {
      const other = await send(key, { ...TEXT, ...change }, 'b');
      expect(typeOf(other)).toBe('/problems/idempotency-key-reused');
    }
    expect((await server.get(`${practice.at}/files`)).body.items).toHaveLength(1);
  });

  it('that was refused may be sent again under the same key', async () => {
    const key = newKey();
    expect((await send(key, { ...TEXT, bytes: Buffer.alloc(0) }, 'b')).status).toBe(400);
    expect((await send(key, TEXT, 'b')).status).toBe(201);
  });
});

describe('what is stored', () => {
  it('is no secret in the clear: the key that an answer shows once is not in the row', async () => {
    const body = { label: 'once', scopes: SCOPES, validDays: 1 };
    const key = newKey();
    const first = await post('/api-keys', body, key);
    expect(first.body.key).toMatch(/^duecare_key_/);
    const [row] = await rowsOf(owner.id);
    const bytes = row?.answer?.toString('latin1') ?? '';
    expect(bytes).toMatch(/^age-encryption\.org\/v1/);
    expect(bytes).not.toContain(first.body.key);
    expect(row?.body_digest).toHaveLength(32);
    const again = await post('/api-keys', body, key);
    expect([isReplay(again), again.body]).toEqual([true, first.body]);
    expect((await server.get(`${practice.at}/api-keys`)).body.items).toHaveLength(2);
  });

  it('is seen by a transaction opened for its caller and by no other', async () => {
    await post('/vendors', vendorBody(), newKey());
    const application = new Client({ connectionString: testDatabase().applicationUrl });
    await application.connect();
    const seenBy = async (callerId: string | null) => {
      await application.query('begin');
      await application.query('select set_config($1, $2, true)', [CALLER_SETTING, callerId ?? '']);
      const seen = await application.query('select distinct caller_id from idempotency_key');
      const changed = await application.query(
        `update idempotency_key set state = state where caller_id = '${owner.id}'`,
      );
      await application.query('rollback');
      return [seen.rows, changed.rowCount! > 0];
    };
    expect(await seenBy(owner.id)).toEqual([[{ caller_id: owner.id }], true]);
    expect(await seenBy(colleague.id)).toEqual([
      expect.not.arrayContaining([{ caller_id: owner.id }]),
      false,
    ]);
    expect(await seenBy(null)).toEqual([[], false]);
    await application.end();
  });

  it('is kept for 24 hours, and then a job forgets it', async () => {
    const key = newKey();
    await post('/vendors', vendorBody({ key: 'first' }), key);
    const started = now;
    now = started + 23.9 * HOUR;
    await server.app.get(IdempotencyKeys).purge();
    expect((await rowsOf(owner.id)).length).toBeGreaterThan(0);
    now = started + 24.1 * HOUR;
    await server.app.get(KeyPurge).sweep();
    await until(async () => (await rowsOf(owner.id)).length === 0);
  });

  it('counts for nothing once its time is up, purged or not', async () => {
    const key = newKey();
    await post('/vendors', vendorBody({ key: 'first' }), key);
    await people.query('update idempotency_key set expires_at = $2 where caller_id = $1', [
      owner.id,
      new Date(now - 1),
    ]);
    const later = await post('/vendors', vendorBody({ key: 'second' }), key);
    expect([later.status, isReplay(later)]).toEqual([201, false]);
  });
});

describe('a refusal', () => {
  it('saved nothing, so its key may be used again: corrected, or once the reason is gone', async () => {
    const key = newKey();
    expect((await post('/vendors', { key: 'x' }, key)).status).toBe(400);
    expect(await rowsOf(owner.id)).not.toContainEqual(expect.objectContaining({ state: 'running' }));
    expect((await post('/vendors', vendorBody(), key)).status).toBe(201);
  });

  it('that saved something is kept: a wrong code is not counted twice', async () => {
    const person = await people.add({ secondFactor: true });
    const options = { headers: { 'idempotency-key': newKey() }, key: person.session };
    const send = () => server.post('/v1/account/recovery-codes', { code: '000000' }, options);
    const [first, again] = [await send(), await send()];
    expect([first.status, isReplay(first)]).toEqual([403, false]);
    expect([again.status, isReplay(again), again.body]).toEqual([403, true, first.body]);
  });

  it('counts in one session where it is about the session', async () => {
    const body = { code: '000000' };
    const key = newKey();
    const [person, other] = [await people.add({ secondFactor: true }), await people.add()];
    await people.query('update session set person_id = $1 where id = $2', [person.id, other.sessionId]);
    const send = (token: string) =>
      server.post('/v1/session/second-factor', body, { headers: { 'idempotency-key': key }, key: token });
    const replies = [await send(person.session), await send(person.session), await send(other.session)];
    expect(replies.map((reply) => [reply.status, isReplay(reply)])).toEqual([
      [403, false],
      [403, true],
      [403, false],
    ]);
  });
});

/** Holds the turn of the practice's writers, so that whatever writes waits, until `release`. */
async function holdWrites(): Promise<{
  release: () => Promise<void>;
  waiting: (count: number) => Promise<number[]>;
}> {
  const client = new Client({ connectionString: testDatabase().ownerUrl });
  await client.connect();
  await client.query('begin');
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [practice.id]);
  return {
    release: async () => {
      await client.query('commit');
      await client.end();
    },
    /** process ids of the sessions that wait, once there are so many */
    waiting: async (count) => {
      let pids: number[] = [];
      await until(async () => {
        const { rows } = await client.query<{ pid: number }>(
          `select l.pid from pg_locks l join pg_locks mine on mine.pid = pg_backend_pid() and mine.locktype = 'advisory'
             and (mine.classid, mine.objid) = (l.classid, l.objid)
           where not l.granted and l.locktype = 'advisory'`,
        );
        pids = rows.map(({ pid }) => pid);
        return pids.length >= count;
      });
      return pids;
    },
  };
}

describe('two at once', () => {
  it('the second is told that the first is being worked on, and does nothing', async () => {
    const key = newKey();
    const held = await holdWrites();
    const first = post('/vendors', vendorBody(), key);
    await held.waiting(1);
    const second = await post('/vendors', vendorBody(), key);
    expect([second.status, typeOf(second)]).toEqual([409, '/problems/idempotency-in-progress']);
    expect(second.headers['retry-after']).toBe('2');
    await held.release();
    expect((await first).status).toBe(201);
    expect(isReplay(await post('/vendors', vendorBody(), key))).toBe(true);
    expect(await vendors()).toHaveLength(1);
  });

  it('twelve under one key do the work once, whoever is first', async () => {
    const key = newKey();
    // Without a key of the record's own nothing but the Idempotency-Key tells them apart.
    const before = (await server.get(`${practice.at}/api-keys`)).body.items.length as number;
    const body = { label: 'twelve', scopes: SCOPES, validDays: 1 };
    const replies = await Promise.all(Array.from({ length: 12 }, () => post('/api-keys', body, key)));
    const done = replies.filter((reply) => reply.status === 201 && !isReplay(reply));
    const others = replies.filter((reply) => !done.includes(reply));
    expect(done).toHaveLength(1);
    for (const reply of others)
      expect(isReplay(reply) || typeOf(reply) === '/problems/idempotency-in-progress').toBe(true);
    expect((await server.get(`${practice.at}/api-keys`)).body.items).toHaveLength(before + 1);
  });
});

/** Ends the statement that a session waits in, as the database does when it has to. Its own role may. */
async function cancel(pid: number): Promise<void> {
  const client = new Client({ connectionString: testDatabase().applicationUrl });
  await client.connect();
  await client.query('select pg_cancel_backend($1)', [pid]);
  await client.end();
}

describe('when something breaks', () => {
  it('between the work and keeping its answer: it is not done again, and in the end the caller is told so', async () => {
    const key = newKey();
    const keys = server.app.get(IdempotencyKeys);
    const lost = jest.spyOn(keys, 'finish').mockRejectedValueOnce(new Error('the process ends here'));
    expect((await post('/vendors', vendorBody(), key)).status).toBe(201);
    lost.mockRestore();
    const soon = await post('/vendors', vendorBody(), key);
    expect([soon.status, typeOf(soon)]).toEqual([409, '/problems/idempotency-in-progress']);
    now += 121_000;
    const again = await post('/vendors', vendorBody(), key);
    expect([again.status, typeOf(again)]).toEqual([409, '/problems/idempotency-outcome-unknown']);
    expect(typeOf(await post('/vendors', vendorBody({ key: 'b' }), key))).toBe(
      '/problems/idempotency-key-reused',
    );
    expect(await vendors()).toHaveLength(1);
  });

  it('before anything is saved: the error is not kept, and the same key tries again', async () => {
    const key = newKey();
    const held = await holdWrites();
    const first = post('/vendors', vendorBody(), key);
    const [pid] = await held.waiting(1);
    await cancel(pid ?? 0);
    expect((await first).status).toBe(500);
    await held.release();
    const again = await post('/vendors', vendorBody(), key);
    expect([again.status, isReplay(again)]).toEqual([201, false]);
  });

  it('and a process died over it: after two minutes the key is free again', async () => {
    const key = newKey();
    const keys = server.app.get(IdempotencyKeys);
    const lost = jest.spyOn(keys, 'finish').mockRejectedValueOnce(new Error('the process ends here'));
    expect((await post('/vendors', { key: 'x' }, key)).status).toBe(400); // nothing saved, and the key not given back
    lost.mockRestore();
    expect(typeOf(await post('/vendors', { key: 'x' }, key))).toBe('/problems/idempotency-in-progress');
    now += 121_000;
    expect(typeOf(await post('/vendors', { key: 'x' }, key))).toBe('/problems/request-invalid');
  });

  it('and one that was thought dead goes on: it finds its key taken and takes its work back', async () => {
    const key = newKey();
    const held = await holdWrites();
    const body = { label: 'late', scopes: SCOPES, validDays: 1 };
    const before = (await server.get(`${practice.at}/api-keys`)).body.items.length as number;
    const late = post('/api-keys', body, key);
    await held.waiting(1);
    now += 121_000;
    const second = post('/api-keys', body, key);
    await held.waiting(2);
    await held.release();
    const replies = [await late, await second];
    expect(replies.map(({ status }) => status)).toEqual([409, 201]);
    expect(typeOf(replies[0] as Reply)).toBe('/problems/idempotency-in-progress');
    expect((await server.get(`${practice.at}/api-keys`)).body.items).toHaveLength(before + 1);
  });

  it('and the caller hangs up: the work is done, and asked again it is answered', async () => {
    const key = newKey();
    await server.app.listen(0, '127.0.0.1');
    const { port } = server.app.getHttpServer().address() as { port: number };
    const held = await holdWrites();
    const body = JSON.stringify(vendorBody());
    const headers = {
      authorization: `Bearer ${owner.session}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    };
    const gone = httpRequest({ port, method: 'POST', path: `${practice.at}/vendors`, headers });
    gone.on('error', () => undefined);
    gone.end(body);
    await held.waiting(1);
    gone.destroy();
    await held.release();
    let again: Reply;
    do again = await server.call('POST', `${practice.at}/vendors`, { body, headers });
    while (typeOf(again) === '/problems/idempotency-in-progress');
    expect([typeOf(again), again.status, isReplay(again)]).toEqual(['', 201, true]);
    expect(await vendors()).toHaveLength(1);
  });
});
