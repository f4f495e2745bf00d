// Every route of the router, called by everybody: signed out, each role, API keys, another organization. What a route allows stands in the table of
// permissions/roles.ts; whoever does not belong finds nothing, in the same words as where there is nothing. The matrix is printed.
import { v7 as uuidv7 } from 'uuid';
import { Tenancy } from '../src/database/tenancy';
import { Standings } from '../src/identity/standings.service';
import { ROLE_NAMES, roleMay, PERMISSIONS, SCOPES, type Role } from '../src/permissions/roles';
import { dossierBody } from './factories/records.factory';
import { declaredRoutes, type Declared } from './support/declared-routes';
import { TestApplication, type Reply, type Route } from './support/test-application';
import { askVendor, sendLink } from './support/asked-vendor';
import { TestPeople, type TestPerson } from './support/test-people';
import { VendorVisitor } from './support/vendor-visitor';

let server: TestApplication;
let people: TestPeople;
let practice: { id: string; at: string; key: string };
let other: { id: string; at: string; key: string };
let members: Map<Role, TestPerson>;
let otherOwner: TestPerson;
let keys: { own: string; other: string };
let routes: Declared[];

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
  [practice, other] = [await server.newOrganization(), await server.newOrganization()];
  const dossier = dossierBody((await practiceOf(practice.id)) as object);
  expect((await server.post(`${practice.at}/dossier/imports`, dossier)).status).toBe(200);
  members = new Map();
  for (const role of ROLE_NAMES) {
    const person = await people.add({ secondFactor: true, name: role });
    await people.join(person, practice.id, role);
    members.set(role, person);
  }
  otherOwner = await people.add({ secondFactor: true });
  await people.join(otherOwner, other.id, 'owner');
  keys = { own: await newKey(practice.at), other: await newKey(other.at) };
  routes = declaredRoutes(server);
});

afterAll(() => Promise.all([server.close(), people.close()]));

async function practiceOf(id: string): Promise<unknown> {
  const {
    id: _id,
    version: _version,
    createdAt: _made,
    updatedAt: _changed,
    closedAt: _closed,
    eraseOn: _erased,
    ...fields
  } = (await server.get(`/v1/organizations/${id}`)).body as Record<string, unknown>;
  return fields;
}

async function newKey(at: string): Promise<string> {
  const made = await server.post(`${at}/api-keys`, { label: 'matrix', scopes: SCOPES, validDays: 1 });
  return made.body.key as string;
}

const NOWHERE = '019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f';

function addressOf({ url }: Route, organizationId: string, id: string = NOWHERE): string {
  return url.replace(':organizationId', organizationId).replaceAll(/:[A-Za-z]+/g, id);
}

function call(route: Route, url: string, key: string | null): Promise<Reply> {
  const body = ['POST', 'PUT', 'PATCH'].includes(route.method) ? {} : undefined;
  return server.call(route.method, url, { key, ...(body ? { body } : {}) });
}

/** A problem without what differs from one request to the next. */
function words({ status, body }: Reply): unknown {
  const { instance: _instance, requestId: _requestId, ...rest } = body as Record<string, unknown>;
  return { status, ...rest };
}

/** Pages are for people: a key opens none. */
const isPage = ({ url }: Route): boolean => !url.startsWith('/v1/');
const nameOf = ({ method, url }: Route): string => `${method} ${url}`;
const ofOrganization = (route: Declared): route is Declared & { access: { kind: 'action' } } =>
  route.access?.kind === 'action';

it('every route says who may call it, and those of an organization name an action', () => {
  expect(routes.length).toBeGreaterThan(100);
  const silent = routes.filter(({ access }) => !access);
  expect(silent.map(nameOf)).toEqual([]);
  const wrong = routes.filter((route) => route.url.includes(':organizationId') !== ofOrganization(route));
  expect(wrong.map(nameOf)).toEqual([]);
});

it('signed out, nothing answers but what is public', async () => {
  for (const route of routes) {
    const { status } = await call(route, addressOf(route, practice.id), null);
    expect([nameOf(route), status === 401]).toEqual([nameOf(route), route.access?.kind !== 'public']);
  }
});

it('each role may what the table says, no more and no less, and nothing ends in an error of ours', async () => {
  const lines: string[] = [];
  for (const route of routes.filter(ofOrganization)) {
    const { action } = route.access;
    const marks: string[] = [];
    for (const role of ROLE_NAMES) {
      const reply = await call(route, addressOf(route, practice.id), members.get(role)?.session ?? '');
      const allowed = roleMay(role, action);
      expect([nameOf(route), role, isForbidden(reply)]).toEqual([nameOf(route), role, !allowed]);
      expect([nameOf(route), role, reply.status]).not.toEqual([nameOf(route), role, 401]);
      expect([nameOf(route), role, reply.status < 500]).toEqual([nameOf(route), role, true]);
      marks.push(allowed ? 'yes' : '403');
    }
    const withKey = await call(route, addressOf(route, practice.id), keys.own);
    const takesKeys = PERMISSIONS[action].scope && !isPage(route);
    expect([nameOf(route), 'key', isForbidden(withKey)]).toEqual([nameOf(route), 'key', !takesKeys]);
    marks.push(takesKeys ? 'yes' : '403');
    lines.push(
      `${nameOf(route).replace('/v1/organizations/:organizationId', '...').padEnd(52)} ${marks.join(' ')} 404 401`,
    );
  }
  const heads = [...ROLE_NAMES.map((role) => role.slice(0, 3)), 'key', 'oth', 'out'].join(' ');
  process.stdout.write(`\n${'route (... is one organization)'.padEnd(52)} ${heads}\n${lines.join('\n')}\n`);
}, 300_000);

function isForbidden({ body }: Reply): boolean {
  return (body as { type?: string }).type === '/problems/forbidden';
}

it('another organization is not found, in the same words as one that does not exist', async () => {
  let leaks = 0;
  for (const route of routes.filter(ofOrganization)) {
    for (const key of [otherOwner.session, keys.other]) {
      const theirs = words(await call(route, addressOf(route, practice.id), key));
      const nobodys = words(await call(route, addressOf(route, uuidv7()), key));
      if (JSON.stringify(theirs) !== JSON.stringify(nobodys)) leaks += 1;
      expect([nameOf(route), theirs]).toEqual([nameOf(route), nobodys]);
      expect([nameOf(route), theirs]).toMatchObject([
        nameOf(route),
        { status: 404, type: '/problems/not-found' },
      ]);
    }
  }
  process.stdout.write(`route matrix: ${routes.length} routes, ${leaks} leaks\n`);
});

it('and after the same work: one look-up of who asks, and nothing of either organization', async () => {
  const tenancy = server.app.get(Tenancy);
  const doors = [
    'readOne',
    'withOrganizationsRead',
    'withOrganizationWrite',
    'withPerson',
    'withNobody',
  ] as const;
  const opened = doors.map((door) => jest.spyOn(tenancy, door));
  const asked = jest.spyOn(tenancy, 'withoutOrganization');
  // Sweeps in the background open doors too, for others.
  const isFor =
    (id: string) =>
    ([first]: unknown[]): boolean =>
      typeof first === 'function' || [first].flat().includes(id);
  const isLookUp = ([query]: [{ name?: string }]) => query.name?.startsWith('authenticate-') === true;
  const work = async (route: Declared, organizationId: string, key: string): Promise<number[]> => {
    [...opened, asked].forEach((door) => door.mockClear());
    server.app.get(Standings).forgetAll();
    await call(route, addressOf(route, organizationId), key);
    const calls = opened.map(({ mock }) => mock.calls.filter(isFor(organizationId)).length);
    return [asked.mock.calls.filter(isLookUp).length, ...calls];
  };
  for (const route of routes.filter(ofOrganization)) {
    for (const key of [otherOwner.session, keys.other]) {
      const [theirs, nobodys] = [await work(route, practice.id, key), await work(route, uuidv7(), key)];
      expect([nameOf(route), theirs, nobodys]).toEqual([
        nameOf(route),
        [1, 0, 0, 0, 0, 0],
        [1, 0, 0, 0, 0, 0],
      ]);
    }
  }
  [...opened, asked].forEach((door) => door.mockRestore());
});

it("a record of another organization is not found under one's own, in the same words as one that does not exist", async () => {
  let compared = 0;
  const withRecord = routes.filter(({ url }) => /:organizationId\/[^:]+\/:[A-Za-z]+/.test(url));
  for (const route of withRecord) {
    const list = route.url.replace(/\/:(?!organizationId).*$/, '');
    const listed = await server.get(addressOf({ ...route, url: list }, practice.id));
    const [record] = (listed.body as { items?: { id: string }[] }).items ?? [];
    if (!record) continue;
    const headers = { 'if-match': '"1"' };
    const ask = async (id: string) =>
      words(
        await server.call(route.method, addressOf(route, other.id, id), {
          headers,
          key: otherOwner.session,
          ...bodyOf(route),
        }),
      );
    expect([nameOf(route), await ask(record.id)]).toEqual([nameOf(route), await ask(uuidv7())]);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(30);
});

function bodyOf({ method }: Route): { body?: object } {
  return ['POST', 'PUT', 'PATCH'].includes(method) ? { body: {} } : {};
}

it("what is a person's own is for people: no API key, and nobody without a session", async () => {
  for (const route of routes.filter(({ access }) => access?.kind === 'person')) {
    const withKey = await call(route, addressOf(route, practice.id), keys.own);
    expect([nameOf(route), isForbidden(withKey)]).toEqual([nameOf(route), true]);
    const fresh = await people.add();
    const reply = await call(route, addressOf(route, practice.id), fresh.session);
    expect([
      nameOf(route),
      [401, 403].includes(reply.status) && !isOfCode(reply),
      reply.status < 500,
    ]).toEqual([nameOf(route), false, true]);
  }
});

/** A body of the wrong form, a wrong code: refused for what it says, not for who says it. */
function isOfCode({ body }: Reply): boolean {
  return (body as { type?: string }).type === '/problems/second-factor-refused';
}

it('who has a second factor and has not given it can do nothing but give it or sign out', async () => {
  const halfway = await people.add({ secondFactor: true });
  await people.join(halfway, practice.id, 'owner');
  await people.query('update session set second_factor_at = null where id = $1', [halfway.sessionId]);
  const closed = routes.filter(({ access }) => access?.kind !== 'public' && access?.kind !== 'vendor-link');
  for (const route of closed) {
    if (route.access?.kind === 'person' && route.access.beforeSecondFactor) continue;
    const reply = await call(route, addressOf(route, practice.id), halfway.session);
    expect([nameOf(route), (reply.body as { type: string }).type]).toEqual([
      nameOf(route),
      '/problems/second-factor-needed',
    ]);
  }
});

it("a vendor's link opens the pages of its questionnaire and nothing else, by its token or its cookie, wherever they are put", async () => {
  const asked = await askVendor(server);
  const { link } = (await sendLink(server, asked)).body as { link: string };
  const vendor = new VendorVisitor(server);
  await vendor.begin(link);
  const token = new URL(link).searchParams.get('token') ?? '';
  const session = vendor.cookie.split('=')[1] ?? '';
  const ways: Record<string, string>[] = [
    { cookie: vendor.cookie },
    { cookie: `duecare_session=${session}` },
    { cookie: `duecare_session=${token}; duecare_vendor=${token}` },
    { authorization: `Bearer ${session}` },
    { authorization: `Bearer ${token}`, cookie: vendor.cookie },
  ];
  let opened = 0;
  for (const route of routes) {
    const { kind } = route.access ?? {};
    if (kind === 'public') continue;
    for (const [index, headers] of ways.entries()) {
      const url = addressOf(route, asked.id, asked.questionnaireId);
      const own = { 'x-duecare-request': '1', ...headers };
      const { statusCode: status } = await server.app.inject({
        method: route.method,
        url,
        headers: own,
        payload: bodyOf(route).body,
      });
      const isItsOwn = kind === 'vendor-link' && headers.cookie === vendor.cookie;
      expect([nameOf(route), index, status === 401]).toEqual([nameOf(route), index, !isItsOwn]);
      expect([nameOf(route), index, status < 500]).toEqual([nameOf(route), index, true]);
      if (isItsOwn) opened += 1;
    }
  }
  expect(opened).toBeGreaterThan(10);
});

it.each(['staff', 'auditor'] as const)(
  'a membership as %s that has ended, or whose last day is past, opens nothing',
  async (role) => {
    const person = await people.add();
    const membership = await people.join(person, practice.id, role, { endsOn: '2020-01-31' });
    expect((await server.get(practice.at, { key: person.session })).status).toBe(404);
    await people.inOrganization(practice.id, () =>
      people.query('update membership set ends_on = $2, ended_at = now() where id = $1', [
        membership,
        '2099-01-01',
      ]),
    );
    expect((await server.get(`${practice.at}/vendors`, { key: person.session })).status).toBe(404);
  },
);
