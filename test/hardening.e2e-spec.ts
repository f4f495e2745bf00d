// What OWASP ASVS asks of every address and answer, and no other test shows (docs/asvs.md names each of these).
import { generate } from 'otplib';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { vendorBody } from './factories/records.factory';
import { TestApplication } from './support/test-application';
import { testDatabase } from './support/test-database';
import { TEST_PASSWORD, TestPeople, type TestPerson } from './support/test-people';
import { until } from './support/until';

let server: TestApplication;
let people: TestPeople;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
  await server.app.listen(0, '127.0.0.1');
});

afterAll(() => Promise.all([server.close(), people.close()]));

const as = ({ session }: TestPerson) => ({ key: session });

/** Sends bytes as they are, as no client library would. @returns all that came back */
function raw(bytes: string): Promise<string> {
  const { port } = server.app.getHttpServer().address() as AddressInfo;
  const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
  return text(socket);
}

const statusesIn = (answer: string): string[] =>
  [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, one]) => one as string);

describe('what somebody typed stays text', () => {
  it.each([
    `'); drop table vendor; --`,
    '{{constructor.constructor("return process")()}} ${7*7} <%= 7 %> #{7}',
    '<script>alert(1)</script><img src=x onerror=alert(1)>',
    '"}],"role":"owner","x":[{"y":"\\u0022',
    '%s %n %x $(reboot) `reboot` ; reboot | reboot',
    '*)(uid=*))(|(uid=*',
  ])('%s', async (name) => {
    const { at } = await server.newOrganization();
    const made = await server.post(`${at}/vendors`, vendorBody({ name }));
    expect([made.status, made.body.name]).toEqual([201, name]);
    expect((await server.get(`${at}/vendors`)).body.items).toEqual([made.body]);
  });

  it('is decoded once: what is written with two escapes is not what it would be with one', async () => {
    const { at } = await server.newOrganization();
    const { body } = await server.post(`${at}/vendors`, vendorBody());
    expect((await server.get(`${at}/vendors?key=${body.key.replace('n', '%6e')}`)).body.items).toEqual([
      body,
    ]);
    const twice = await server.get(`${at}/vendors?key=${body.key.replace('n', '%256e')}`);
    expect([twice.status, twice.body.errors[0].pointer]).toEqual([400, '/key']);
    expect((await server.get(`${at}%252fvendors`)).status).toBe(404);
  });

  it('twice in an address is refused, whichever of the two would have counted', async () => {
    const { at } = await server.newOrganization();
    for (const query of ['limit=1&limit=2', 'key=a&key=b', 'cursor=a&cursor=b']) {
      expect([query, (await server.get(`${at}/vendors?${query}`)).status]).toEqual([query, 400]);
    }
  });
});

describe('an answer', () => {
  it('says what it is, with its character set where it is text, and that nothing is to be guessed', async () => {
    const { at } = await server.newOrganization();
    const csv = await server.upload(`${at}/files`, {
      ...{ name: 'hosts.csv', type: 'text/csv', bytes: Buffer.from('name,country\nHöst,DE\n') },
    });
    const vendor = await server.post(`${at}/vendors`, vendorBody());
    const answers = {
      [`${vendor.headers.location}`]: 'application/json; charset=utf-8',
      '/v1/nowhere': 'application/problem+json; charset=utf-8',
      '/health/live': 'application/json; charset=utf-8',
      [`${at}/audit-events/export?format=csv`]: 'text/csv; charset=utf-8',
      [`${at}/audit-events/export?format=ndjson`]: 'application/x-ndjson',
      [`${csv.headers.location}/content`]: 'text/csv; charset=utf-8',
      '/docs': 'text/html; charset=utf-8',
      '/openapi.json': 'application/json; charset=utf-8',
    };
    for (const [url, type] of Object.entries(answers)) {
      const authorization = `Bearer ${testDatabase().session}`;
      const { headers } = await server.app.inject({ url, headers: { authorization } });
      const said = [String(headers['content-type']).toLowerCase(), headers['x-content-type-options']];
      expect([url, ...said]).toEqual([url, type, 'nosniff']);
    }
  });

  it.each([
    '/.git/config',
    '/.env',
    '/package.json',
    '/src/main.ts',
    '/data/signing-key.pem',
    '/docs/../package.json',
  ])('never is a file of the installation: %s', async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
    expect(statusesIn(answer)).toEqual(['404']);
  });

  it.each(['/docs/%2e%2e/package.json', '/docs/..%2f..%2fpackage.json', '/docs/%2e%2e%2f%2e%2e%2f.env'])(
    'nor by escapes: %s',
    async (path) => {
      const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
      expect(answer).not.toMatch(/^HTTP\/1\.1 2/);
      expect(answer).not.toMatch(/"dependencies"|DATABASE_URL/);
    },
  );

  it('lists no folder, and gives no method that repeats the request', async () => {
    for (const folder of ['/assets', '/assets/', '/views/'])
      expect((await server.get(folder)).status).toBe(404);
    expect((await server.get('/docs/node_modules/')).status).toBe(404);
    const trace = await raw('TRACE / HTTP/1.1\r\nHost: a\r\nX-Secret: repeated\r\nConnection: close\r\n\r\n');
    expect(trace).not.toContain('repeated');
    expect(statusesIn(trace)).toEqual(['404']);
  });
});

describe('one request', () => {
  const smuggled = 'GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n';

  it.each([
    ['two lengths', `Content-Length: 0\r\nContent-Length: ${smuggled.length}\r\n\r\n`],
    [
      'a length beside chunks',
      `Transfer-Encoding: chunked\r\nContent-Length: ${smuggled.length}\r\n\r\n0\r\n\r\n`,
    ],
    ['chunks by another name', 'Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n'],
    ['a header broken over lines', 'X-One: a\r\n Transfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n'],
  ])('with %s is refused, and what follows it is not taken for another', async (_what, rest) => {
    const answer = await raw(
      `POST /v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n${rest}${smuggled}`,
    );
    expect(statusesIn(answer)).toEqual(['400']);
  });
});

describe('the address of a client', () => {
  const FORGED = {
    'x-forwarded-for': '203.0.113.9',
    'x-real-ip': '203.0.113.9',
    forwarded: 'for=203.0.113.9',
  };

  async function addressOfSession(application: TestApplication): Promise<string> {
    const { email } = await people.add({ password: true });
    const body = { email, password: TEST_PASSWORD };
    const { token } = (await application.post('/v1/sessions', body, { key: null, headers: FORGED })).body;
    const { items } = (await application.get('/v1/account/sessions', { key: token })).body;
    return items.find(({ current }: { current: boolean }) => current).address as string;
  }

  it('is the one that connected, whatever the client says of itself', async () => {
    expect(await addressOfSession(server)).toBe('127.0.0.1');
  });

  it('is what a proxy says that is trusted', async () => {
    const behind = await TestApplication.start({ environment: { TRUSTED_PROXIES: '127.0.0.1' } });
    expect(await addressOfSession(behind)).toBe('203.0.113.9');
    await behind.close();
  });
});

describe('an uploaded file', () => {
  const PDF = Buffer.from('%PDF-1.7\nOverview\n%%EOF');

  it.each([
    ['../../../../etc/passwd.pdf', 'passwd.pdf'],
    ['..\\..\\boot.pdf', 'boot.pdf'],
    ['übersicht; filename=x.exe; .pdf', 'übersicht; filename=x.exe; .pdf'],
  ])('named %s lies under its id and is given back under a name alone', async (sent, name) => {
    const { at } = await server.newOrganization();
    const { headers, body } = await server.upload(`${at}/files`, {
      name: sent,
      type: 'application/pdf',
      bytes: PDF,
    });
    expect(body.name).toBe(name);
    const disposition =
      (await server.get(`${headers.location}/content`)).headers['content-disposition'] ?? '';
    expect(disposition).toMatch(/^attachment; filename=/);
    expect(disposition).not.toMatch(/[/\\]|\.exe; \.pdf$/);
  });

  it('is no drawing that could hold a script', async () => {
    const { at } = await server.newOrganization();
    const svg = {
      name: 'logo.svg',
      type: 'image/svg+xml',
      bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    };
    expect((await server.upload(`${at}/files`, svg)).status).toBe(415);
  });
});

describe('factors', () => {
  const signIn = (email: string, password: string) =>
    server.post('/v1/sessions', { email, password }, { key: null });

  it('a password of ten years ago is taken: nothing has to be changed by the calendar', async () => {
    const person = await people.add({ password: true });
    await people.query(
      `update person_password set changed_at = now() - interval '10 years' where person_id = $1`,
      [person.id],
    );
    expect((await signIn(person.email, TEST_PASSWORD)).status).toBe(201);
  });

  it('a new one ends the other sessions; a password set anew by mail leaves it in place', async () => {
    const person = await people.add({ password: true });
    const other = (await signIn(person.email, TEST_PASSWORD)).body.token as string;
    const { secret } = (await server.post('/v1/account/totp', undefined, as(person))).body;
    expect((await server.get('/v1/account', { key: other })).status).toBe(200);
    const code = await generate({ secret });
    expect((await server.post('/v1/account/totp/confirmations', { code }, as(person))).status).toBe(200);
    expect((await server.get('/v1/account', { key: other })).status).toBe(401);

    await server.post('/v1/password-resets', { email: person.email }, { key: null });
    await until(() => server.mail.tokenTo(person.email) !== '');
    const password = 'nine kettles beside an old canal';
    const token = server.mail.tokenTo(person.email);
    expect(
      (await server.post('/v1/password-resets/redemptions', { token, password }, { key: null })).status,
    ).toBe(204);
    const again = await signIn(person.email, password);
    expect(again.body.secondFactor).toBe('needed');
    expect((await server.get('/v1/account', { key: again.body.token })).body.type).toBe(
      '/problems/second-factor-needed',
    );
  });
});

describe('the log', () => {
  let lines: string[];

  async function logging(run: (application: TestApplication) => Promise<unknown>): Promise<void> {
    const written: string[] = [];
    const spy = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      written.push(String(chunk));
      return true;
    });
    try {
      const application = await TestApplication.start({ environment: { LOG_LEVEL: 'info' } });
      await run(application);
      await application.close();
      await new Promise(setImmediate);
    } finally {
      spy.mockRestore();
    }
    lines = written.join('').trimEnd().split('\n');
  }

  const ofRequest = (id: string) =>
    lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ requestId }) => requestId === id);
  const headers = (id: string) => ({ 'x-request-id': id, 'user-agent': 'Quill\t"},{"level":"fatal' });

  it('says of a refused request who asked for what, from where and why it was refused, and nothing that was typed', async () => {
    const { id, at } = await server.newOrganization();
    const auditor = await people.add();
    await people.join(auditor, id, 'auditor');
    const stranger = await people.add();
    const name = 'typed-by-a-person\n{"level":"fatal"}';
    await logging(async (application) => {
      const body = vendorBody({ name });
      await application.post(`${at}/vendors`, body, { ...as(auditor), headers: headers('refused-role') });
      await application.get(`${at}/vendors?key=typed`, {
        ...as(stranger),
        headers: headers('refused-stranger'),
      });
      await application.get(`${at}/vendors`, { key: null, headers: headers('refused-nobody') });
      const claim = { email: 'typed@tests.example', password: 'typed by a person' };
      await application.post('/v1/sessions', claim, { key: null, headers: headers('refused-sign-in') });
      await application.post(
        `${at}/vendors`,
        { ...body, color: 'typed' },
        { headers: headers('refused-field') },
      );
      await application.get('/v1/account', { ...as(stranger), headers: headers('served-account') });
    });
    const route = '/v1/organizations/:organizationId/vendors';
    const person = (one: TestPerson) => ({ actorKind: 'person', actorId: one.id, address: '127.0.0.1' });
    const nobody = { actorKind: null, actorId: null, address: '127.0.0.1' };
    const seen = (request: string) =>
      ofRequest(request).map(({ time: _time, milliseconds: _ms, ...rest }) => rest);
    const line = (requestId: string, rest: object) => [{ level: 'info', requestId, ...rest }];
    expect(seen('refused-role')).toEqual(
      line('refused-role', { method: 'POST', route, status: 403, problem: 'forbidden', ...person(auditor) }),
    );
    expect(seen('refused-stranger')).toEqual(
      line('refused-stranger', {
        method: 'GET',
        route,
        status: 404,
        problem: 'not-found',
        ...person(stranger),
      }),
    );
    expect(seen('refused-nobody')).toEqual(
      line('refused-nobody', { method: 'GET', route, status: 401, problem: 'unauthenticated', ...nobody }),
    );
    expect(seen('refused-sign-in')).toEqual(
      line('refused-sign-in', {
        method: 'POST',
        route: '/v1/sessions',
        status: 403,
        problem: 'sign-in-refused',
        ...nobody,
      }),
    );
    expect(seen('refused-field')).toMatchObject([
      { status: 400, problem: 'request-invalid', actorKind: 'person' },
    ]);
    expect(seen('served-account')).toEqual(
      line('served-account', { method: 'GET', route: '/v1/account', status: 200 }),
    );
    expect(lines.join('\n')).not.toMatch(/typed|fatal|Quill/);
    for (const { time } of ofRequest('refused-role')) expect(time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });
});
