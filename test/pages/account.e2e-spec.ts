// Pages of a person's own account, and another practice of theirs.
import { generate } from 'otplib';
import { PageVisitor, type FormFields } from '../support/page-visitor';
import { TestApplication } from '../support/test-application';
import { TEST_PASSWORD, TestPeople, type TestPerson } from '../support/test-people';

let server: TestApplication;
let people: TestPeople;

beforeAll(async () => {
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
});

afterAll(() => Promise.all([server.close(), people.close()]));

const see = (url: string, by: TestPerson | null) => new PageVisitor(server).see(url, by);
const send = (url: string, fields: FormFields, by: TestPerson | null) =>
  new PageVisitor(server).send(url, fields, by);

it('who is not signed in is led to where they can, and back', async () => {
  const reply = await see('/account', null);
  expect([reply.status, reply.location]).toEqual([303, '/sign-in?to=%2Faccount']);
});

it('a name is changed; one that was changed in another window is not lost', async () => {
  const person = await people.add();
  expect((await see('/account', person)).body).toContain(person.email);
  expect((await send('/account', { version: '1', name: 'Dana Whitfield' }, person)).status).toBe(303);
  const stale = await send('/account', { version: '1', name: 'Dana W.' }, person);
  expect([stale.status, stale.body]).toEqual([412, expect.stringContaining('value="Dana W."')]);
  expect(stale.body).toContain('name="version" value="2"');
  const empty = await send('/account', { version: '2', name: '' }, person);
  expect([empty.status, empty.body]).toEqual([400, expect.stringContaining('href="#name"')]);
});

it('a password is changed by whoever knows it, and none is sent back', async () => {
  const person = await people.add({ password: true });
  const newPassword = 'nine kettles beside an old canal';
  expect((await see('/account/password', person)).status).toBe(200);
  const wrong = await send(
    '/account/password',
    { currentPassword: 'not it at all, no', newPassword },
    person,
  );
  expect([wrong.status, wrong.body.includes(newPassword)]).toEqual([403, false]);
  const done = await send('/account/password', { currentPassword: TEST_PASSWORD, newPassword }, person);
  expect(done.location).toBe('/account?notice=password-changed');
});

it('an authenticator app is set up step by step, renewed and removed', async () => {
  const person = await people.add();
  const begun = await send('/account/authenticator', {}, person);
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(begun.body)?.[1] ?? '';
  const secret = hidden('secret');
  const uri = hidden('uri').replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');
  expect(uri).toMatch(/^otpauth:\/\/totp\//);
  const wrong = await send('/account/authenticator/confirmations', { secret, uri, code: '12' }, person);
  expect([wrong.status, wrong.body.includes(secret)]).toEqual([400, true]);
  const code = await generate({ secret });
  const done = await send('/account/authenticator/confirmations', { secret, uri, code }, person);
  expect([done.status, done.body.match(/<li><code>/g)?.length]).toEqual([200, 10]);
  expect((await see('/account/authenticator', person)).body).toContain('Remove the app');
  const again = await send('/account/authenticator/recovery-codes', { code: '' }, person);
  expect([again.status, again.body.match(/<li><code>/g)?.length]).toEqual([200, 10]);
  const used = await send('/account/authenticator/removals', { code }, person);
  expect([used.status, used.body]).toEqual([403, expect.stringContaining('The code is wrong')]);
  const removed = await send('/account/authenticator/removals', { code: '' }, person);
  expect(removed.location).toBe('/account/authenticator?notice=removed');
});

it('whoever signed in long ago shows first once more that it is them', async () => {
  const person = await people.add();
  await people.query(`update session set created_at = now() - interval '1 hour' where id = $1`, [
    person.sessionId,
  ]);
  const { status, location } = await send('/account/authenticator', {}, person);
  expect([status, location]).toEqual([303, '/sign-in?to=%2Faccount%2Fauthenticator&notice=show-again']);
});

it('sessions are ended, one’s own alone', async () => {
  const [person, other] = [await people.add({ password: true }), await people.add()];
  const { email } = person;
  await server.post('/v1/sessions', { email, password: TEST_PASSWORD }, { key: null });
  const page = await see('/account', person);
  const [, session] = /\/account\/sessions\/([^/]+)\/endings/.exec(page.body) ?? [];
  expect((await send(`/account/sessions/${session}/endings`, {}, other)).status).toBe(404);
  expect((await send(`/account/sessions/${session}/endings`, {}, person)).location).toContain(
    'session-ended',
  );
  expect((await see('/account/events', person)).body).toMatch(/A session was ended[\s\S]*Signed in/);
});

describe('another practice', () => {
  const fields = {
    ...{ timeZone: 'America/Chicago', coveredEntity: 'unsure', clientStates: 'IL', clinicianStates: 'IL' },
    ...{ modalities: 'video', specialties: 'trauma', clinicians: '1', clientsPerYear: '40' },
  };

  it('is added, also where one of its name is there', async () => {
    const [person, other] = [await people.add({ secondFactor: true }), await people.add()];
    expect((await see('/organizations/new', person)).status).toBe(200);
    const name = `Twin Oaks ${Math.random().toString(36).slice(2)}`;
    for (const maker of [person, other]) {
      const made = await send('/organizations', { ...fields, name }, maker);
      expect([made.status, made.location]).toEqual([
        303,
        expect.stringMatching(/^\/organizations\/[0-9a-f-]{36}\?notice=added$/),
      ]);
    }
  });

  it('comes back as it was typed when something is missing', async () => {
    const refused = await send('/organizations', { ...fields, name: '' }, await people.add());
    expect([refused.status, refused.body]).toEqual([400, expect.stringContaining('value="America/Chicago"')]);
    expect(refused.body).toContain('href="#name"');
  });
});
