// Row-level security, held to the rule for every table that is or will be: nothing here names a tenant table by hand.
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { ALL_TABLES, CALLER_TABLES, PERSONAL_TABLES, TENANT_TABLES } from '../src/database/tenant-tables';
import { READ_SETTING, WRITE_SETTING } from '../src/database/tenancy.sql';
import { practiceBody, vendorBody } from './factories/records.factory';
import { TestApplication } from './support/test-application';
import { testDatabase } from './support/test-database';

let owner: Client;
let application: Client;
let server: TestApplication;

beforeAll(async () => {
  const { ownerUrl, applicationUrl } = testDatabase();
  owner = new Client({ connectionString: ownerUrl });
  application = new Client({ connectionString: applicationUrl });
  await Promise.all([owner.connect(), application.connect()]);
  server = await TestApplication.start();
});

afterAll(async () => {
  await server.close();
  await Promise.all([owner.end(), application.end()]);
});

async function rows<T extends object>(client: Client, text: string, values: unknown[] = []): Promise<T[]> {
  return (await client.query<T>(text, values)).rows;
}

/** Runs statements as the application role with the tenant settings given, and rolls back. */
async function asTenant<T>(read: string[], write: string | null, run: () => Promise<T>): Promise<T> {
  await application.query('begin');
  try {
    await application.query('select set_config($1, $2, true), set_config($3, $4, true)', [
      READ_SETTING,
      `{${read.join(',')}}`,
      WRITE_SETTING,
      write ?? '',
    ]);
    return await run();
  } finally {
    await application.query('rollback');
  }
}

const tenantTables = Object.keys(TENANT_TABLES);
/** By person or by caller: the owner reaches them all, for functions that find a session by its digest, say. */
const personalTables = Object.keys({ ...PERSONAL_TABLES, ...CALLER_TABLES });

/** Read by the owner for functions that give ids and no more: which organizations there are, which reports wait, whose scores are due, whose log waits to be signed. */
const OWNER_LISTS = [
  'organization',
  'report',
  'service_score',
  'membership',
  'sign_in_rules',
  'api_key',
  'audit_event',
  'audit_log_checkpoint',
  'identity_provider',
  'vendor_link',
  'calendar_link',
];

describe('the schema keeps organizations apart', () => {
  it('every table is declared as a tenant table or as a global one', async () => {
    const tables = await rows<{ name: string }>(
      owner,
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
    );
    expect(tables.map(({ name }) => name).sort()).toEqual(Object.keys(ALL_TABLES).sort());
  });

  it('every tenant table has row-level security enabled and forced, with one policy a command', async () => {
    const facts = await rows<{ name: string; enabled: boolean; forced: boolean; commands: string }>(
      owner,
      `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
         (select string_agg(p.polcmd::text, '' order by p.polcmd::text) from pg_policy p
          where p.polrelid = c.oid and p.polroles = '{0}') as commands
       from pg_class c where c.relname = any ($1) and c.relnamespace = 'public'::regnamespace`,
      [tenantTables],
    );
    expect(facts).toHaveLength(tenantTables.length);
    for (const fact of facts) expect(fact).toMatchObject({ enabled: true, forced: true, commands: 'adrw' });
  });

  it('every table of a person or a caller has row-level security enabled, with one policy a command', async () => {
    const facts = await rows<{ enabled: boolean; commands: string }>(
      owner,
      `select c.relrowsecurity as enabled, (select string_agg(p.polcmd::text, '' order by p.polcmd::text) from pg_policy p
          where p.polrelid = c.oid and p.polname like c.relname || '\\_%' and p.polname ~ '_(read|insert|update|delete)$') as commands
       from pg_class c where c.relname = any ($1) and c.relnamespace = 'public'::regnamespace`,
      [personalTables],
    );
    expect(facts).toHaveLength(personalTables.length);
    for (const fact of facts) expect(fact).toEqual({ enabled: true, commands: 'adrw' });
  });

  it('without settings no row of a person or a caller is seen', async () => {
    await server.post('/v1/organizations', practiceBody(), { headers: { 'idempotency-key': 'kept' } });
    expect(await rows(owner, 'select 1 from idempotency_key')).not.toEqual([]);
    for (const table of personalTables) {
      expect([table, await rows(application, `select 1 from ${table} limit 1`)]).toEqual([table, []]);
    }
  });

  it('every primary key, foreign key, unique constraint and index of a tenant table begins with organization_id', async () => {
    const keys = await rows<{ name: string; first: string }>(
      owner,
      `select c.relname as table, i.relname as name, a.attname as first
       from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
       join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
       where c.relname = any ($1) and c.relnamespace = 'public'::regnamespace
       union all
       select c.relname, k.conname, a.attname from pg_constraint k join pg_class c on c.oid = k.conrelid
       join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
       where k.contype = 'f' and c.relname = any ($1)`,
      [tenantTables],
    );
    // By a person: signing in asks to which organizations somebody belongs. Only a function of the owner uses it.
    const others = keys.filter(
      ({ name, first }) => first !== 'organization_id' && name !== 'membership_of_person',
    );
    expect(others).toEqual([]);
    expect(keys.length).toBeGreaterThan(tenantTables.length);
  });

  it('the application role owns nothing, is no superuser and cannot bypass or hand out rights', async () => {
    const [role] = await rows(
      application,
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
         exists (select from pg_class where relowner = r.oid) as owns
       from pg_roles r where rolname = current_user`,
    );
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      owns: false,
    });
  });

  it('the application role holds exactly the privileges that are declared', async () => {
    const granted = await rows<{ table: string; privileges: string[] }>(
      owner,
      `select c.relname as table, array(select p from unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) p
         where has_table_privilege($1, c.oid, p)) as privileges
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
      [(await rows<{ name: string }>(application, 'select current_user as name'))[0]?.name],
    );
    const declared = ALL_TABLES;
    for (const { table, privileges } of granted)
      expect([table, privileges]).toEqual([table, declared[table]]);
  });

  it.each([
    'create table public.mine (id int)',
    'alter table vendor disable row level security',
    'select * from one_time_token',
  ])('the application role may not: %s', async (statement) => {
    await expect(application.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });
});

describe('statements see only what the transaction was opened for', () => {
  let mine: { id: string; at: string };
  let theirs: { id: string; at: string };

  beforeAll(async () => {
    mine = await server.newOrganization();
    theirs = await server.newOrganization();
    for (const { at } of [mine, theirs]) await server.post(`${at}/vendors`, vendorBody());
  });

  it('without settings no row of any tenant table is seen, by the application or by the owner', async () => {
    for (const table of tenantTables) {
      expect(await rows(application, `select 1 from ${table} limit 1`)).toEqual([]);
      if (!OWNER_LISTS.includes(table))
        expect(await rows(owner, `select 1 from ${table} limit 1`)).toEqual([]);
    }
  });

  it('a transaction opened for one organization sees its rows and no others', async () => {
    const seen = await asTenant([mine.id], null, () =>
      rows(application, 'select distinct organization_id as id from vendor'),
    );
    expect(seen).toEqual([{ id: mine.id }]);
  });

  it('a transaction opened to read two organizations sees both and can write to neither', async () => {
    await asTenant([mine.id, theirs.id], null, async () => {
      const seen = await rows(application, 'select distinct organization_id as id from vendor order by 1');
      expect(seen).toEqual([{ id: mine.id }, { id: theirs.id }]);
      expect((await application.query(`update vendor set name = 'x'`)).rowCount).toBe(0);
    });
  });

  it('a row cannot be written into an organization other than the one that the transaction writes to', async () => {
    const insert = `insert into vendor (organization_id, id, key, name) values ($1, $2, 'intruder', 'Intruder')`;
    await expect(
      asTenant([mine.id, theirs.id], mine.id, () => application.query(insert, [theirs.id, uuidv7()])),
    ).rejects.toThrow(/row-level security/);
  });

  it('a row cannot be moved into another organization', async () => {
    await expect(
      asTenant([mine.id, theirs.id], mine.id, () =>
        application.query('update vendor set organization_id = $1 where organization_id = $2', [
          theirs.id,
          mine.id,
        ]),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('links of an organization that is only read cannot be deleted', async () => {
    await asTenant([mine.id, theirs.id], mine.id, async () => {
      const deleted = await application.query('delete from agreement_service where organization_id = $1', [
        theirs.id,
      ]);
      expect(deleted.rowCount).toBe(0);
    });
  });

  it('a setting lasts no longer than its transaction', async () => {
    await asTenant([mine.id], mine.id, () => Promise.resolve());
    expect(await rows(application, 'select 1 from vendor')).toEqual([]);
  });

  it('200 reads of two organizations at once on a few connections never mix', async () => {
    const reads = Array.from({ length: 200 }, (_, index) => {
      const organization = index % 2 === 0 ? mine : theirs;
      return server.get(organization.at).then(({ body }) => [body.id, organization.id]);
    });
    for (const [got, wanted] of await Promise.all(reads)) expect(got).toBe(wanted);
  });

  it('the same record of another organization is not found', async () => {
    const listed = await server.get(`${theirs.at}/vendors`);
    const theirVendor = listed.body.items[0].id as string;
    expect((await server.get(`${mine.at}/vendors/${theirVendor}`)).status).toBe(404);
    expect((await server.patch(`${mine.at}/vendors/${theirVendor}`, 1, { name: 'Taken over' })).status).toBe(
      404,
    );
  });
});

describe('the audit log only grows', () => {
  it.each(['update audit_event set action = $$nothing$$', 'delete from audit_event', 'truncate audit_event'])(
    'even the owner may not: %s',
    async (statement) => {
      const { id } = await server.newOrganization();
      await owner.query('begin');
      await owner.query('select set_config($1, $2, true), set_config($3, $4, true)', [
        READ_SETTING,
        `{${id}}`,
        WRITE_SETTING,
        id,
      ]);
      await expect(owner.query(statement)).rejects.toThrow(/append-only/);
      await owner.query('rollback');
    },
  );

  it('a change that is refused leaves no event behind', async () => {
    const { at } = await server.newOrganization();
    const before = (await server.get(`${at}/audit-events`)).body.items.length as number;
    const refused = await server.post(`${at}/services`, {
      ...vendorBody(),
      functions: ['other'],
      usesAi: false,
      vendor: 'nobody',
    });
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect((await server.get(`${at}/audit-events`)).body.items).toHaveLength(before);
  });

  it('a key that another organization has is not taken: nobody learns of the other', async () => {
    const body = practiceBody();
    const made = [await server.post('/v1/organizations', body), await server.post('/v1/organizations', body)];
    expect(made.map(({ status }) => status)).toEqual([201, 201]);
  });
});
