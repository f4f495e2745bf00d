// What the tests of single sign-on share: the application, people, and an OpenID provider on this machine; the steps of a browser.
import { randomBytes } from 'node:crypto';
import { TestApplication, type Reply } from '../support/test-application';
import { CLIENT, TestIdentityProvider, type Visit } from '../support/test-identity-provider';
import { TestPeople, type TestPerson } from '../support/test-people';

export let server: TestApplication;
export let people: TestPeople;
export let provider: TestIdentityProvider;

/** Starts all three before the tests of a file and stops them afterwards; after each test the provider is honest again. */
export function useSingleSignOn(): void {
  beforeAll(async () => {
    [server, people, provider] = await Promise.all([
      TestApplication.start({
        environment: { PUBLIC_URL: 'http://localhost:3000', TRUSTED_PROXIES: '127.0.0.1' },
      }),
      TestPeople.connect(),
      TestIdentityProvider.start(),
    ]);
  });

  afterEach(() =>
    Object.assign(provider, { metadata: {}, tokenStatus: null, meanwhile: null, broken: null }),
  );
  afterAll(() => Promise.all([server.close(), people.close(), provider.close()]));
}

export const as = ({ session }: { session: string }) => ({ key: session });
export const typeOf = ({ status, body }: Reply) => [status, (body as { type?: string }).type];
export const REFUSED = [403, '/problems/single-sign-on-refused'];
/** The files of tests share one database, and attempts are counted by address. */
export const newAddress = () => ({
  'x-forwarded-for': `2001:db8:${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}::1`,
});

export interface Practice {
  id: string;
  at: string;
  owner: TestPerson;
}

export async function practice(secondFactor = false): Promise<Practice> {
  const { id, at } = await server.newOrganization();
  const owner = await people.add({ password: true, secondFactor });
  await people.join(owner, id, 'owner');
  return { id, at, owner };
}

export const change = ({ at, owner }: Practice, version: number, body: object) =>
  server.patch(`${at}/single-sign-on`, version, body, as(owner));

export async function practiceWithProvider(more: object = {}): Promise<Practice> {
  const made = await practice();
  const { status, body } = await change(made, 0, { issuer: provider.issuer, ...CLIENT, ...more });
  expect([status, body.errors]).toEqual([200, undefined]);
  return made;
}

export async function member(
  organizationId: string,
  role: 'staff' | 'clinician' | 'consultant' = 'staff',
): Promise<TestPerson> {
  const person = await people.add({ password: true });
  await people.join(person, organizationId, role);
  return person;
}

/** Begins as a browser does. */
export async function begin(
  organizationId: string,
  more: object = {},
): Promise<{ url: string; cookie: string }> {
  const begun = await server.post(
    '/v1/single-sign-on/flows',
    { organizationId, ...more },
    { key: null, headers: newAddress() },
  );
  expect(begun.status).toBe(201);
  const cookie = String(begun.headers['set-cookie']);
  expect(cookie).toMatch(/^duecare_single_sign_on=.*HttpOnly; SameSite=Lax/);
  return { url: begun.body.authorizationUrl as string, cookie: cookie.split(';', 1)[0] ?? '' };
}

export const comeBack = (back: URL, cookie: string) =>
  server.get(`${back.pathname}${back.search}`, { key: null, headers: { cookie, ...newAddress() } });

export async function signIn(organizationId: string, visit: Visit): Promise<Reply> {
  const { url, cookie } = await begin(organizationId);
  return comeBack(provider.visit(url, visit), cookie);
}

export const identityOf = ({ id, email }: TestPerson): Visit => ({ sub: `sub-${id}`, email });

export async function sessionOf(
  person: TestPerson,
  organizationId: string,
  more: Partial<Visit> = {},
): Promise<string> {
  const { status, body } = await signIn(organizationId, { ...identityOf(person), ...more });
  expect([status, body.detail]).toEqual([200, undefined]);
  return body.token as string;
}

export const eventsOf = async ({
  at,
  owner,
}: Practice): Promise<{ action: string; data: object; actorKind: string }[]> =>
  (await server.get(`${at}/audit-events?limit=200`, as(owner))).body.items;
