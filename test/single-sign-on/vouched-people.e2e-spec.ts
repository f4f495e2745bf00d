// Whom a provider vouches for: members, matched once and linked; and organizations that demand it.
import { practiceBody } from '../factories/records.factory';
import { CLIENT } from '../support/test-identity-provider';
import { type TestPerson } from '../support/test-people';
import {
  REFUSED,
  as,
  change,
  eventsOf,
  identityOf,
  member,
  people,
  practiceWithProvider,
  provider,
  server,
  sessionOf,
  signIn,
  type Practice,
  typeOf,
  useSingleSignOn,
} from './harness';

useSingleSignOn();

describe('whom the provider vouches for', () => {
  const reasonOf = async (made: Practice) =>
    (await eventsOf(made)).filter(({ action }) => action === 'single_sign_on.refused').at(-1);

  it('has to belong to the organization; owners see why somebody did not come in', async () => {
    const made = await practiceWithProvider();
    const [stranger, former] = [await people.add(), await people.add()];
    await people.join(former, made.id, 'staff', { endsOn: '2020-01-31' });
    for (const visit of [
      identityOf(stranger),
      identityOf(former),
      { sub: 'x', email: 'nobody@tests.example' },
    ]) {
      expect(typeOf(await signIn(made.id, visit))).toEqual(REFUSED);
      expect(await reasonOf(made)).toMatchObject({ actorKind: 'system', data: { reason: 'no-member' } });
    }
    await signIn(made.id, { ...identityOf(await member(made.id)), emailVerified: false });
    expect(await reasonOf(made)).toMatchObject({ data: { reason: 'no-verified-address' } });
  });

  it('has an address in the domains that the organization names', async () => {
    const made = await practiceWithProvider({ emailDomains: ['practice.example'] });
    const person = await member(made.id);
    expect(typeOf(await signIn(made.id, identityOf(person)))).toEqual(REFUSED);
    expect(await reasonOf(made)).toMatchObject({ data: { reason: 'other-domain', person: person.id } });
    await change(made, 1, { emailDomains: ['practice.example', 'Tests.Example'] });
    expect((await signIn(made.id, identityOf(person))).status).toBe(200);
  });

  it('is not who has got the address of somebody who came in before, nor who writes it in letters that look alike', async () => {
    const made = await practiceWithProvider();
    const person = await member(made.id);
    await sessionOf(person, made.id);
    expect(typeOf(await signIn(made.id, { sub: 'somebody else', email: person.email }))).toEqual(REFUSED);
    expect(await reasonOf(made)).toMatchObject({ data: { reason: 'linked-otherwise', person: person.id } });
    const [kelvin] = await people.query<{ id: string; email: string }>(
      `update person set email = 'k' || email where id = $1 returning id, email`,
      [(await member(made.id)).id],
    );
    const alike = `\u212a${kelvin?.email.slice(1)}`;
    expect(alike.toLowerCase()).toBe(kelvin?.email);
    expect(typeOf(await signIn(made.id, { sub: 'alike', email: alike }))).toEqual(REFUSED);
    expect(await reasonOf(made)).toMatchObject({ data: { reason: 'no-verified-address' } });
  });

  it('is matched anew once an owner has removed the link, which closes what it opened', async () => {
    const made = await practiceWithProvider();
    const person = await member(made.id);
    const key = await sessionOf(person, made.id);
    const [link] = (await server.get(`${made.at}/identity-links`, as(made.owner))).body.items as {
      id: string;
    }[];
    const remove = (by: TestPerson) =>
      server.post(`${made.at}/identity-links/${link?.id}/removals`, undefined, as(by));
    expect((await remove(person)).status).toBe(403);
    expect((await server.get(made.at, { key })).status).toBe(200);
    expect((await remove(made.owner)).body).toMatchObject({ removedAt: expect.any(String) });
    expect((await server.get(made.at, { key })).status).toBe(404);
    expect((await signIn(made.id, { sub: 'the new account', email: person.email })).status).toBe(200);
  });
});

describe('an organization demands single sign-on', () => {
  it('of its members; owners and those from outside come in with a second factor of their own', async () => {
    const made = await practiceWithProvider();
    const [staff, consultant] = [await member(made.id), await people.add({ secondFactor: true })];
    await people.join(consultant, made.id, 'consultant');
    expect((await server.get(made.at, as(staff))).status).toBe(200);
    expect((await change(made, 1, { required: true })).status).toBe(200);
    expect(typeOf(await server.get(made.at, as(staff)))).toEqual([403, '/problems/single-sign-on-needed']);
    expect((await server.get(made.at, { key: await sessionOf(staff, made.id) })).status).toBe(200);
    expect((await server.get(made.at, as(consultant))).status).toBe(200);
    expect(typeOf(await server.get(made.at, as(made.owner)))).toEqual([
      403,
      '/problems/second-factor-needed',
    ]);
    const other = await people.add({ secondFactor: true });
    await people.join(other, made.id, 'owner');
    expect((await server.get(made.at, as(other))).status).toBe(200);
    expect((await server.get(made.at, { key: await sessionOf(made.owner, made.id) })).status).toBe(200);
  });

  it('only while an owner has a second factor to come in by', async () => {
    const owner = await people.add();
    const { body } = await server.post('/v1/organizations', practiceBody(), as(owner));
    const own = { id: body.id as string, at: `/v1/organizations/${body.id}`, owner };
    const demand = { issuer: provider.issuer, ...CLIENT, required: true };
    const refused = await change(own, 0, demand);
    expect([...typeOf(refused), refused.body.errors]).toEqual([
      ...[422, '/problems/records-incoherent'],
      [expect.objectContaining({ pointer: '/required' })],
    ]);
    await people.query('update person set has_second_factor = true where id = $1', [owner.id]);
    await people.query('update session set second_factor_at = now() where id = $1', [owner.sessionId]);
    expect((await change(own, 0, demand)).status).toBe(200);
  });

  it('and an owner gets in and takes it back while the provider is down', async () => {
    const made = await practiceWithProvider();
    await change(made, 1, { required: true });
    provider.broken = (response) => response.destroy();
    const staff = await member(made.id);
    const owner = await people.add({ secondFactor: true });
    await people.join(owner, made.id, 'owner');
    const off = await server.patch(`${made.at}/single-sign-on`, 2, { required: false }, as(owner));
    expect([off.status, off.body.required]).toEqual([200, false]);
    expect((await server.get(made.at, as(staff))).status).toBe(200);
  });
});
