// The practices of a person over the API: what is there to see of each, what is not, and in which order.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Standings } from '../src/identity/standings.service';
import { StatementCount } from './support/statement-count';
import { TestApplication } from './support/test-application';
import { TestPeople, type TestPerson } from './support/test-people';
import { PageVisitor } from './support/page-visitor';

const EXAMPLE = parse(readFileSync(join(__dirname, '..', 'examples', 'practice.yaml'), 'utf8')) as {
  practice: object;
};

interface Row {
  id: string;
  name: string;
  refusal: string | null;
  tools: number | null;
  openTasks: number | null;
  openGates: number | null;
  [figure: string]: unknown;
}

const statements = new StatementCount();
let server: TestApplication;
let people: TestPeople;
let consultant: TestPerson;
let full: { id: string; at: string };
let empty: { id: string; at: string };
let locked: { id: string; at: string };

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
  [full, empty, locked] = [await named('Briar Street'), await named('Alder Court'), await named('Cedar Row')];
  const dossier = { ...EXAMPLE, practice: (await server.get(full.at)).body as object };
  const { key, name } = dossier.practice as { key: string; name: string };
  const imported = await server.post(`${full.at}/dossier/imports`, {
    ...EXAMPLE,
    practice: { ...EXAMPLE.practice, key, name },
  });
  if (imported.status !== 200) throw new Error(JSON.stringify(imported.body));
  consultant = await people.add({ secondFactor: true });
  for (const { id } of [full, empty]) await people.join(consultant, id, 'consultant');
  await people.join(consultant, locked.id, 'staff');
  await people.inOrganization(locked.id, () =>
    people.query(
      `insert into identity_provider (organization_id, version, issuer, client_id, client_secret, email_domains, second_factor_amr, second_factor_acr,
         required, updated_at) values ($1, 1, 'https://login.example', 'duecare', '\\x00', '{}', '{}', '{}', true, now())`,
      [locked.id],
    ),
  );
}, 120_000);

afterAll(() => Promise.all([server.close(), people.close()]));

async function named(name: string): Promise<{ id: string; at: string }> {
  const made = await server.newOrganization();
  const changed = await server.patch(made.at, 1, { name });
  if (changed.status !== 200) throw new Error('not renamed');
  return made;
}

const read = (query = '', by = consultant) => server.get(`/v1/portfolio${query}`, { key: by.session });
const names = async (query: string) => ((await read(query)).body.items as Row[]).map(({ name }) => name);

it('tells of each practice what its own pages tell', async () => {
  const { status, body } = await read('?sort=name');
  expect([status, body.all, body.found]).toEqual([200, 3, 3]);
  const [alder, briar] = body.items as [Row, Row];
  expect(alder).toMatchObject({
    name: 'Alder Court',
    role: 'consultant',
    refusal: null,
    level: null,
    tools: 0,
    openTasks: 0,
    openGates: 0,
  });
  const scores = (await server.get(`${full.at}/service-scores?limit=200`)).body.items as {
    indexOutOf100: number;
    level: string;
    decision: string;
    name: string;
  }[];
  const [worst] = [...scores].sort((left, right) => right.indexOutOf100 - left.indexOutOf100);
  expect(briar).toMatchObject({ level: worst?.level, decision: worst?.decision, tools: scores.length });
  const tasks = (await allTasks(full.at)).length;
  const evidence = (await server.get(`${full.at}/evidence?limit=200`)).body.items as { freshness: string }[];
  const stale = evidence.filter(({ freshness }) => ['stale', 'expired'].includes(freshness)).length;
  expect([briar.openTasks, briar.staleEvidence]).toEqual([tasks, stale]);
  expect(tasks).toBeGreaterThan(50);
  expect(briar.openGates).toBe(await gatesOf(full.at));
});

async function allTasks(at: string): Promise<object[]> {
  const found: object[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body }: { body: { items: object[]; nextCursor: string | null } } = await server.get(
      `${at}/tasks?limit=200${cursor && `&cursor=${cursor}`}`,
    );
    found.push(...body.items);
    cursor = body.nextCursor;
  }
  return found;
}

async function gatesOf(at: string): Promise<number> {
  const { body } = await server.get(`${at}/service-scores?limit=200`);
  let standing = 0;
  for (const { id } of body.items as { id: string }[]) {
    const { result } = (await server.get(`${at}/service-scores/${id}`)).body as {
      result: { gates: { state: string }[] };
    };
    standing += result.gates.filter(({ state }) => state === 'fired' || state === 'open').length;
  }
  return standing;
}

it('what the guard would refuse is there by name alone, with the problem', async () => {
  const [row] = ((await read('?search=cedar')).body.items as Row[]).slice(-1);
  const figures = {
    level: null,
    decision: null,
    worstTool: null,
    tools: null,
    openGates: null,
    openTasks: null,
    nextDue: null,
  };
  expect(row).toEqual({
    ...{
      id: locked.id,
      name: 'Cedar Row',
      role: 'staff',
      isClosed: false,
      isExample: false,
      refusal: 'single-sign-on-needed',
    },
    ...{ ...figures, staleEvidence: null, lastSealedOn: null },
  });
  expect((await server.get(`${locked.at}/service-scores`, { key: consultant.session })).body.type).toContain(
    'single-sign-on-needed',
  );
  const page = await new PageVisitor(server).see('/portfolio?search=cedar', consultant);
  expect(page.body).toContain('Asks you to sign in by single sign-on.');
});

it('a second factor that a practice asks for keeps its figures back until it is given', async () => {
  const person = await people.add();
  await people.join(person, full.id, 'consultant');
  const [row] = (await read('', person)).body.items as Row[];
  expect([row?.refusal, row?.tools, row?.openTasks]).toEqual(['second-factor-needed', null, null]);
  const { body } = await new PageVisitor(server).see('/portfolio', person);
  expect(body).toContain('Asks for a second factor.');
  await people.query('update person set has_second_factor = true where id = $1', [person.id]);
  await people.query('update session set second_factor_at = now() where id = $1', [person.sessionId]);
  server.app.get(Standings).forgetAll();
  const [open] = (await read('', person)).body.items as Row[];
  expect(open?.tools).toBeGreaterThan(0);
});

it('is sorted by each column both ways, filtered and searched', async () => {
  expect(await names('?sort=name')).toEqual(['Alder Court', 'Briar Street', 'Cedar Row']);
  expect(await names('?sort=name&order=desc')).toEqual(['Cedar Row', 'Briar Street', 'Alder Court']);
  for (const sort of ['risk', 'tools', 'gates', 'tasks', 'due', 'stale', 'sealed']) {
    const [down, up] = [await names(`?sort=${sort}&order=desc`), await names(`?sort=${sort}&order=asc`)];
    expect([sort, [...down].sort(), down.at(-1), up.at(-1)]).toEqual([
      sort,
      [...up].sort(),
      'Cedar Row',
      'Cedar Row',
    ]);
  }
  expect(await names('?gates=open')).toEqual(['Briar Street']);
  expect(await names('?evidence=stale')).toEqual(['Briar Street']);
  expect((await names('?level=none')).sort()).toEqual(['Alder Court', 'Cedar Row']);
  expect(await names('?search=ALDER')).toEqual(['Alder Court']);
  expect(await names('?search=%25')).toEqual([]);
  const wrong = await read('?sort=colour');
  expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([400, '/sort']);
});

it('comes in pages', async () => {
  const first = (await read('?sort=name&limit=2')).body;
  const second = (await read(`?sort=name&limit=2&cursor=${first.nextCursor}`)).body;
  expect([first.items.length, second.items.map(({ name }: Row) => name), second.nextCursor]).toEqual([
    2,
    ['Cedar Row'],
    null,
  ]);
  expect((await read('?cursor=bm9uZQ')).status).toBe(400);
});

it('is of a person: no key reads it, and nobody sees the practices of others', async () => {
  const stranger = await people.add();
  expect((await read('', stranger)).body).toMatchObject({ items: [], all: 0, found: 0 });
  const key = (
    await server.post(`${full.at}/api-keys`, { label: 'K', scopes: ['scores.read'], validDays: 1 })
  ).body.key as string;
  expect((await server.get('/v1/portfolio', { key })).status).toBe(403);
  expect((await server.get('/v1/portfolio', { key: null })).status).toBe(401);
});

it('takes as many statements for one practice as for three, and so does the frame of a page', async () => {
  const one = await people.add({ secondFactor: true });
  await people.join(one, full.id, 'consultant');
  const count = async (path: string, by: TestPerson): Promise<number> => {
    const visit = (): Promise<unknown> => new PageVisitor(server).see(path, by);
    await visit(); // who they are is remembered for a moment
    return statements.of(visit);
  };
  const settings = `/organizations/${full.id}/settings`;
  expect(await count('/portfolio', consultant)).toBe(await count('/portfolio', one));
  expect(await count(settings, consultant)).toBe(await count(settings, one));
});
