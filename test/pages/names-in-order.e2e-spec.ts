// Lists of names stand in the order in which people look for them, by a collation of the database.
import { PageVisitor } from '../support/page-visitor';
import { TestApplication } from '../support/test-application';
import { TestPeople, type TestPerson } from '../support/test-people';

const NAMES = ['Zebra', 'Tool 10', 'Ärzteweg', 'tool 3', 'Tool 2', 'Apple'];
const IN_ORDER = ['Apple', 'Ärzteweg', 'Tool 2', 'tool 3', 'Tool 10', 'Zebra'];

let server: TestApplication;
let people: TestPeople;
let practice: { id: string; at: string };
let owner: TestPerson;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
  practice = await server.newOrganization();
  owner = await people.add({ name: 'Dana Whitfield' });
  await people.join(owner, practice.id, 'owner');
  for (const [place, name] of NAMES.entries()) {
    const vendor = { key: `vendor-${place}`, name };
    expect((await server.post(`${practice.at}/vendors`, vendor)).status).toBe(201);
    const service = {
      key: `tool-${place}`,
      vendor: vendor.key,
      name,
      functions: ['scheduling'],
      usesAi: false,
    };
    expect((await server.post(`${practice.at}/services`, service)).status).toBe(201);
  }
});

afterAll(() => Promise.all([server.close(), people.close()]));

async function optionsOf(path: string, name: string): Promise<string[]> {
  const { body } = await new PageVisitor(server).see(`/organizations/${practice.id}${path}`, owner);
  const [, list = ''] = new RegExp(`<select[^>]* name="${name}"[^>]*>([^]*?)</select>`).exec(body) ?? [];
  return [...list.matchAll(/<option value="[^"]+"[^>]*>([^<]+)</g)].map(([, label]) => label as string);
}

it.each([
  ['vendors of a new tool', '/services/new', 'vendor'],
  ['tools that a questionnaire could be about', '/questionnaires', 'service'],
  ['tools of a decision', '/registers/practice-decisions/new', 'service'],
])('%s', async (_list, path, name) => {
  const options = await optionsOf(path, name);
  expect(options.filter((option) => NAMES.includes(option))).toEqual(IN_ORDER);
});
