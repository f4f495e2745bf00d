// Signing in, sessions, the own account.
import { randomBytes } from 'node:crypto';
import { RefusedSignIns } from '../src/sign-in/refused-sign-ins';
import { TestApplication } from './support/test-application';
import { TEST_PASSWORD, TestPeople, type TestPerson } from './support/test-people';

let server: TestApplication;
let people: TestPeople;

beforeAll(async () => {
  const environment = { TRUSTED_PROXIES: '127.0.0.1' };
  [server, people] = await Promise.all([TestApplication.start({ environment }), TestPeople.connect()]);
});

afterAll(() => Promise.all([server.close(), people.close()]));

const signIn = (email: string, password: string, headers: Record<string, string> = {}) =>
  server.post('/v1/sessions', { email, password }, { key: null, headers });
const WRONG = 'wrong wrong wrong wrong';
const newNetwork = () => `2001:db8:${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}`;
const from = (network: string, host: number) => ({ 'x-forwarded-for': `${network}::${host}` });
const account = (key: string) => server.get('/v1/account', { key });
const as = ({ session }: TestPerson) => ({ key: session });
const actionsOf = async (person: TestPerson): Promise<string[]> =>
  (await server.get('/v1/account/events', as(person))).body.items.map(
    ({ action }: { action: string }) => action,
  );

describe('signing in with a password', () => {
  it('gives a session that works, is listed with what opened it, and of which no more than the digest is kept', async () => {
    const person = await people.add({ password: true });
    const granted = await signIn(person.email.toUpperCase(), TEST_PASSWORD, { 'user-agent': 'Quill 3.1' });
    expect([granted.status, granted.body.secondFactor]).toEqual([201, 'none']);
    expect(granted.headers['set-cookie']).toBeUndefined();
    const key = granted.body.token as string;
    expect((await account(key)).body).toMatchObject({
      id: person.id,
      email: person.email,
      organizations: [],
    });
    const { items } = (await server.get('/v1/account/sessions', { key })).body;
    expect(items).toHaveLength(2);
    expect(items[1]).toMatchObject({
      id: granted.body.id,
      client: 'Quill 3.1',
      current: true,
      secondFactorGiven: false,
    });
    const stored = await people.query<{ row: string }>(`select s::text as row from session s where id = $1`, [
      granted.body.id,
    ]);
    expect(stored[0]?.row).not.toContain(key.replace('duecare_session_', ''));
  });

  it('is refused alike for a wrong password and for nobody', async () => {
    const person = await people.add({ password: true });
    const wrong = await signIn(person.email, `${TEST_PASSWORD}!`);
    const nobody = await signIn('nobody@tests.example', TEST_PASSWORD);
    const without = await signIn((await people.add()).email, TEST_PASSWORD);
    for (const { status, body } of [wrong, nobody, without]) {
      expect([status, body.type, body.detail]).toEqual([
        403,
        '/problems/sign-in-refused',
        'The e-mail address or the password is wrong.',
      ]);
    }
    await server.app.get(RefusedSignIns, { strict: false }).settled();
    expect(await actionsOf(person)).toEqual(['sign_in.refused']);
  });

  it('asks for the password of nobody as it does for that of somebody', async () => {
    await people.query('begin');
    await people.query('lock table person_password in access exclusive mode');
    const nobody = signIn('nobody@tests.example', TEST_PASSWORD, from(newNetwork(), 1));
    await people.isWaitedFor();
    await people.query('commit');
    expect((await nobody).status).toBe(403);
  });

  it('is refused before that is written down, which not even the end of the server keeps from it', async () => {
    const person = await people.add({ password: true });
    const other = await TestApplication.start();
    await people.query('begin');
    await people.query('lock table person_event in access exclusive mode');
    const body = { email: person.email, password: WRONG };
    expect((await other.post('/v1/sessions', body, { key: null })).status).toBe(403);
    const closed = other.close();
    await people.isWaitedFor();
    await people.query('commit');
    await closed;
    expect(await actionsOf(person)).toEqual(['sign_in.refused']);
  });

  it('is slowed after wrong attempts, with the seconds to wait, and a right one does not count', async () => {
    const person = await people.add({ password: true });
    for (let attempt = 0; attempt < 5; attempt += 1) await signIn(person.email, WRONG);
    const slowed = await signIn(person.email, TEST_PASSWORD);
    expect([slowed.status, slowed.body.type]).toEqual([429, '/problems/too-many-attempts']);
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0);
    const other = await people.add({ password: true });
    for (let attempt = 0; attempt < 7; attempt += 1)
      expect((await signIn(other.email, TEST_PASSWORD)).status).toBe(201);
  });

  it('is slowed by network where the address is of IPv6: its hosts are counted together', async () => {
    const [{ email }, network] = [await people.add({ password: true }), newNetwork()];
    for (let host = 1; host <= 5; host += 1)
      expect((await signIn(email, WRONG, from(network, host))).status).toBe(403);
    expect((await signIn(email, TEST_PASSWORD, from(network, 6))).status).toBe(429);
    expect((await signIn(email, TEST_PASSWORD, from(newNetwork(), 1))).status).toBe(201);
  });

  it('is open to its person from a network that they know, however many try from elsewhere', async () => {
    const [{ email }, known] = [await people.add({ password: true }), newNetwork()];
    expect((await signIn(email, TEST_PASSWORD, from(known, 1))).status).toBe(201);
    for (let attempt = 0; attempt < 20; attempt += 1)
      expect((await signIn(email, WRONG, from(newNetwork(), 1))).status).toBe(403);
    expect((await signIn(email, TEST_PASSWORD, from(newNetwork(), 1))).status).toBe(429);
    expect((await signIn(email, TEST_PASSWORD, from(known, 2))).status).toBe(201);
  });

  it('is not open from a network where only an identity provider vouched for them', async () => {
    const [person, vouched] = [await people.add({ password: true }), newNetwork()];
    await people.query('update session set own_factors = false, address = $2 where id = $1', [
      person.sessionId,
      `${vouched}::1`,
    ]);
    for (let attempt = 0; attempt < 20; attempt += 1)
      await signIn(person.email, WRONG, from(newNetwork(), 1));
    expect((await signIn(person.email, TEST_PASSWORD, from(vouched, 2))).status).toBe(429);
  });

  it('counts attempts that come at the same moment, each of them', async () => {
    const { email } = await people.add({ password: true });
    const attempts = await Promise.all(Array.from({ length: 12 }, () => signIn(email, WRONG)));
    expect(attempts.filter(({ status }) => status === 403)).toHaveLength(5);
    expect(attempts.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  it.each([
    ['nothing', {}],
    ['numbers', { email: 1, password: 2 }],
    ['lists', { email: ['a@b.example'], password: [TEST_PASSWORD] }],
    ['a field that is not there', { email: 'a@b.example', password: 'x', admin: true }],
    ['a password beyond bounds', { email: 'a@b.example', password: 'x'.repeat(257) }],
    ['no address', { email: 'a', password: TEST_PASSWORD }],
    ['NUL', { email: 'a@b.example', password: 'a\u0000b' }],
  ])('refuses %s', async (_what, body) => {
    const { status, body: problem } = await server.post('/v1/sessions', body, { key: null });
    expect([status, problem.type]).toEqual([400, '/problems/request-invalid']);
  });
});

describe('a session in a cookie', () => {
  async function cookieOf(email: string): Promise<string> {
    const body = { email, password: TEST_PASSWORD, cookie: true };
    const granted = await server.post('/v1/sessions', body, { key: null });
    expect(granted.body.token).toBeNull();
    return String(granted.headers['set-cookie']);
  }

  it('cannot be read by scripts nor sent along by other sites, and ends with signing out', async () => {
    const setCookie = await cookieOf((await people.add({ password: true })).email);
    expect(setCookie).toMatch(/^duecare_session=duecare_session_\S+; /);
    expect(setCookie).toMatch(/HttpOnly/);
    expect(setCookie).toMatch(/SameSite=Lax/);
    const cookie = setCookie.split(';', 1)[0] as string;
    expect((await server.get('/v1/account', { key: null, headers: { cookie } })).status).toBe(200);
    const change = (headers: Record<string, string>) =>
      server.patch('/v1/account', 1, { name: 'Renamed' }, { key: null, headers: { cookie, ...headers } });
    for (const headers of [{}, { origin: 'https://evil.example' }, { origin: 'null' }]) {
      expect((await change(headers as Record<string, string>)).body.type).toBe(
        '/problems/cross-site-request',
      );
    }
    expect((await change({ 'x-duecare-request': '1' })).status).toBe(200);
    const out = await server.call('DELETE', '/v1/session', {
      key: null,
      headers: { cookie, origin: 'http://127.0.0.1:3000' },
    });
    expect([out.status, String(out.headers['set-cookie'])]).toEqual([
      204,
      expect.stringMatching(/^duecare_session=; .*1970/),
    ]);
    expect((await server.get('/v1/account', { key: null, headers: { cookie } })).status).toBe(401);
  });

  it('over https is bound to this host', async () => {
    const secure = await TestApplication.start({ environment: { PUBLIC_URL: 'https://duecare.example' } });
    const { email } = await people.add({ password: true });
    const granted = await secure.post(
      '/v1/sessions',
      { email, password: TEST_PASSWORD, cookie: true },
      { key: null },
    );
    expect(String(granted.headers['set-cookie'])).toMatch(/^__Host-duecare_session=.*Path=\/; .*Secure/);
    const cookie = String(granted.headers['set-cookie']).split(';', 1)[0] as string;
    const read = async (headers: Record<string, string>) =>
      (await secure.get('/v1/account', { key: null, headers })).status;
    expect(await read({ cookie })).toBe(200);
    // Another host of the same domain, or plain http, could have set one without the prefix.
    expect(await read({ cookie: cookie.replace('__Host-', '') })).toBe(401);
    await secure.close();
  });
});

describe('a session ends', () => {
  it('when its person ends it, from another one', async () => {
    const person = await people.add({ password: true });
    const other = (await signIn(person.email, TEST_PASSWORD)).body as { id: string; token: string };
    expect((await account(other.token)).status).toBe(200);
    expect((await server.call('DELETE', `/v1/account/sessions/${other.id}`, as(person))).status).toBe(204);
    expect((await account(other.token)).status).toBe(401);
    expect((await server.call('DELETE', `/v1/account/sessions/${other.id}`, as(person))).status).toBe(404);
  });

  it('for its own person only: the id of another one is not found', async () => {
    const [mine, theirs] = [await people.add(), await people.add()];
    expect((await server.call('DELETE', `/v1/account/sessions/${theirs.sessionId}`, as(mine))).status).toBe(
      404,
    );
    expect((await account(theirs.session)).status).toBe(200);
  });

  it.each([
    ['an hour of idleness', `last_seen_at = now() - interval '61 minutes'`],
    ['a day', `expires_at = now() - interval '1 second'`],
  ])('after %s', async (_what, change) => {
    const person = await people.add();
    await people.query(`update session set ${change} where id = $1`, [person.sessionId]);
    expect((await account(person.session)).status).toBe(401);
  });

  it('with the password, but for the one that changed it', async () => {
    const person = await people.add({ password: true });
    const other = (await signIn(person.email, TEST_PASSWORD)).body as { token: string };
    const change = (currentPassword: string, newPassword: string) =>
      server.call('PUT', '/v1/account/password', { ...as(person), body: { currentPassword, newPassword } });
    expect((await change('not that one at all', 'twelve herons beside the weir')).body.type).toBe(
      '/problems/sign-in-refused',
    );
    const known = await change(TEST_PASSWORD, 'Password123456789');
    expect([known.status, known.body.errors]).toEqual([
      422,
      [expect.objectContaining({ pointer: '/newPassword', detail: expect.stringContaining('breaches') })],
    ]);
    expect((await change(TEST_PASSWORD, 'twelve herons beside the weir')).status).toBe(204);
    expect([(await account(other.token)).status, (await account(person.session)).status]).toEqual([401, 200]);
    expect((await signIn(person.email, TEST_PASSWORD)).status).toBe(403);
    expect((await signIn(person.email, 'twelve herons beside the weir')).status).toBe(201);
  });
});

describe('the own account', () => {
  it('is changed against its version', async () => {
    const person = await people.add();
    expect((await server.patch('/v1/account', null, { name: 'X' }, as(person))).status).toBe(428);
    const changed = await server.patch('/v1/account', 1, { name: 'Robin Ellery' }, as(person));
    expect([changed.status, changed.body.name, changed.headers.etag]).toEqual([200, 'Robin Ellery', '"2"']);
    expect((await server.patch('/v1/account', 1, { name: 'Y' }, as(person))).status).toBe(412);
    expect((await server.patch('/v1/account', 2, { name: null }, as(person))).status).toBe(400);
  });

  it('lists the organizations that one belongs to, and so does the list of organizations', async () => {
    const person = await people.add();
    const { id } = await server.newOrganization();
    await people.join(person, id, 'clinician', { endsOn: '2099-01-01' });
    const over = await server.newOrganization();
    await people.join(person, over.id, 'clinician', { endsOn: '2020-01-01' });
    expect((await account(person.session)).body.organizations).toEqual([
      {
        id,
        name: 'Harbor Light Counseling, PLLC',
        role: 'clinician',
        onBehalfOf: null,
        endsOn: '2099-01-01',
      },
    ]);
    const listed = await server.get('/v1/organizations', as(person));
    expect(listed.body.items.map((organization: { id: string }) => organization.id)).toEqual([id]);
  });

  it('may be changed to nothing by an API that knows no such thing', async () => {
    const person = await people.add();
    const nowhere = await server.call('DELETE', '/v1/account', as(person));
    expect(nowhere.status).toBe(404);
  });
});

// Who is refused costs no hash: what is wrong with the password is found before it is hashed, and is not said.
it.each([
  ['', 'twelve herons beside the weir'],
  [', and no password is looked at', 'short'],
])('an installation that has people is not set up again%s', async (_more, password) => {
  const token = `duecare_setup_${'a'.repeat(43)}`;
  const owner = { name: 'Eve', email: 'eve@evil.example', password };
  const answer = await server.post('/v1/setup', { token, owner }, { key: null });
  expect([answer.status, answer.body.type]).toEqual([409, '/problems/already-set-up']);
});
