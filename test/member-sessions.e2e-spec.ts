// Whoever manages members ends the sessions of one in the organization: at once, there alone, until they sign in again.
import { generate } from 'otplib';
import { v7 as uuidv7 } from 'uuid';
import { Standings } from '../src/identity/standings.service';
import type { Role } from '../src/permissions/roles';
import { TestApplication, type Reply } from './support/test-application';
import { TEST_PASSWORD, TestPeople, type TestPerson } from './support/test-people';

interface Practice {
  id: string;
  at: string;
  owner: TestPerson & { membership: string };
}

let server: TestApplication;
let people: TestPeople;
let practice: Practice;
let other: Practice;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
  [practice, other] = [await practiceWithOwner(), await practiceWithOwner()];
});

afterAll(() => Promise.all([server.close(), people.close()]));

async function practiceWithOwner(): Promise<Practice> {
  const { id, at } = await server.newOrganization();
  const owner = await people.add({ password: true });
  const membership = await people.join(owner, id, 'owner');
  return { id, at, owner: { ...owner, membership } };
}

/** Of both practices, with a session that they signed in to. */
async function member(
  role: Role,
  options: { secondFactor?: boolean } = {},
): Promise<TestPerson & { membership: string }> {
  const person = await people.add({ password: true, ...options });
  const membership = await people.join(person, practice.id, role);
  await people.join(person, other.id, role);
  return { ...person, membership };
}

const as = ({ session }: { session: string }) => ({ key: session });
const typeOf = ({ status, body }: Reply) => [status, (body as { type?: string }).type];
const NEEDED = [403, '/problems/new-sign-in-needed'];
const read = async ({ at }: Practice, key: string) => typeOf(await server.get(`${at}/vendors`, { key }));
const READ = [200, undefined];
const end = ({ at }: Practice, membership: string, by: { session: string }) =>
  server.post(`${at}/members/${membership}/session-endings`, undefined, as(by));
async function signIn({ email }: TestPerson): Promise<string> {
  const { body } = await server.post('/v1/sessions', { email, password: TEST_PASSWORD }, { key: null });
  return body.token as string;
}

describe('the sessions of a member', () => {
  it('end in the organization at once, each of them, and in no other one; after signing in again it is open', async () => {
    const person = await member('staff');
    const second = await signIn(person);
    for (const key of [person.session, second]) expect(await read(practice, key)).toEqual(READ);
    const ended = await end(practice, person.membership, practice.owner);
    expect([ended.status, ended.headers.etag, ended.body]).toMatchObject([
      200,
      '"2"',
      { id: person.membership, version: 2, endedAt: null, sessionsFrom: expect.any(String) },
    ]);
    for (const key of [person.session, second]) {
      expect(await read(practice, key)).toEqual(NEEDED);
      expect(await read(other, key)).toEqual(READ);
      for (const list of ['/v1/account', '/v1/organizations']) {
        const { organizations, items } = (await server.get(list, { key })).body;
        expect((organizations ?? items).map(({ id }: { id: string }) => id)).toEqual([other.id]);
      }
    }
    const anew = await signIn(person);
    expect([await read(practice, anew), await read(other, anew)]).toEqual([READ, READ]);
    expect(await read(practice, second)).toEqual(NEEDED);
  });

  it('can be ended again, those of after too, and each time the audit log tells of it by the id alone', async () => {
    const person = await member('clinician');
    await end(practice, person.membership, practice.owner);
    const anew = await signIn(person);
    expect(await read(practice, anew)).toEqual(READ);
    expect((await end(practice, person.membership, practice.owner)).body.version).toBe(3);
    expect(await read(practice, anew)).toEqual(NEEDED);
    const { items } = (await server.get(`${practice.at}/audit-events?limit=200`, as(practice.owner))).body;
    const told = (items as { action: string; subjectId: string; actorId: string; data: object }[])
      .filter(({ action }) => action === 'membership.sessions_ended')
      .filter(({ subjectId }) => subjectId === person.membership);
    const event = [practice.owner.id, {}];
    expect(told.map(({ actorId, data }) => [actorId, data])).toEqual([event, event]);
  });

  it('stay ended whatever is given in them: a password, a second factor, a new request', async () => {
    const person = await member('staff');
    await people.query('update session set own_factors = false where id = $1', [person.sessionId]);
    await end(practice, person.membership, practice.owner);
    const password = { password: TEST_PASSWORD };
    expect((await server.post('/v1/session/password', password, as(person))).status).toBe(204);
    expect(await read(other, person.session)).toEqual(READ);
    expect(await read(practice, person.session)).toEqual(NEEDED);
    const { secret } = (await server.post('/v1/account/totp', undefined, as(person))).body;
    const code = await generate({ secret });
    const confirmed = await server.post('/v1/account/totp/confirmations', { code }, as(person));
    expect(confirmed.status).toBe(200);
    await people.query(`update session set last_seen_at = now() - interval '2 minutes' where id = $1`, [
      person.sessionId,
    ]);
    expect(await read(practice, person.session)).toEqual(NEEDED);
  });

  it('that began at that very moment are ended, and those of a clock that is ahead', async () => {
    const person = await member('staff');
    const began = (moment: string) =>
      people.query(`update session set created_at = ${moment} where id = $1`, [person.sessionId]);
    await began(`now() + interval '3 seconds'`);
    await end(practice, person.membership, practice.owner);
    expect(await read(practice, person.session)).toEqual(NEEDED);
    const moment = `(select sessions_from from membership where id = '${person.membership}')`;
    for (const [when, answer] of [
      [moment, NEEDED],
      [`${moment} + interval '1 microsecond'`, READ],
    ] as const) {
      await began(when);
      server.app.get(Standings).forgetAll();
      expect(await read(practice, person.session)).toEqual(answer);
    }
  });

  it('do not come back with a new membership', async () => {
    const person = await member('staff');
    await end(practice, person.membership, practice.owner);
    const headers = { 'if-match': '"2"' };
    const gone = `${practice.at}/members/${person.membership}/endings`;
    expect((await server.post(gone, undefined, { ...as(practice.owner), headers })).status).toBe(200);
    expect(await read(practice, person.session)).toEqual([404, '/problems/not-found']);
    const again = { email: person.email, role: 'clinician' };
    await server.post(`${practice.at}/invitations`, again, as(practice.owner));
    const token = server.mail.tokenTo(person.email);
    const anew = await signIn(person);
    expect((await server.post('/v1/account/memberships', { token }, { key: anew })).status).toBe(201);
    expect([await read(practice, person.session), await read(practice, anew)]).toEqual([NEEDED, READ]);
  });

  it('who is a consultant end too; a firm that ended them is not one to work for in such a session', async () => {
    const consultant = await member('consultant', { secondFactor: true });
    await end(practice, consultant.membership, practice.owner);
    expect(await read(practice, consultant.session)).toEqual(NEEDED);
    expect(await read(other, consultant.session)).toEqual(READ);
    const third = await practiceWithOwner();
    const invited = { email: consultant.email, role: 'consultant' };
    await server.post(`${third.at}/invitations`, invited, as(third.owner));
    const body = { token: server.mail.tokenTo(consultant.email), onBehalfOf: practice.id };
    const joined = await server.post('/v1/account/memberships', body, as(consultant));
    expect(typeOf(joined)).toEqual([422, '/problems/records-incoherent']);
  });
});

describe('whoever ends sessions', () => {
  it('may be the security official, of an owner too; the caller is ended with the rest when it is themselves', async () => {
    const own = await practiceWithOwner();
    const official = await people.add({ password: true });
    const membership = await people.join(official, own.id, 'security_official');
    expect((await end(own, own.owner.membership, official)).status).toBe(200);
    expect(await read(own, own.owner.session)).toEqual(NEEDED);
    expect((await end(own, membership, official)).status).toBe(200);
    expect(typeOf(await end(own, membership, official))).toEqual(NEEDED);
    expect(await read(own, await signIn(official))).toEqual(READ);
  });

  it('is nobody without the right, and nobody of another organization', async () => {
    const [person, privacy] = [await member('staff'), await member('privacy_official')];
    for (const by of [person, privacy])
      expect(typeOf(await end(practice, person.membership, by))).toEqual([403, '/problems/forbidden']);
    expect(typeOf(await end(practice, person.membership, other.owner))).toEqual([404, '/problems/not-found']);
    // nor by the id of a membership that is not theirs, under their own organization
    const [foreign, nobodys] = [
      await end(other, person.membership, other.owner),
      await end(other, uuidv7(), other.owner),
    ];
    expect([typeOf(foreign), foreign.body.detail]).toEqual([typeOf(nobodys), nobodys.body.detail]);
    expect([await read(practice, person.session), await read(other, person.session)]).toEqual([READ, READ]);
  });

  it('does not end API keys, and is answered as the first time when the request is sent again', async () => {
    const own = await practiceWithOwner();
    const official = await people.add();
    const membership = await people.join(official, own.id, 'security_official');
    const asked = { label: 'EHR', scopes: ['records.read'], validDays: 1 };
    const { key } = (await server.post(`${own.at}/api-keys`, asked, as(official))).body;
    const options = { ...as(own.owner), headers: { 'idempotency-key': uuidv7() } };
    const send = () => server.post(`${own.at}/members/${membership}/session-endings`, undefined, options);
    const [first, again] = [await send(), await send()];
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    expect([await read(own, official.session), await read(own, key as string)]).toEqual([NEEDED, READ]);
  });
});
