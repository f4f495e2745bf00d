// The hot path of every GET, held to what row-level security promises on one connection that is used again and again.
import { Pool, types } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { DataSource } from 'typeorm';
import { Tenancy } from '../src/database/tenancy';
import { READ_SETTING } from '../src/database/tenancy.sql';
import { vendorBody } from './factories/records.factory';
import { TestApplication } from './support/test-application';
import { testDatabase } from './support/test-database';

const BOX_OID = 603;
const VENDORS = { text: 'select organization_id as id from vendor' };

let server: TestApplication;
let pool: Pool;
let tenancy: Tenancy;
let mine: string;
let theirs: string;

beforeAll(async () => {
  server = await TestApplication.start();
  pool = new Pool({ connectionString: testDatabase().applicationUrl, max: 1 });
  pool.on('error', () => undefined);
  tenancy = new Tenancy(pool, new DataSource({ type: 'postgres' }));
  const organizations = [await server.newOrganization(), await server.newOrganization()];
  for (const { at } of organizations) await server.post(`${at}/vendors`, vendorBody());
  [mine, theirs] = organizations.map(({ id }) => id) as [string, string];
});

afterAll(async () => {
  await pool.end();
  await server.close();
});

describe('one statement in the name of one organization', () => {
  it('sees the rows of that organization only, whichever had the connection before', async () => {
    for (const id of [mine, theirs, mine, theirs]) {
      expect(await tenancy.readOne(id, VENDORS)).toEqual([{ id }]);
    }
  });

  it('sees them with a prepared statement, with parameters and without', async () => {
    const named = {
      name: 'vendors-by-key',
      text: `${VENDORS.text} where key = $1`,
      values: [vendorBody().key],
    };
    for (const id of [mine, theirs]) expect(await tenancy.readOne(id, named)).toEqual([{ id }]);
    for (const id of [mine, theirs])
      expect(await tenancy.readOne(id, { ...VENDORS, name: 'all' })).toEqual([{ id }]);
  });

  it('comes out the same the first time on a connection and every time after', async () => {
    const named = {
      name: 'one-of-each',
      text: `select $1::int as number, $2::text as nothing, $3::boolean as truth, $4::text as text,
               date '2026-11-22' as day, timestamptz '2026-11-22 12:00Z' as moment, '{"a":[1]}'::jsonb as json,
               array['x', 'y'] as list`,
      values: [5, null, true, "it's"],
    };
    const expected = {
      ...{
        number: 5,
        nothing: null,
        truth: true,
        text: "it's",
        day: '2026-11-22',
        json: { a: [1] },
        list: ['x', 'y'],
      },
      moment: new Date('2026-11-22T12:00:00Z'),
    };
    for (const id of [mine, theirs, mine]) expect(await tenancy.readOne(id, named)).toEqual([expected]);
  });

  it('keeps its name to itself: an ordinary query of the same name is prepared beside it', async () => {
    const named = { name: 'same-name', text: VENDORS.text };
    expect(await tenancy.readOne(mine, named)).toEqual([{ id: mine }]);
    expect((await pool.query({ name: 'same-name', text: 'select 1 as one' })).rows).toEqual([{ one: 1 }]);
    expect(await tenancy.readOne(theirs, named)).toEqual([{ id: theirs }]);
  });

  it('is refused under the name of another statement, and with a value that has more than one text', async () => {
    await tenancy.readOne(mine, { name: 'taken', text: VENDORS.text });
    await expect(tenancy.readOne(mine, { name: 'taken', text: 'select 1 as one' })).rejects.toThrow(
      /"taken"/,
    );
    const listed = { text: 'select $1::text[] as list', values: [['a', 'b']] };
    await expect(tenancy.readOne(mine, listed as never)).rejects.toThrow(/takes texts/);
    expect(await tenancy.readOne(mine, VENDORS)).toEqual([{ id: mine }]);
  });

  it('whose answer cannot be read is refused, and the process lives on', async () => {
    types.setTypeParser(BOX_OID as never, () => {
      throw new Error('unreadable box');
    });
    await expect(tenancy.readOne(mine, { text: `select '(1,1),(0,0)'::box as box` })).rejects.toThrow(
      /unreadable box/,
    );
    expect(await tenancy.readOne(mine, VENDORS)).toEqual([{ id: mine }]);
  });

  it('sees nothing for an organization that does not exist', async () => {
    expect(await tenancy.readOne(uuidv7(), VENDORS)).toEqual([]);
  });

  it('leaves no tenant behind on the connection', async () => {
    await tenancy.readOne(mine, VENDORS);
    expect((await pool.query(VENDORS)).rows).toEqual([]);
    const [setting] = (await pool.query(`select current_setting('${READ_SETTING}', true) as value`)).rows;
    expect(setting.value || null).toBeNull();
  });

  it('cannot write, and leaves the connection able to', async () => {
    await tenancy.readOne(mine, VENDORS);
    await expect(tenancy.readOne(mine, { text: `update vendor set name = 'x'` })).rejects.toThrow(
      /read-only/,
    );
    await tenancy.readOne(mine, VENDORS);
    expect((await pool.query('show transaction_read_only')).rows).toEqual([{ transaction_read_only: 'off' }]);
  });

  it('that fails is refused, and the next one is served', async () => {
    const broken = { text: 'select 1 / $1::int as one', values: [0] };
    await expect(tenancy.readOne(mine, broken)).rejects.toThrow(/division by zero/);
    await expect(tenancy.readOne(mine, { text: 'select nothing_of_the_kind' })).rejects.toThrow(
      /does not exist/,
    );
    expect(await tenancy.readOne(mine, VENDORS)).toEqual([{ id: mine }]);
  });

  it('whose connection the server ends is refused, and the next one is served', async () => {
    const suicide = { text: 'select pg_terminate_backend(pg_backend_pid())' };
    await expect(tenancy.readOne(mine, suicide)).rejects.toThrow();
    expect(await tenancy.readOne(mine, VENDORS)).toEqual([{ id: mine }]);
  });

  it('is refused for anything but a UUID before it reaches the database', async () => {
    await expect(tenancy.readOne(`${mine},${theirs}`, VENDORS)).rejects.toThrow(/must be a UUID/);
  });
});
