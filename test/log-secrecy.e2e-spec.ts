// The log at its most talkative: nothing of what lets somebody in, and nothing of what somebody typed, ever stands in it.
import { cookieName } from '../src/identity/credential';
import { Tenancy } from '../src/database/tenancy';
import { vendorBody } from './factories/records.factory';
import { TestApplication } from './support/test-application';
import { TEST_PASSWORD, TestPeople } from './support/test-people';

let server: TestApplication;
let people: TestPeople;
let written: string[];

/** Keeps what is written instead of writing it. */
function listen(): void {
  written = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written.push(String(chunk));
    return true;
  });
}

beforeAll(async () => {
  listen();
  const environment = { LOG_LEVEL: 'trace' };
  [server, people] = await Promise.all([TestApplication.start({ environment }), TestPeople.connect()]);
});

beforeEach(listen);

afterEach(() => jest.restoreAllMocks());
afterAll(() => Promise.all([server.close(), people.close()]));

/** What was logged once the lines of this turn have left. */
async function logged(): Promise<string> {
  await new Promise((resolve) => setImmediate(resolve));
  return written.join('');
}

it('a token in Authorization, in a cookie, in the query: none of them, whatever the answer', async () => {
  const { session } = await people.add({ secondFactor: true });
  const cookie = `${cookieName(true)}=${session}`;
  const wrong = 'duecare_session_wrongwrongwrongwrongwrongwrongwrongwrong';
  const replies = [
    await server.get('/v1/account', { key: session }),
    await server.get('/v1/account', { key: null, headers: { cookie } }),
    await server.get('/v1/account', { key: wrong }),
    await server.get(`/v1/account?token=${session}&code=hidden-code`, { key: session }),
    await server.get(`/v1/organizations/${session}/vendors?q=${wrong}`, { key: session }),
    await server.get(`/v1/nowhere/${session}?access_token=${wrong}`, { key: null }),
    await server.get(`/v1/%zz?access_token=${wrong}`, { key: null }),
  ];
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 401, 200, 404, 404, 404]);
  const log = await logged();
  expect(log).toContain('"route":"/v1/account"');
  expect(log).not.toMatch(/duecare_session_|hidden-code|access_token|token=/);
});

it('a password, and the session that it opens as a token and as a cookie: none of them', async () => {
  const person = await people.add({ password: true });
  const sessions: string[] = [];
  for (const cookie of [false, true]) {
    const signedIn = await server.post(
      '/v1/sessions',
      { email: person.email, password: TEST_PASSWORD, cookie },
      { key: null },
    );
    expect(signedIn.status).toBe(201);
    sessions.push((signedIn.body.token as string | undefined) ?? String(signedIn.headers['set-cookie']));
  }
  const refused = { email: person.email, password: 'a wrong but long password' };
  expect((await server.post('/v1/sessions', refused, { key: null })).status).toBe(403);
  const log = await logged();
  expect(sessions.join()).toContain('duecare_session_');
  expect(log).toContain('"route":"/v1/sessions"');
  expect(log).not.toMatch(/duecare_session_|magpies|wrong but long|set-cookie/i);
  expect(log).not.toContain(person.email);
});

it('a body, whether it is taken, refused, cannot be read or meets an error of ours', async () => {
  const { at } = await server.newOrganization();
  const headers = { 'content-type': 'application/json', 'idempotency-key': 'secret-idempotency-key' };
  const taken = await server.post(`${at}/vendors`, vendorBody({ name: 'Whispered Name' }), { headers });
  const refused = await server.post(`${at}/vendors`, { key: 'Whispered Name', 'Whispered Field': 1 });
  const unreadable = await server.post(`${at}/vendors`, '{"key": "Whispered Name', { headers });
  jest
    .spyOn(server.app.get(Tenancy), 'withOrganizationWrite')
    .mockRejectedValueOnce(
      Object.assign(new Error('failing row contains (Whispered Name)'), { code: 'XX000' }),
    );
  const failed = await server.post(`${at}/vendors`, vendorBody({ key: 'other', name: 'Whispered Name' }));
  expect([taken, refused, unreadable, failed].map(({ status }) => status)).toEqual([201, 400, 400, 500]);
  const log = await logged();
  expect(log).toContain('"status":500');
  expect(log).not.toMatch(/Whispered|secret-idempotency-key/);
});

it('an answer with a secret that is shown once', async () => {
  const { at } = await server.newOrganization();
  const body = { label: 'Whispered label', scopes: ['records.read'], validDays: 1 };
  const made = await server.post(`${at}/api-keys`, body, { headers: { 'idempotency-key': 'k' } });
  expect(made.status).toBe(201);
  const log = await logged();
  expect(log).toContain('"status":201');
  expect(log).not.toMatch(/duecare_key_|Whispered/);
});
