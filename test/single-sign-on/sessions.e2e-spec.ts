// What a session of single sign-on reaches, and what it takes for more.
import { SoftwareAuthenticator } from '../support/software-authenticator';
import { TEST_PASSWORD } from '../support/test-people';
import {
  as,
  change,
  identityOf,
  member,
  people,
  practice,
  practiceWithProvider,
  provider,
  server,
  sessionOf,
  signIn,
  typeOf,
  useSingleSignOn,
} from './harness';

useSingleSignOn();

describe('a session of single sign-on', () => {
  it('reaches the organization whose provider vouched, and no other one of the person, nor their account', async () => {
    const [made, other] = [await practiceWithProvider(), await practiceWithProvider()];
    const person = await member(made.id);
    await people.join(person, other.id, 'clinician');
    const key = await sessionOf(person, made.id);
    expect((await server.get(made.at, { key })).status).toBe(200);
    const hidden = await server.get(other.at, { key });
    const nowhere = await server.get('/v1/organizations/019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f', { key });
    expect([hidden.status, hidden.body.detail]).toEqual([404, nowhere.body.detail]);
    const account = await server.get('/v1/account', { key });
    expect(account.body.organizations.map(({ id }: { id: string }) => id)).toEqual([made.id]);
    const listed = await server.get('/v1/organizations', { key });
    expect(listed.body.items.map(({ id }: { id: string }) => id)).toEqual([made.id]);
    const needed = [403, '/problems/own-factors-needed'];
    const password = { currentPassword: TEST_PASSWORD, newPassword: 'twelve herons beside the weir' };
    for (const answer of [
      await server.post('/v1/account/totp', undefined, { key }),
      await server.post('/v1/account/passkey-registrations', undefined, { key }),
      await server.call('PUT', '/v1/account/password', { key, body: password }),
      await server.get('/v1/account/sessions', { key }),
      await server.call('DELETE', `/v1/account/sessions/${person.sessionId}`, { key }),
      await server.post('/v1/organizations', {}, { key }),
      await server.post('/v1/account/memberships', {}, { key }),
    ])
      expect(typeOf(answer)).toEqual(needed);
    expect((await server.call('DELETE', '/v1/session', { key })).status).toBe(204);
  });

  it('reaches all that is theirs once they have given their own password', async () => {
    const [made, other] = [await practiceWithProvider(), await practice()];
    const person = await member(made.id);
    await people.join(person, other.id, 'clinician');
    const key = await sessionOf(person, made.id);
    const give = (password: string) => server.post('/v1/session/password', { password }, { key });
    expect(typeOf(await give('not that one at all'))).toEqual([403, '/problems/sign-in-refused']);
    expect((await server.get(other.at, { key })).status).toBe(404);
    expect((await give(TEST_PASSWORD)).status).toBe(204);
    expect([
      (await server.get(other.at, { key })).status,
      (await server.get(made.at, { key })).status,
    ]).toEqual([200, 200]);
    const events = (await server.get('/v1/account/events', { key })).body.items as { action: string }[];
    expect(events.at(-1)?.action).toBe('session.own_factors_given');
  });

  it('is slowed when passwords are tried in it', async () => {
    const made = await practiceWithProvider();
    const key = await sessionOf(await member(made.id), made.id);
    const give = () => server.post('/v1/session/password', { password: 'not that one at all' }, { key });
    for (let attempt = 0; attempt < 5; attempt += 1) expect((await give()).status).toBe(403);
    expect(typeOf(await give())).toEqual([429, '/problems/too-many-attempts']);
  });

  it('asks for a second factor of the person, password or not; a passkey that verifies its holder is as good as both', async () => {
    const [made, other] = [await practiceWithProvider(), await practice()];
    const person = await member(made.id);
    await people.join(person, other.id, 'clinician');
    const device = new SoftwareAuthenticator('http://localhost:3000');
    const begun = await server.post('/v1/account/passkey-registrations', undefined, as(person));
    await server.post(
      '/v1/account/passkeys',
      { name: 'Phone', credential: device.create(begun.body.publicKey) },
      as(person),
    );
    const signedIn = await signIn(made.id, identityOf(person));
    expect(signedIn.body.secondFactor).toBe('needed');
    const key = signedIn.body.token as string;
    const factor = [403, '/problems/second-factor-needed'];
    expect(typeOf(await server.get(made.at, { key }))).toEqual(factor);
    expect((await server.post('/v1/session/password', { password: TEST_PASSWORD }, { key })).status).toBe(
      204,
    );
    expect([typeOf(await server.get(made.at, { key })), typeOf(await server.get(other.at, { key }))]).toEqual(
      [factor, factor],
    );
    const show = async (token: string, userVerified: boolean) => {
      const { body } = await server.post('/v1/session/passkey-challenges', undefined, { key: token });
      const credential = device.get(body.publicKey, { userVerified });
      expect((await server.post('/v1/session/passkey', { credential }, { key: token })).status).toBe(204);
    };
    const second = await sessionOf(person, made.id);
    await show(second, false);
    expect([
      (await server.get(made.at, { key: second })).status,
      (await server.get(other.at, { key: second })).status,
    ]).toEqual([200, 404]);
    await show(second, true);
    expect((await server.get(other.at, { key: second })).status).toBe(200);
  });

  it('counts the second factor of the provider where the organization says so, and there alone', async () => {
    const made = await practiceWithProvider({ secondFactorAmr: ['mfa'], secondFactorAcr: ['high'] });
    await server.patch(`${made.at}/sign-in-rules`, 0, { secondFactorRequired: true });
    const person = await member(made.id);
    const without = await sessionOf(person, made.id, { amr: ['pwd'] });
    expect(typeOf(await server.get(made.at, { key: without }))).toEqual([
      403,
      '/problems/second-factor-needed',
    ]);
    for (const word of [{ amr: ['pwd', 'mfa'] }, { acr: 'high' }]) {
      const signedIn = await signIn(made.id, { ...identityOf(person), ...word });
      expect(signedIn.body.secondFactor).toBe('given');
      expect((await server.get(made.at, { key: signedIn.body.token })).status).toBe(200);
    }
    expect(provider.asked.acr_values).toBe('high');
    const careless = await practiceWithProvider();
    await people.join(person, careless.id, 'consultant');
    const key = await sessionOf(person, careless.id, { amr: ['mfa'] });
    expect(typeOf(await server.get(careless.at, { key }))).toEqual([403, '/problems/second-factor-needed']);
  });

  it("keeps the provider's second factor to its organization after the person's own password", async () => {
    const made = await practiceWithProvider({ secondFactorAmr: ['mfa'] });
    const other = await practice();
    const person = await member(made.id);
    await people.join(person, other.id, 'consultant');
    const key = await sessionOf(person, made.id, { amr: ['mfa'] });
    expect((await server.post('/v1/session/password', { password: TEST_PASSWORD }, { key })).status).toBe(
      204,
    );
    expect((await server.get(made.at, { key })).status).toBe(200);
    expect(typeOf(await server.get(other.at, { key }))).toEqual([403, '/problems/second-factor-needed']);
  });

  it('reaches nothing once the organization has turned single sign-on off or turned to another issuer', async () => {
    const made = await practiceWithProvider();
    const person = await member(made.id);
    const key = await sessionOf(person, made.id);
    expect((await server.get(made.at, { key })).status).toBe(200);
    await change(made, 1, { issuer: null });
    expect((await server.get(made.at, { key })).status).toBe(404);
    expect((await server.get('/v1/organizations', { key })).body.items).toEqual([]);
  });

  it('ends with the membership', async () => {
    const made = await practiceWithProvider();
    const person = await people.add();
    const membership = await people.join(person, made.id, 'staff');
    const key = await sessionOf(person, made.id);
    const headers = { 'if-match': '"1"' };
    await server.post(`${made.at}/members/${membership}/endings`, undefined, { ...as(made.owner), headers });
    expect((await server.get(made.at, { key })).status).toBe(404);
  });
});
