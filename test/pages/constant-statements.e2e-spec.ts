// The first page of a practice takes as many statements for twenty tools as for one.
import { largePractice } from '../../bench/practices/large-practice';
import { PageVisitor } from '../support/page-visitor';
import { StatementCount } from '../support/statement-count';
import { TestApplication } from '../support/test-application';
import { TestPeople } from '../support/test-people';

const statements = new StatementCount();
let server: TestApplication;
let people: TestPeople;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
}, 60_000);

afterAll(() => Promise.all([server.close(), people.close()]));

async function statementsWith(tools: number): Promise<number> {
  const { id, key, at } = await server.newOrganization();
  const { practice, ...records } = largePractice(tools, 1);
  const imported = await server.post(`${at}/dossier/imports`, { ...records, practice: { ...practice, key } });
  expect(imported.status).toBe(200);
  const person = await people.add();
  await people.join(person, id, 'owner');
  const visit = async (): Promise<void> => {
    const page = await new PageVisitor(server).see(`/organizations/${id}`, person);
    expect([page.status, page.body.split('class="decision ').length - 1]).toEqual([200, tools]);
  };
  await visit(); // who they are is remembered for a moment
  return statements.of(visit);
}

it('for 1, 5 and 20 tools', async () => {
  const counts = [await statementsWith(1), await statementsWith(5), await statementsWith(20)];
  process.stdout.write(`statements of the first page: ${counts.join(', ')}\n`);
  expect(new Set(counts).size).toBe(1);
}, 120_000);
