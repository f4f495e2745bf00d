// What answers tell a browser: load and run nothing, keep nothing, tell nobody. Pages of other origins only where a setting names them.
import { cookieName } from '../src/identity/credential';
import { REQUEST_EXAMPLES } from '../src/server/request-examples';
import { TestApplication, type Reply } from './support/test-application';
import { TestPeople } from './support/test-people';

const [FRIEND, STRANGER] = ['https://ehr.example', 'https://elsewhere.example'];
const API_POLICY = "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'";

let server: TestApplication;
let people: TestPeople;

beforeAll(async () => {
  const environment = {
    PUBLIC_URL: 'https://duecare.example',
    ALLOWED_ORIGINS: `${FRIEND}, http://localhost:5173`,
  };
  [server, people] = await Promise.all([TestApplication.start({ environment }), TestPeople.connect()]);
});

afterAll(() => Promise.all([server.close(), people.close()]));

describe('every answer', () => {
  it.each([
    ['a record', (at: string) => server.get(at)],
    ['a page of records', (at: string) => server.get(`${at}/vendors`)],
    ['a new record', (at: string) => server.post(`${at}/vendors`, REQUEST_EXAMPLES['create-vendor'])],
    ['a dossier', (at: string) => server.get(`${at}/dossier`)],
    ['the audit log', (at: string) => server.get(`${at}/audit-events`)],
    [
      'a question of clearance',
      (at: string) => server.post(`${at}/access/v1/evaluation`, REQUEST_EXAMPLES['evaluate-access']),
    ],
    ['a refusal', (at: string) => server.get(at, { key: null })],
    ['an address that does not exist', () => server.get('/v1/nowhere')],
    ['an address that cannot be read', () => server.get('/v1/%zz')],
    [
      'a body that is too large',
      (at: string) =>
        server.post(`${at}/vendors`, 'x'.repeat(6 << 20), {
          headers: { 'content-type': 'application/json' },
        }),
    ],
    ['health', () => server.get('/health/live', { key: null })],
  ])('lets a browser do nothing with it and keep nothing of it: %s', async (_what, ask) => {
    const { at } = await server.newOrganization();
    const { headers } = await ask(at);
    expect(headers).toMatchObject({
      'content-security-policy': API_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('microphone=()'),
      'strict-transport-security': 'max-age=31536000',
      'cache-control': 'no-store',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('server');
  });

  it('of every GET under an organization is kept by nobody', async () => {
    const { at, id } = await server.newOrganization();
    const file = await server.upload(`${at}/files`, {
      name: 'a.txt',
      type: 'text/plain',
      bytes: Buffer.from('text\n'),
    });
    const urls = server.routes
      .filter(({ method, url }) => method === 'GET' && url.includes(':organizationId'))
      .map(({ url }) => url.replace(':organizationId', id).replaceAll(/:[A-Za-z]+/g, file.body.id as string));
    expect(urls.length).toBeGreaterThan(50);
    let found = 0;
    for (const url of urls) {
      const { status, headers } = await server.get(url);
      expect([url, headers['cache-control']]).toEqual([url, 'no-store']);
      if (status === 200) found += 1;
    }
    expect(found).toBeGreaterThan(25);
  });

  it('tells of https only where the installation is reached by it', async () => {
    const plain = await TestApplication.start();
    expect((await plain.get('/health/live')).headers).not.toHaveProperty('strict-transport-security');
    await plain.close();
  });
});

describe('the API reference', () => {
  it('may load its own scripts and styles and nothing else, and has no script in its page', async () => {
    const page = await server.app.inject({ method: 'GET', url: '/docs' });
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:|\*/);
    const scripts = [...page.body.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)];
    expect(scripts.length).toBeGreaterThan(2);
    for (const [, attributes, inline] of scripts) {
      expect([attributes, inline?.trim()]).toEqual([expect.stringMatching(/src="(\.\/)?docs\//), '']);
    }
  });

  it('is alone in that: the document beside it and what only begins like it are as strict as the rest', async () => {
    for (const url of ['/openapi.json', '/docsother']) {
      const { headers } = await server.app.inject({ method: 'GET', url });
      expect([url, headers['content-security-policy']]).toEqual([url, API_POLICY]);
    }
  });
});

describe('a page of another origin', () => {
  const preflight = (at: string, origin: string) =>
    server.app.inject({
      method: 'OPTIONS',
      url: `${at}/vendors`,
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization, content-type, idempotency-key',
      },
    });
  const allowed = ({ headers }: { headers: Record<string, unknown> }) =>
    headers['access-control-allow-origin'];

  it.each([FRIEND, 'http://localhost:5173'])(
    'that is named may ask and read, without cookies: %s',
    async (origin) => {
      const { at } = await server.newOrganization();
      const asked = await preflight(at, origin);
      expect([asked.statusCode, allowed(asked)]).toEqual([204, origin]);
      for (const name of ['idempotency-key', 'duecare-text-confirmed', 'x-request-id'])
        expect(asked.headers['access-control-allow-headers']).toContain(name);
      const read = await server.get(`${at}/vendors`, { headers: { origin } });
      expect([read.status, allowed(read)]).toEqual([200, origin]);
      expect(read.headers['access-control-expose-headers']).toContain('etag');
      expect(read.headers.vary).toMatch(/origin/i);
      for (const { headers } of [asked, read])
        expect(headers).not.toHaveProperty('access-control-allow-credentials');
    },
  );

  it.each([
    STRANGER,
    'https://ehr.example.elsewhere.example',
    'http://ehr.example',
    'https://ehr.example:8443',
    'null',
  ])('that is not named may not: %s', async (origin) => {
    const { at } = await server.newOrganization();
    expect(allowed(await preflight(at, origin))).toBeUndefined();
    expect(allowed(await server.get(`${at}/vendors`, { headers: { origin } }))).toBeUndefined();
  });

  it('even one that is named changes nothing with the cookie of a session', async () => {
    const person = await people.add({ secondFactor: true });
    const headers = { cookie: `${cookieName(false)}=${person.session}`, origin: FRIEND };
    const made: Reply = await server.post('/v1/organizations', REQUEST_EXAMPLES['create-organization'], {
      key: null,
      headers,
    });
    expect([made.status, made.body.type]).toEqual([403, '/problems/cross-site-request']);
  });

  it('may nothing anywhere unless a setting says so', async () => {
    const closed = await TestApplication.start();
    const asked = await closed.app.inject({
      method: 'OPTIONS',
      url: '/v1/account',
      headers: { origin: FRIEND, 'access-control-request-method': 'GET' },
    });
    const read = await closed.get('/v1/account', { headers: { origin: FRIEND } });
    for (const { headers } of [asked, read]) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    await closed.close();
  });
});
