// Text that looks like a client's, wherever text comes in: refused with its place and without itself, saved once its sender says that it is none.
import { stringify } from 'yaml';
import { dossierBody, practiceBody, serviceBody, vendorBody } from './factories/records.factory';
import { TestApplication, type Reply } from './support/test-application';

const CONFIRMED = { 'duecare-text-confirmed': 'no-client-data' };
/** Of nobody: a 555 number, and a Social Security number from an old advertisement. */
const TEXT = 'Asked by (312) 555-0143, number 078-05-1120';
const REFUSED = {
  code: 'possible-phi',
  detail: 'looks like a Social Security number and a telephone number; take it out',
};

let server: TestApplication;

beforeAll(async () => {
  server = await TestApplication.start();
});

afterAll(() => server.close());

function expectRefused({ status, body }: Reply, ...pointers: string[]): void {
  expect([status, body.type]).toEqual([422, '/problems/possible-phi']);
  expect(body.errors).toEqual(pointers.map((pointer) => ({ pointer, ...REFUSED })));
  expect(JSON.stringify(body)).not.toMatch(/555-0143|1120/);
}

async function confirmations(at: string): Promise<object[]> {
  const { body } = await server.get(`${at}/audit-events?limit=200`);
  return (body.items as { action: string; data: object }[])
    .filter(({ action }) => action === 'text.confirmed')
    .map(({ data }) => data);
}

it('in a record: refused when it is made and when it is changed; nothing is saved', async () => {
  const { at } = await server.newOrganization();
  expectRefused(await server.post(`${at}/vendors`, vendorBody({ name: TEXT })), '/name');
  expect((await server.get(`${at}/vendors`)).body.items).toEqual([]);
  const made = await server.post(`${at}/vendors`, vendorBody());
  const url = `${at}/vendors/${made.body.id}`;
  expectRefused(await server.patch(url, 1, { name: TEXT }), '/name');
  expect((await server.get(url)).body).toMatchObject({ version: 1, name: made.body.name });
  expect(await confirmations(at)).toEqual([]);
});

it('confirmed, it is saved, and the audit log keeps where it was and what it looked like, not the text', async () => {
  const { at } = await server.newOrganization();
  const made = await server.post(`${at}/vendors`, vendorBody({ name: TEXT }), { headers: CONFIRMED });
  expect([made.status, made.body.name]).toEqual([201, TEXT]);
  const finding = { pointer: '/name', kinds: ['social_security_number', 'telephone_number'] };
  expect(await confirmations(at)).toEqual([{ places: 1, findings: [finding] }]);
  expect(JSON.stringify((await server.get(`${at}/audit-events`)).body)).not.toContain('555-0143');
  expect((await server.get(`${at}/audit-log-verification`)).body).toMatchObject({ isIntact: true });
});

it('confirmed, it is saved under the Idempotency-Key that it was refused under', async () => {
  const { at } = await server.newOrganization();
  const key = { 'idempotency-key': '"sent-twice"' };
  expectRefused(await server.post(`${at}/vendors`, vendorBody({ name: TEXT }), { headers: key }), '/name');
  const headers = { ...key, ...CONFIRMED };
  const made = await server.post(`${at}/vendors`, vendorBody({ name: TEXT }), { headers });
  expect([made.status, made.headers['idempotency-replayed']]).toEqual([201, undefined]);
});

it.each([['yes'], [''], ['no-client-data, really']])(
  'the header saying "%s" confirms nothing',
  async (value) => {
    const { at } = await server.newOrganization();
    const headers = { 'duecare-text-confirmed': value };
    expectRefused(await server.post(`${at}/vendors`, vendorBody({ name: TEXT }), { headers }), '/name');
  },
);

it('a confirmation is for its own request alone, and one without need is no event', async () => {
  const { at } = await server.newOrganization();
  const [, refused] = await Promise.all([
    server.post(`${at}/vendors`, vendorBody({ key: 'one' }), { headers: CONFIRMED }),
    server.post(`${at}/vendors`, vendorBody({ key: 'two', name: TEXT })),
  ]);
  expectRefused(refused, '/name');
  expect(await confirmations(at)).toEqual([]);
});

it('business contacts belong in their fields', async () => {
  const { at } = await server.newOrganization();
  const contact = {
    key: 'desk',
    roles: ['support'],
    name: 'Jo Hart',
    email: 'jo.hart@v.example',
    phone: '312-555-0143',
  };
  expect((await server.post(`${at}/vendors`, vendorBody({ contacts: [contact] }))).status).toBe(201);
});

it('in an answer to a questionnaire: its value and its note', async () => {
  const { at } = await server.newOrganization();
  await server.post(`${at}/vendors`, vendorBody());
  await server.post(`${at}/services`, serviceBody());
  const issue = { key: 'scribe-2026', about: 'service', service: serviceBody().key };
  const issued = await server.post(`${at}/questionnaires`, issue);
  const url = `${at}/questionnaires/${issued.body.id}/answers/any`;
  const headers = { 'if-match': '"1"' };
  const answer = { value: TEXT, basis: 'stated', note: TEXT };
  expectRefused(await server.call('PUT', url, { headers, body: answer }), '/note', '/value');
});

it.each(['json', 'yaml'])(
  'in an imported dossier (%s): each place by its pointer, all or nothing',
  async (form) => {
    const practice = practiceBody();
    const { body } = await server.post('/v1/organizations', practice);
    const at = `/v1/organizations/${body.id}`;
    const [vendor, service] = [vendorBody({ name: TEXT }), serviceBody({ name: TEXT })];
    const document = dossierBody(practice, { vendors: [vendor], services: [service] });
    const text = form === 'json' ? JSON.stringify(document) : stringify(document);
    const send = (headers: Record<string, string> = {}) =>
      server.call('POST', `${at}/dossier/imports`, {
        body: text,
        headers: { 'content-type': `application/${form}`, ...headers },
      });
    expectRefused(await send(), '/vendors/0/name', '/services/0/name');
    expect((await server.get(`${at}/vendors`)).body.items).toEqual([]);
    expect((await send(CONFIRMED)).status).toBe(200);
    expect(await confirmations(at)).toEqual([expect.objectContaining({ places: 2 })]);
  },
);
