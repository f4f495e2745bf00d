// A record that is posted and the same record in an imported dossier are stored alike, and read alike: absent and null mean the same,
// at every depth, and one form of it is stored.
import { Client } from 'pg';
import { fieldsOf, type Constructor } from '../src/common/fields';
import { Dossier } from '../src/dossiers/dossier.document';
import { RECORD_LISTS } from '../src/dossiers/record-lists';
import { EXAMPLE_DOSSIER } from '../src/server/example-dossier';
import { practiceBody } from './factories/records.factory';
import { TestApplication } from './support/test-application';
import { testDatabase } from './support/test-database';

/** What is made by a step of its own, in which the server says part of it, and not posted as it is kept. */
const MADE_BY_STEPS: readonly string[] = [
  'questionnaires',
  'consentForms',
  'policyVersions',
  'policyAcknowledgements',
  'riskAcceptances',
  'practiceDecisions',
];
/** Columns that the product keeps beside what was said: their form is its own. */
const WORKED_OUT: readonly string[] = ['duties', 'undone'];
/** What the product adds to a record by itself or by a step of its own: a file may hold it, the request that makes the record has no field for it. */
const KEPT_BY_ITSELF: readonly string[] = ['earlierDecisions', 'retirement'];
const POSTED = RECORD_LISTS.filter(({ list }) => !MADE_BY_STEPS.includes(list));

let server: TestApplication;
let owner: Client;

beforeAll(async () => {
  server = await TestApplication.start();
  owner = new Client({ connectionString: testDatabase().ownerUrl });
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await server.close();
});

/** The record with null for every optional field that it leaves out, at every depth. */
function withNulls(type: Constructor, record: object): Record<string, unknown> {
  const given = record as Record<string, unknown>;
  const filled = (nested: Constructor, value: unknown): unknown =>
    Array.isArray(value)
      ? value.map((entry: object) => withNulls(nested, entry))
      : withNulls(nested, value as object);
  return Object.fromEntries(
    fieldsOf(type).map(({ name, nested }) => {
      const value = given[name] ?? null;
      return [name, nested && value !== null ? filled(nested(), value) : value];
    }),
  );
}

function exampleRecords(fill: (type: Constructor, record: object) => object): Map<string, object[]> {
  return new Map(
    POSTED.map(({ list }) => {
      const type = fieldsOf(Dossier)
        .find(({ name }) => name === list)
        ?.nested?.();
      const records = EXAMPLE_DOSSIER[list].map((record) => (type ? fill(type, record) : record));
      return [list, records.map(asRequested)];
    }),
  );
}

function asRequested(record: object): object {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !KEPT_BY_ITSELF.includes(name)));
}

async function posted(records: Map<string, object[]>): Promise<string> {
  const { at } = await server.newOrganization();
  for (const { list, kind } of POSTED) {
    for (const record of records.get(list) ?? []) {
      const { status, body } = await server.post(`${at}/${kind.plural}`, record);
      expect({ list, status, errors: body.errors }).toEqual({ list, status: 201 });
    }
  }
  return at;
}

const document = (practice: object, records: Map<string, object[]>) => ({
  format: 'duecare-dossier',
  formatVersion: 1,
  practice,
  ...Object.fromEntries(records),
});

async function imported(records: Map<string, object[]>): Promise<{ at: string; practice: object }> {
  const practice = practiceBody();
  const { body } = await server.post('/v1/organizations', practice);
  const at = `/v1/organizations/${body.id}`;
  const { status } = await server.post(`${at}/dossier/imports`, document(practice, records));
  expect(status).toBe(200);
  return { at, practice };
}

/** What every row has of its own, whichever way it came in. */
const OF_ITS_OWN = ['organization_id', 'id', 'created_at', 'updated_at', 'createdAt', 'updatedAt'];

const comparable = (rows: readonly object[]) =>
  rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !OF_ITS_OWN.includes(name))));

async function storedAndRead(at: string) {
  const id = at.split('/').at(-1);
  await owner.query(`select set_config('duecare.read_organizations', '{' || $1 || '}', false)`, [id]);
  const all: Record<string, object> = {};
  for (const { list, kind } of POSTED) {
    const text = `select to_jsonb(r) as row from ${kind.table} r where organization_id = $1 order by key`;
    const { rows } = await owner.query<{ row: object }>(text, [id]);
    const { body } = await server.get(`${at}/${kind.plural}`);
    all[list] = { stored: comparable(rows.map(({ row }) => row)), read: comparable(body.items as object[]) };
  }
  return all;
}

const FORMS = {
  'with absent for what is not stated': exampleRecords((_type, record) => record),
  'with null for what is not stated': exampleRecords(withNulls),
};

describe.each(Object.entries(FORMS))('the same records %s', (_form, records) => {
  it('are stored and read alike, posted or imported', async () => {
    const [byPost, byImport] = [await posted(records), await imported(records)];
    const ofPost = await storedAndRead(byPost);
    expect(ofPost).toEqual(await storedAndRead(byImport.at));
    // The one form: no null inside a field.
    const nulls = /\[[^[\]]*\bnull\b|\{[^{}]*\bnull\b/;
    for (const { stored } of Object.values(ofPost) as { stored: object[] }[]) {
      const inside = stored
        .flatMap((row) =>
          Object.entries(row).flatMap(([name, value]) => (WORKED_OUT.includes(name) ? [] : [value])),
        )
        .filter((value) => typeof value === 'object' && value);
      expect(inside.map((value) => JSON.stringify(value)).filter((text) => nulls.test(text))).toEqual([]);
    }
  });

  it('change nothing when they are imported again, in either form', async () => {
    const { at, practice } = await imported(records);
    const before = await storedAndRead(at);
    for (const again of Object.values(FORMS)) {
      const { body } = await server.post(`${at}/dossier/imports`, document(practice, again));
      expect(body).toMatchObject({ created: 0, updated: 0 });
    }
    expect(await storedAndRead(at)).toEqual(before);
  });
});
