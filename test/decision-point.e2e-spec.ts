// A policy client that knows no more than the identifier of a decision point finds its way to an answer (OpenID AuthZEN 1.0, section 9).
import { v7 as uuidv7 } from 'uuid';
import { REQUEST_EXAMPLES } from '../src/server/request-examples';
import { TestApplication } from './support/test-application';

const ORIGIN = 'https://duecare.example';

let server: TestApplication;

beforeAll(async () => {
  server = await TestApplication.start({ environment: { PUBLIC_URL: ORIGIN } });
});

afterAll(() => server.close());

/** The well-known string goes between the host and the path. */
function metadataOf(identifier: string) {
  const { pathname } = new URL(identifier);
  return server.get<Record<string, string>>(`/.well-known/authzen-configuration${pathname}`, { key: null });
}

it('the metadata of an organization lead a client without a key to where it asks with one', async () => {
  const { at } = await server.newOrganization();
  const { status, headers, body } = await metadataOf(`${ORIGIN}${at}`);
  expect([status, headers['content-type']]).toEqual([200, expect.stringMatching(/^application\/json/)]);
  expect(body).toEqual({
    policy_decision_point: `${ORIGIN}${at}`,
    access_evaluation_endpoint: `${ORIGIN}${at}/access/v1/evaluation`,
    access_evaluations_endpoint: `${ORIGIN}${at}/access/v1/evaluations`,
  });
  const asked = {
    access_evaluation_endpoint: REQUEST_EXAMPLES['evaluate-access'],
    access_evaluations_endpoint: REQUEST_EXAMPLES['evaluate-accesses'],
  };
  for (const [endpoint, question] of Object.entries(asked)) {
    const path = new URL(body[endpoint] ?? '').pathname;
    expect((await server.post(path, question, { key: null })).status).toBe(401);
    expect((await server.post(path, question)).status).toBe(200);
  }
});

it('the identifier comes back letter by letter, whichever case the id was written in', async () => {
  const identifier = `${ORIGIN}/v1/organizations/${uuidv7().toUpperCase()}`;
  expect((await metadataOf(identifier)).body.policy_decision_point).toBe(identifier);
});

it('nobody learns from it which organizations there are', async () => {
  const { at, id } = await server.newOrganization();
  const nowhere = uuidv7();
  const [theirs, nobodys] = [
    await metadataOf(`${ORIGIN}${at}`),
    await metadataOf(`${ORIGIN}/v1/organizations/${nowhere}`),
  ];
  const words = ({ status, body }: typeof theirs, own: string) => [
    status,
    JSON.stringify(body).replaceAll(own, 'id'),
  ];
  expect(words(theirs, id)).toEqual(words(nobodys, nowhere));
});

it.each([
  '',
  '/',
  '/v1/organizations',
  '/v1/organizations/mine',
  '/v1/vendors/019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f',
])(
  'there is no decision point for the whole installation, nor for what is no organization: %s',
  async (path) => {
    const { status, body } = await server.get(`/.well-known/authzen-configuration${path}`, { key: null });
    expect([status, body.type]).toEqual([404, '/problems/not-found']);
  },
);

it('five megabytes that are no question are refused without being looked through', async () => {
  const { at } = await server.newOrganization();
  const question = `${at}/access/v1/evaluation`;
  const names = Object.fromEntries(Array.from({ length: 300_000 }, (_, index) => [`name${index}`, 1]));
  const many = await server.post(question, names);
  expect([many.status, many.body.type]).toEqual([400, '/problems/client-identity-refused']);
  const bytes = await server.post(question, Buffer.alloc(5 << 20, 'a'), {
    headers: { 'content-type': 'application/yaml' },
  });
  expect([bytes.status, bytes.body.type]).toEqual([415, '/problems/media-type-unsupported']);
});
