// What is left of sessions and links once they have ended.
import { v7 as uuidv7 } from 'uuid';
import { MAILER, type Mailer } from '../src/mail/mailer';
import { WayInPurge } from '../src/sign-in/way-in-purge';
import { askVendor, sendLink } from './support/asked-vendor';
import { forgetLostJobs } from './support/lost-jobs';
import { TestApplication } from './support/test-application';
import { TestPeople, type TestPerson } from './support/test-people';
import { VendorVisitor } from './support/vendor-visitor';
import { until } from './support/until';

let server: TestApplication;
let people: TestPeople;

beforeAll(async () => {
  await forgetLostJobs('purge-ways-in');
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
});

afterAll(() => Promise.all([server.close(), people.close()]));

/** A session of single sign-on, opened, expired and perhaps ended so many days ago. */
async function sessionOf({ id }: TestPerson, expired: number, ended: number | null): Promise<string> {
  const session = uuidv7();
  await people.query(
    `insert into session (id, person_id, digest, address, created_at, last_seen_at, expires_at, ended_at, own_factors)
     select $1, $2, sha256(gen_random_uuid()::text::bytea), '192.0.2.7', e - interval '1 day', e - interval '1 day', e,
       now() - $4::float8 * interval '1 day', false
     from (select now() - $3::float8 * interval '1 day') as given (e)`,
    [session, id, expired, ended],
  );
  await people.query(
    `insert into session_vouch (session_id, organization_id, person_id, issuer, second_factor, vouched_at)
     values ($1, gen_random_uuid(), $2, 'https://issuer.example', false, now())`,
    [session, id],
  );
  return session;
}

async function tokenOf({ id }: TestPerson, expired: number, used: number | null): Promise<string> {
  const token = uuidv7();
  await people.query(
    `insert into one_time_token (digest, id, purpose, person_id, expires_at, used_at)
     values (sha256(gen_random_uuid()::text::bytea), $1, 'password_reset', $2, now() - $3::float8 * interval '1 day',
       now() - $4::float8 * interval '1 day')`,
    [token, id, expired, used],
  );
  return token;
}

const idsIn = async (table: string, { id }: TestPerson, column = 'id'): Promise<string[]> =>
  (
    await people.query<{ id: string }>(
      `select ${column} as id from ${table} where person_id = $1 order by 1`,
      [id],
    )
  ).map((row) => row.id);

it('goes: sessions after 90 days with what vouched for them, links after 7', async () => {
  const person = await people.add();
  const kept = [await sessionOf(person, 89, null), await sessionOf(person, 88, 89)];
  const links = [
    await tokenOf(person, 6, null),
    await tokenOf(person, -1, 6),
    await tokenOf(person, -1, null),
  ];
  await sessionOf(person, 91, null);
  await sessionOf(person, 89.9, 90.5);
  await tokenOf(person, 8, null);
  await tokenOf(person, 6.9, 7.1);
  const purge = server.app.get(WayInPurge, { strict: false });
  // Asked for again: one that was under way may have been before these came.
  await until(async () => {
    await purge.sweep();
    return (await idsIn('one_time_token', person)).length === links.length;
  });
  expect(await idsIn('one_time_token', person)).toEqual(links);
  expect(await idsIn('session', person)).toEqual([person.sessionId, ...kept]);
  expect(await idsIn('session_vouch', person, 'session_id')).toEqual(kept);
  expect((await server.get('/v1/account', { key: person.session })).status).toBe(200);
});

it('goes: digests of vendors’ links after 7 days, those of the browsers too, with what the outbox still has; the links stay', async () => {
  // From the start: a job of before may be the one that purges.
  const forget = jest.spyOn(server.app.get<Mailer>(MAILER), 'forget');
  const asked = await askVendor(server);
  const email = 'robin@northlight.example';
  const sent = [];
  for (const ended of [8, 6]) {
    const { id, link } = (await sendLink(server, asked, { validDays: 14, email })).body;
    await new VendorVisitor(server).begin(link);
    await people.inOrganization(asked.id, () =>
      people.query(
        `update vendor_link set expires_at = now() - $2::float8 * interval '1 day' where id = $1`,
        [...[id, ended]],
      ),
    );
    sent.push(id as string);
  }
  await server.app.get(WayInPurge, { strict: false }).purge();
  const left = await people.query<{ id: string }>(
    'select vendor_link_id as id from vendor_link_digest where organization_id = $1',
    [asked.id],
  );
  expect(left.map(({ id }) => id)).toEqual([sent[1], sent[1]]);
  expect(forget.mock.calls.flat(2)).toEqual(expect.arrayContaining([sent[0]]));
  expect(forget.mock.calls.flat(2)).not.toContain(sent[1]);
  expect((await server.get(`${asked.questionnaire}/vendor-links`)).body.items).toHaveLength(2);
});
