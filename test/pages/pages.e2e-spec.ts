// Pages over HTTP: who is led where, what a form answers, what other sites can do with them: nothing.
import { TestApplication } from '../support/test-application';
import { TEST_PASSWORD, TestPeople } from '../support/test-people';
import { cookieOf, getPage, sendForm } from '../support/page-forms';

let server: TestApplication;
let people: TestPeople;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
});

afterAll(() => Promise.all([server.close(), people.close()]));

const TOOL = {
  name: 'Northlight Scribe',
  vendorName: 'Northlight Notes, Inc.',
  plan: '',
  functions: ['', 'session_recording'],
  usesAi: 'true',
};

async function practice(): Promise<{ id: string; at: string }> {
  const { id } = await server.newOrganization();
  return { id, at: `/organizations/${id}` };
}

describe('signing in', () => {
  it('is where who is not signed in is led, and back to where they wanted to go', async () => {
    const { at } = await practice();
    const away = await getPage(server, `${at}?x=1`, { key: null });
    expect([away.status, away.headers.location]).toEqual([
      303,
      `/sign-in?to=${encodeURIComponent(`${at}?x=1`)}`,
    ]);
    const person = await people.add({ password: true });
    const form = { email: person.email, password: TEST_PASSWORD, to: at };
    const signedIn = await sendForm(server, '/sign-in', form, { key: null });
    expect([signedIn.status, signedIn.headers.location]).toEqual([303, at]);
    expect(cookieOf(signedIn)).toMatch(/^duecare_session=/);
    const cookie = { cookie: cookieOf(signedIn) };
    expect((await getPage(server, '/portfolio', { key: null, headers: cookie })).status).toBe(200);
    const out = await sendForm(server, '/sign-out', {}, { key: null, headers: cookie });
    expect([out.status, out.headers.location]).toEqual([303, '/sign-in?notice=signed-out']);
    expect((await getPage(server, '/portfolio', { key: null, headers: cookie })).status).toBe(303);
  });

  it('that is refused comes back with the address, without the password, under the status of the API', async () => {
    const form = {
      email: 'nobody@tests.example',
      password: 'a wrong one indeed',
      to: 'https://elsewhere.example',
    };
    const { status, body } = await sendForm(server, '/sign-in', form, { key: null });
    expect(status).toBe(403);
    expect(body).toContain('value="nobody@tests.example"');
    expect(body).toContain('The e-mail address or the password is wrong.');
    expect(body).not.toContain('a wrong one indeed');
    expect(body).not.toContain('elsewhere');
  });
});

describe('a form', () => {
  it('that is right is taken, and the browser goes on', async () => {
    const { at, id } = await practice();
    const { status, headers } = await sendForm(server, `${at}/services`, TOOL);
    expect([status, headers.location]).toEqual([
      303,
      expect.stringMatching(new RegExp(`^${at}/services/[0-9a-f-]{36}\\?notice=added$`)),
    ]);
    const { body } = await server.get(`/v1/organizations/${id}/services`);
    expect(body.items).toMatchObject([
      { key: 'northlight-scribe', vendor: 'northlight-notes-inc', usesAi: true },
    ]);
    const page = await getPage(server, headers.location as string);
    expect(page.body).toContain('<h1>Northlight Scribe</h1>');
    expect(page.body).toContain('Added.');
    expect((await getPage(server, at)).body).toContain('Northlight Scribe');
  });

  it('that is wrong comes back as it was typed, each fault at its field, nothing saved', async () => {
    const { at, id } = await practice();
    const wrong = { ...TOOL, name: '  ', vendorName: 'Typed & kept', functions: '' };
    const { status, body } = await sendForm(server, `${at}/services`, wrong);
    expect(status).toBe(400);
    expect(body).toContain('<a href="#name">What is the tool called? is required</a>');
    expect(body).toContain('<a href="#functions">');
    expect(body).toContain('value="Typed &amp; kept"');
    expect(body).toMatch(/value="true" checked/);
    expect((await server.get(`/v1/organizations/${id}/vendors`)).body.items).toEqual([]);
  });

  it('that names a tool twice says so at its name, and neither the tool nor a vendor is half saved', async () => {
    const { at, id } = await practice();
    await sendForm(server, `${at}/services`, TOOL);
    const again = await sendForm(server, `${at}/services`, { ...TOOL, vendorName: 'Another, Inc.' });
    expect(again.status).toBe(409);
    expect(again.body).toContain('a tool of this name is on your list already');
    expect((await server.get(`/v1/organizations/${id}/vendors`)).body.items).toHaveLength(1);
    const known = await sendForm(server, `${at}/services`, {
      ...{ ...TOOL, name: 'Northlight Chat' },
      ...{ vendor: 'northlight-notes-inc', vendorName: '' },
    });
    expect(known.status).toBe(303);
  });

  it.each([
    ['of another site', { origin: 'https://elsewhere.example' }],
    ['that does not say from where it comes', { origin: '' }],
    ['from nowhere', { origin: 'null' }],
  ])('%s is refused', async (_which, headers) => {
    const { at } = await practice();
    const { status } = await sendForm(server, `${at}/services`, TOOL, { headers });
    expect(status).toBe(403);
    expect(
      (await sendForm(server, '/sign-in', { email: 'a@b.example' }, { key: null, headers })).status,
    ).toBe(403);
  });

  it('is no body for the API, and JSON is none for a page', async () => {
    const { at, id } = await practice();
    const { status, body } = await sendForm(server, `/v1/organizations/${id}/vendors`, {
      key: 'a',
      name: 'A',
    });
    expect([status, JSON.stringify(body)]).toEqual([415, expect.stringContaining('media-type-unsupported')]);
    expect((await server.post(`${at}/services`, TOOL)).status).toBe(415);
  });
});

describe('a page', () => {
  it('of another practice is not found, and says so to a person', async () => {
    const { at } = await practice();
    const stranger = await people.add();
    const { status, body } = await getPage(server, at, { key: stranger.session });
    expect(status).toBe(404);
    expect(body).toContain('<h1>');
    expect(body).toContain('There is no organization with this id.');
  });

  it('that nobody serves says so to a person in a page, and to a program as the API does', async () => {
    const { at } = await practice();
    for (const path of [`${at}/nowhere`, '/nowhere', '/nowhere?v1=x']) {
      const { status, headers, body } = await getPage(server, path, { key: null });
      expect([path, status, headers['content-type']]).toEqual([path, 404, 'text/html; charset=utf-8']);
      expect(body).toContain('Go to the first page');
      expect(String(headers['content-security-policy'])).toContain("default-src 'none'");
    }
    for (const [path, read] of [
      [`${at}/nowhere`, server.get.bind(server)],
      ['/v1/nowhere', (of: string) => getPage(server, of)],
      ['/assets/nowhere/at-all', (of: string) => getPage(server, of)],
    ] as const) {
      const { status, headers } = await read(path);
      expect([path, status, headers['content-type']]).toEqual([
        path,
        404,
        'application/problem+json; charset=utf-8',
      ]);
    }
  });

  it('of what a role may not do is refused', async () => {
    const { at, id } = await practice();
    const auditor = await people.add();
    await people.join(auditor, id, 'auditor');
    expect((await getPage(server, at, { key: auditor.session })).status).toBe(200);
    const { status, body } = await getPage(server, `${at}/services/new`, { key: auditor.session });
    expect([status, body.includes('<h1>')]).toEqual([403, true]);
  });

  it('loads and runs nothing but what comes from here', async () => {
    const { headers, body } = await getPage(server, '/sign-in', { key: null });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).not.toContain('unsafe');
    expect(headers['referrer-policy']).toBe('same-origin');
    const assets = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path as string);
    expect(assets.length).toBeGreaterThanOrEqual(3);
    for (const path of assets) {
      const asset = await server.app.inject({ method: 'GET', url: path });
      expect([path, asset.statusCode, asset.headers['cache-control']]).toEqual([
        path,
        200,
        'public, max-age=31536000, immutable',
      ]);
    }
  });

  it('is told to a program as the API tells it', async () => {
    const { at } = await practice();
    const { status, body } = await server.get(at, { key: null });
    expect([status, body.type]).toEqual([401, '/problems/unauthenticated']);
  });
});
