// Limits of requests: for each API key, each person and, while nobody is signed in, each address; clearance apart. Health is never counted.
import { SCOPES } from '../src/permissions/roles';
import { Standings } from '../src/identity/standings.service';
import { Tenancy } from '../src/database/tenancy';
import { REQUEST_EXAMPLES } from '../src/server/request-examples';
import { vendorBody } from './factories/records.factory';
import { TestApplication, type Reply } from './support/test-application';
import { TestPeople, type TestPerson } from './support/test-people';

const [PEOPLE, KEYS, ADDRESSES, CLEARANCE] = [5, 7, 4, 3];
const UNKNOWN = `duecare_session_${'x'.repeat(43)}`;

let server: TestApplication;
let people: TestPeople;
let at: string;
let person: TestPerson;

beforeAll(async () => {
  people = await TestPeople.connect();
  const environment = {
    TRUSTED_PROXIES: '127.0.0.1',
    RATE_LIMIT_PEOPLE: String(PEOPLE),
    RATE_LIMIT_KEYS: String(KEYS),
    RATE_LIMIT_ADDRESSES: String(ADDRESSES),
    RATE_LIMIT_CLEARANCE: String(CLEARANCE),
  };
  const clock = { now: () => new Date(Date.now()) };
  server = await TestApplication.start({ environment, clock });
  const founder = await people.add({ secondFactor: true });
  at = await practiceOf(founder);
});

beforeEach(async () => {
  person = await people.add({ secondFactor: true });
  await people.join(person, at.split('/').at(-1) ?? '', 'owner');
});

afterEach(() => jest.restoreAllMocks());
afterAll(() => Promise.all([server.close(), people.close()]));

async function practiceOf(founder: TestPerson): Promise<string> {
  const made = await server.post('/v1/organizations', REQUEST_EXAMPLES['create-organization'], {
    key: founder.session,
  });
  return `/v1/organizations/${made.body.id}`;
}

async function newKey(): Promise<string> {
  const body = { label: 'integration', scopes: SCOPES, validDays: 1 };
  return (await server.post(`${at}/api-keys`, body, { key: person.session })).body.key as string;
}

let last = 0;
const newAddress = (): string => `198.51.100.${(last += 1)}`;
const from = (address: string) => ({ 'x-forwarded-for': address });

async function repeated(times: number, send: () => Promise<Reply>): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (let sent = 0; sent < times; sent += 1) replies.push(await send());
  return replies;
}

const statuses = (replies: Reply[]): number[] => replies.map(({ status }) => status);
const remaining = ({ headers }: Reply): number => Number(/;r=(\d+);/.exec(headers.ratelimit ?? '')?.[1]);
const typeOf = ({ body }: Reply): string => (body as { type: string }).type;

describe('a person', () => {
  const read = () => server.get(`${at}/vendors`, { key: person.session });

  it('is told with each answer how many requests are left, and refused when none is', async () => {
    const replies = await repeated(PEOPLE + 1, read);
    expect(statuses(replies)).toEqual([...Array.from({ length: PEOPLE }, () => 200), 429]);
    expect(replies.map(remaining)).toEqual([4, 3, 2, 1, 0, 0]);
    for (const { headers } of replies) {
      expect(headers['ratelimit-policy']).toBe(`"people";q=${PEOPLE};w=60`);
      expect(headers.ratelimit).toMatch(/^"people";r=\d;t=([1-9]|[1-5]\d|60)$/);
    }
    const refused = replies.at(-1) as Reply;
    expect(typeOf(refused)).toBe('/problems/too-many-requests');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
  });

  it('may go on once the minute is over', async () => {
    await repeated(PEOPLE + 1, read);
    const later = Date.now() + 61_000;
    jest.spyOn(Date, 'now').mockReturnValue(later);
    expect((await read()).status).toBe(200);
  });

  it('is counted whatever the organization and the answer, and takes nothing from others', async () => {
    await server.get('/v1/account', { key: person.session });
    await server.post(`${at}/vendors`, {}, { key: person.session });
    await server.get('/v1/organizations/019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f', { key: person.session });
    expect(remaining(await read())).toBe(PEOPLE - 4);
    const other = await people.add({ secondFactor: true });
    expect(remaining(await server.get('/v1/account', { key: other.session }))).toBe(PEOPLE - 1);
  });

  it('who is refused has done nothing: the record is not there, and an Idempotency-Key is free', async () => {
    await repeated(PEOPLE, read);
    const headers = { 'idempotency-key': 'refused-by-limit' };
    const send = () =>
      server.post(`${at}/vendors`, vendorBody({ key: 'late' }), { key: person.session, headers });
    expect((await send()).status).toBe(429);
    const later = Date.now() + 61_000;
    jest.spyOn(Date, 'now').mockReturnValue(later);
    const sent = await send();
    expect([sent.status, sent.headers['idempotency-replayed']]).toEqual([201, undefined]);
  });
});

describe('an API key', () => {
  it('has a count of its own, and another key another', async () => {
    const [one, two] = [await newKey(), await newKey()];
    const replies = await repeated(KEYS + 1, () => server.get(`${at}/vendors`, { key: one }));
    expect(statuses(replies).at(-1)).toBe(429);
    expect(replies[0]?.headers['ratelimit-policy']).toBe(`"keys";q=${KEYS};w=60`);
    expect((await server.get(`${at}/vendors`, { key: two })).status).toBe(200);
    expect((await server.get(`${at}/vendors`, { key: person.session })).status).toBe(200);
  });

  it('asks for clearance on a count apart, which neither takes from the other', async () => {
    const key = await newKey();
    const ask = () => server.post(`${at}/access/v1/evaluation`, REQUEST_EXAMPLES['evaluate-access'], { key });
    const replies = await repeated(CLEARANCE + 1, ask);
    expect(statuses(replies)).toEqual([200, 200, 200, 429]);
    expect(replies[0]?.headers['ratelimit-policy']).toBe(`"clearance";q=${CLEARANCE};w=60`);
    expect(remaining(await server.get(`${at}/vendors`, { key }))).toBe(KEYS - 1);
  });
});

describe('an address', () => {
  it('is counted for public routes and for credentials that are missing or unknown, together', async () => {
    const headers = from(newAddress());
    const replies = [
      await server.get('/problems/not-found', { key: null, headers }),
      await server.get(`${at}/vendors`, { key: null, headers }),
      await server.get(`${at}/vendors`, { key: UNKNOWN, headers }),
      await server.post(
        '/v1/sessions',
        { email: 'a@b.example', password: 'wrong and long enough' },
        { key: null, headers },
      ),
      await server.get('/problems/not-found', { key: null, headers }),
      await server.get(`${at}/vendors`, { key: null, headers }),
    ];
    expect(statuses(replies)).toEqual([200, 401, 401, 403, 429, 429]);
    expect(replies.map(remaining)).toEqual([3, 2, 1, 0, 0, 0]);
    expect(replies[0]?.headers['ratelimit-policy']).toBe(`"addresses";q=${ADDRESSES};w=60`);
  });

  it('that is used up has no more credentials looked up, while who is known goes on', async () => {
    const headers = from(newAddress());
    expect((await server.get(`${at}/vendors`, { key: person.session, headers })).status).toBe(200);
    await repeated(ADDRESSES, () => server.get(`${at}/vendors`, { key: UNKNOWN, headers }));
    const lookUp = jest.spyOn(server.app.get(Tenancy), 'withoutOrganization');
    expect((await server.get(`${at}/vendors`, { key: UNKNOWN, headers })).status).toBe(429);
    expect(lookUp).not.toHaveBeenCalled();
    expect((await server.get(`${at}/vendors`, { key: person.session, headers })).status).toBe(200);
    expect((await server.get(`${at}/vendors`, { key: UNKNOWN, headers: from(newAddress()) })).status).toBe(
      401,
    );
  });

  it('that is used up keeps nobody out who was known, also once they have to be looked up again', async () => {
    const headers = from(newAddress());
    const read = (path: string) => server.get(path, { key: person.session, headers });
    expect((await read(`${at}/vendors`)).status).toBe(200);
    await repeated(ADDRESSES, () => server.get(`${at}/vendors`, { key: UNKNOWN, headers }));
    const later = Date.now() + 6_000;
    jest.spyOn(Date, 'now').mockReturnValue(later);
    expect((await read(`${at}/vendors`)).status).toBe(200);
    expect((await read('/v1/account')).status).toBe(200);
    server.app.get(Standings).forgetAll();
    expect((await read(`${at}/vendors`)).status).toBe(200);
    expect((await server.get(`${at}/vendors`, { key: UNKNOWN, headers })).status).toBe(429);
  });

  it('of IPv6 is its whole network', async () => {
    const network = (host: number) => from(`2001:db8:0:${process.pid % 1000}::${host}`);
    for (let host = 1; host <= ADDRESSES; host += 1) {
      await server.get('/problems/not-found', { key: null, headers: network(host) });
    }
    expect((await server.get('/problems/not-found', { key: null, headers: network(99) })).status).toBe(429);
  });
});

it.each(['live', 'ready', 'backups'])('health is never counted: %s', async (what) => {
  const headers = from(newAddress());
  const replies = await repeated(ADDRESSES * 3, () => server.get(`/health/${what}`, { key: null, headers }));
  expect(new Set(statuses(replies))).toEqual(new Set([200]));
  expect(replies[0]?.headers).not.toHaveProperty('ratelimit');
});

it('a limit of 0 is none, and nothing is said of it', async () => {
  const unlimited = await TestApplication.start();
  const { headers } = await unlimited.get('/v1/account');
  expect(headers).not.toHaveProperty('ratelimit-policy');
  await unlimited.close();
});
