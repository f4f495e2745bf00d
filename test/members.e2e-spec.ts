// People come in by invitation, change roles and leave; API keys are made and taken away.
import { v7 as uuidv7 } from 'uuid';
import { RESET_TOKENS } from '../src/identity/secret-token';
import { TestApplication, type Reply } from './support/test-application';
import { TestPeople, type TestPerson } from './support/test-people';
import { until } from './support/until';

const PASSWORD = 'nine kettles beside an old canal';
let server: TestApplication;
let people: TestPeople;

beforeAll(async () => {
  const environment = { TRUSTED_PROXIES: '127.0.0.1' };
  [server, people] = await Promise.all([TestApplication.start({ environment }), TestPeople.connect()]);
});

afterAll(() => Promise.all([server.close(), people.close()]));

const as = ({ session }: { session: string }) => ({ key: session });
const typeOf = ({ status, body }: Reply) => [status, (body as { type?: string }).type];
const newEmail = () => `${Math.random().toString(36).slice(2)}@guests.example`;

async function practiceWithOwner(): Promise<{ id: string; at: string; owner: TestPerson }> {
  const { id, at } = await server.newOrganization();
  const owner = await people.add();
  await people.join(owner, id, 'owner');
  return { id, at, owner };
}

describe('an invitation', () => {
  it('lets somebody in once, with a new account, and its mail goes', async () => {
    const { id, at, owner } = await practiceWithOwner();
    const email = newEmail();
    const invited = await server.post(
      `${at}/invitations`,
      { email: email.toUpperCase(), role: 'clinician' },
      as(owner),
    );
    expect([invited.status, invited.body]).toMatchObject([
      201,
      { email, role: 'clinician', delivery: 'sent', acceptedAt: null },
    ]);
    const token = server.mail.tokenTo(email);
    const accept = (body: object) => server.post('/v1/invitation-acceptances', body, { key: null });
    const weak = await accept({ token, name: 'Robin', password: 'Password123456789' });
    expect(typeOf(weak)).toEqual([422, '/problems/password-refused']);
    const accepted = await accept({ token, name: 'Robin Ellery', password: PASSWORD });
    expect(accepted.status).toBe(201);
    expect(typeOf(await accept({ token, name: 'Robin Ellery', password: PASSWORD }))).toEqual([
      410,
      '/problems/token-unusable',
    ]);
    expect(server.mail.tokenTo(email)).toBe('');
    const { body } = await server.get('/v1/account', { key: accepted.body.token });
    expect(body).toMatchObject({ email, organizations: [{ id, role: 'clinician' }] });
    const events = (await server.get(`${at}/audit-events?limit=200`, as(owner))).body.items as {
      action: string;
      actorId: string;
      actorKind: string;
    }[];
    expect(events.slice(-2)).toMatchObject([
      { action: 'invitation.made', actorKind: 'person', actorId: owner.id },
      { action: 'membership.began', actorKind: 'person', actorId: body.id },
    ]);
    expect((await server.post('/v1/sessions', { email, password: PASSWORD }, { key: null })).status).toBe(
      201,
    );
  });

  it('can be sent again: the new link works, the earlier one no more', async () => {
    const { at, owner } = await practiceWithOwner();
    const person = await people.add();
    const { body } = await server.post(
      `${at}/invitations`,
      { email: person.email, role: 'staff' },
      as(owner),
    );
    const lost = server.mail.tokenTo(person.email);
    const sendAgain = (id: string) => server.post(`${at}/invitations/${id}/mails`, undefined, as(owner));
    const again = await sendAgain(body.id);
    expect([again.status, again.body]).toMatchObject([201, { id: body.id, delivery: 'sent' }]);
    expect(again.body.expiresAt > body.expiresAt).toBe(true);
    const accept = (token: string) => server.post('/v1/account/memberships', { token }, as(person));
    expect(server.mail.mails.filter(({ to }) => to === person.email)).toHaveLength(1);
    expect(typeOf(await accept(lost))).toEqual([410, '/problems/token-unusable']);
    expect((await accept(server.mail.tokenTo(person.email))).status).toBe(201);
    expect(typeOf(await sendAgain(body.id))).toEqual([409, '/problems/invitation-closed']);
    expect((await sendAgain(uuidv7())).status).toBe(404);
  });

  it('cannot be used when it was withdrawn, has expired, or is for another address', async () => {
    const { at, owner } = await practiceWithOwner();
    const withdrawn = await people.add();
    const made = await server.post(`${at}/invitations`, { email: withdrawn.email, role: 'staff' }, as(owner));
    const first = server.mail.tokenTo(withdrawn.email);
    expect(
      (await server.post(`${at}/invitations/${made.body.id}/withdrawals`, undefined, as(owner))).status,
    ).toBe(200);
    expect(
      typeOf(await server.post(`${at}/invitations/${made.body.id}/withdrawals`, undefined, as(owner))),
    ).toEqual([409, '/problems/invitation-closed']);
    const accept = (token: string, person: TestPerson) =>
      server.post('/v1/account/memberships', { token }, as(person));
    expect(typeOf(await accept(first, withdrawn))).toEqual([410, '/problems/token-unusable']);

    const late = await people.add();
    const { body } = await server.post(`${at}/invitations`, { email: late.email, role: 'staff' }, as(owner));
    await people.query(
      `update one_time_token set expires_at = now() - interval '1 second' where invitation_id = $1`,
      [body.id],
    );
    expect(typeOf(await accept(server.mail.tokenTo(late.email), late))).toEqual([
      410,
      '/problems/token-unusable',
    ]);

    const right = await people.add();
    await server.post(`${at}/invitations`, { email: right.email, role: 'staff' }, as(owner));
    const token = server.mail.tokenTo(right.email);
    expect(typeOf(await accept(token, late))).toEqual([410, '/problems/token-unusable']);
    const asNew = { token, name: 'Somebody', password: PASSWORD };
    expect(typeOf(await server.post('/v1/invitation-acceptances', asNew, { key: null }))).toEqual([
      409,
      '/problems/account-there',
    ]);
    expect((await accept(token, right)).body).toMatchObject({ role: 'staff' });
    await server.post(`${at}/invitations`, { email: right.email, role: 'clinician' }, as(owner));
    expect(typeOf(await accept(server.mail.tokenTo(right.email), right))).toEqual([
      409,
      '/problems/member-already',
    ]);
  });

  it('that is withdrawn while somebody accepts it is refused: neither waits for the other for good', async () => {
    const { id, at, owner } = await practiceWithOwner();
    const person = await people.add();
    const { body } = await server.post(
      `${at}/invitations`,
      { email: person.email, role: 'staff' },
      as(owner),
    );
    const token = server.mail.tokenTo(person.email);
    // As withdrawing does: the organization first, then the token.
    await people.query('begin');
    await people.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [id]);
    const accepting = server.post('/v1/account/memberships', { token }, as(person));
    await people.isWaitedFor();
    await people.query('update one_time_token set used_at = now() where invitation_id = $1', [body.id]);
    await people.query('commit');
    expect(typeOf(await accepting)).toEqual([410, '/problems/token-unusable']);
  });

  it('for an owner is for owners to make, and for an auditor has a last day', async () => {
    const { id, at, owner } = await practiceWithOwner();
    const official = await people.add();
    await people.join(official, id, 'security_official');
    const invite = (role: string, by: TestPerson, endsOn?: string) =>
      server.post(`${at}/invitations`, { email: newEmail(), role, endsOn }, as(by));
    expect(typeOf(await invite('owner', official))).toEqual([403, '/problems/forbidden']);
    expect(typeOf(await invite('auditor', owner))).toEqual([422, '/problems/records-incoherent']);
    expect((await invite('auditor', official, '2099-01-31')).status).toBe(201);
    expect(typeOf(await invite('king', owner))).toEqual([400, '/problems/request-invalid']);
  });

  it('makes a consultant, in the name of a firm, who needs a second factor', async () => {
    const practice = await practiceWithOwner();
    const firm = await practiceWithOwner();
    const consultant = firm.owner;
    await server.post(
      `${practice.at}/invitations`,
      { email: consultant.email, role: 'consultant' },
      as(practice.owner),
    );
    const token = server.mail.tokenTo(consultant.email);
    const foreign = await server.post(
      '/v1/account/memberships',
      { token, onBehalfOf: practice.id },
      as(consultant),
    );
    expect(typeOf(foreign)).toEqual([422, '/problems/records-incoherent']);
    expect(
      (await server.post('/v1/account/memberships', { token, onBehalfOf: firm.id }, as(consultant))).status,
    ).toBe(201);
    expect(typeOf(await server.get(practice.at, as(consultant)))).toEqual([
      403,
      '/problems/second-factor-needed',
    ]);
    expect((await server.get(firm.at, as(consultant))).status).toBe(200);

    const { body: made } = await server.post(
      `${firm.at}/api-keys`,
      { label: 'firm', scopes: ['records.read', 'records.write'], validDays: 1, servesPractices: true },
      as(consultant),
    );
    const vendor = { key: 'acorn', name: 'Acorn, Inc.' };
    expect((await server.post(`${practice.at}/vendors`, vendor, { key: made.key })).status).toBe(201);
    const listed = await server.get('/v1/organizations', { key: made.key });
    expect(listed.body.items.map((one: { id: string }) => one.id).sort()).toEqual(
      [practice.id, firm.id].sort(),
    );
    const { items } = (await server.get(`${practice.at}/audit-events?limit=200`, as(practice.owner))).body;
    expect(items.find((event: { action: string }) => event.action === 'vendor.created')).toMatchObject({
      actorKind: 'api_key',
      actorId: made.id,
      onBehalfOf: firm.id,
    });
  });
});

describe('a member', () => {
  it('changes role against the version, and is let go; the last owner stays', async () => {
    const { id, at } = await server.newOrganization();
    const [owner, second] = [await people.add(), await people.add()];
    const own = await people.join(owner, id, 'owner');
    const membership = await people.join(second, id, 'staff');
    const members = (await server.get(`${at}/members`, as(owner))).body.items as {
      role: string;
      personId: string;
      id: string;
    }[];
    expect(members.map(({ role }) => role)).toEqual(['owner', 'owner', 'staff']);
    const change = (version: number | null, body: object) =>
      server.patch(`${at}/members/${membership}`, version, body, as(owner));
    expect((await change(null, { role: 'auditor' })).status).toBe(428);
    expect((await change(7, { role: 'auditor' })).status).toBe(412);
    expect(typeOf(await change(1, { role: 'auditor' }))).toEqual([422, '/problems/records-incoherent']);
    expect((await change(1, { role: 'auditor', endsOn: '2099-01-31' })).body).toMatchObject({
      role: 'auditor',
      version: 2,
    });
    expect((await server.post(`${at}/vendors`, { key: 'a', name: 'A' }, as(second))).status).toBe(403);
    const headers = { 'if-match': '"2"' };
    expect(
      (await server.post(`${at}/members/${membership}/endings`, undefined, { ...as(owner), headers })).status,
    ).toBe(200);
    expect((await server.get(at, as(second))).status).toBe(404);
    const maker = members.find((member) => member.id !== own && member.role === 'owner');
    const end = (member: string) =>
      server.post(`${at}/members/${member}/endings`, undefined, {
        ...as(owner),
        headers: { 'if-match': '"1"' },
      });
    expect((await end(maker?.id ?? '')).status).toBe(200);
    expect(typeOf(await end(own))).toEqual([409, '/problems/last-owner']);
  });

  it('who is let go while a request of theirs is looked up is not remembered as one', async () => {
    const { id, at, owner } = await practiceWithOwner();
    const member = await people.add();
    const membership = await people.join(member, id, 'staff');
    await people.query(`update session set last_seen_at = now() - interval '2 minutes' where id = $1`, [
      member.sessionId,
    ]);
    // The look-up notes when the session was last seen: it waits here, with what it has read.
    await people.query('begin');
    await people.query('select 1 from session where id = $1 for update', [member.sessionId]);
    const early = server.get(at, as(member));
    await people.isWaitedFor();
    const headers = { 'if-match': '"1"' };
    const end = `${at}/members/${membership}/endings`;
    expect((await server.post(end, undefined, { ...as(owner), headers })).status).toBe(200);
    await people.query('commit');
    expect((await early).status).toBe(200);
    expect((await server.get(at, as(member))).status).toBe(404);
  });

  it('needs a second factor when the organization demands one', async () => {
    const { id, at, owner } = await practiceWithOwner();
    const member = await people.add();
    await people.join(member, id, 'staff');
    expect((await server.get(`${at}/sign-in-rules`, as(owner))).body).toEqual({
      id,
      version: 0,
      secondFactorRequired: false,
    });
    const set = await server.patch(`${at}/sign-in-rules`, 0, { secondFactorRequired: true }, as(owner));
    expect([set.status, set.body.version, set.body.secondFactorRequired]).toEqual([200, 1, true]);
    expect(typeOf(await server.get(at, as(member)))).toEqual([403, '/problems/second-factor-needed']);
  });

  it('who comes to own several organizations needs one too', async () => {
    const person = await people.add();
    const [first, second] = [await server.newOrganization(), await server.newOrganization()];
    await people.join(person, first.id, 'owner');
    expect((await server.get(first.at, as(person))).status).toBe(200);
    await people.join(person, second.id, 'owner');
    expect(typeOf(await server.get(second.at, as(person)))).toEqual([403, '/problems/second-factor-needed']);
  });
});

describe('a forgotten password', () => {
  const ask = (email: string, address = '127.0.0.1') =>
    server.post('/v1/password-resets', { email }, { key: null, headers: { 'x-forwarded-for': address } });
  const redeem = (token: string, password: string) =>
    server.post('/v1/password-resets/redemptions', { token, password }, { key: null });
  async function mailed(email: string): Promise<string> {
    await until(() => server.mail.tokenTo(email) !== '');
    return server.mail.tokenTo(email);
  }

  it('is set anew with a link that works once; every session ends', async () => {
    const person = await people.add({ password: true });
    expect((await ask(person.email)).status).toBe(204);
    const token = await mailed(person.email);
    expect(typeOf(await redeem(token, 'too short'))).toEqual([422, '/problems/password-refused']);
    expect((await redeem(token, PASSWORD)).status).toBe(204);
    expect(typeOf(await redeem(token, PASSWORD))).toEqual([410, '/problems/token-unusable']);
    expect((await server.get('/v1/account', as(person))).status).toBe(401);
    expect(
      (await server.post('/v1/sessions', { email: person.email, password: PASSWORD }, { key: null })).status,
    ).toBe(201);
  });

  it('keeps the link that somebody holds when others ask too, until one of them is used', async () => {
    const { email } = await people.add({ password: true });
    await ask(email);
    const first = await mailed(email);
    await ask(email, '192.0.2.1');
    await until(() => server.mail.tokenTo(email) !== first);
    const second = server.mail.tokenTo(email);
    expect((await redeem(first, PASSWORD)).status).toBe(204);
    expect(typeOf(await redeem(second, PASSWORD))).toEqual([410, '/problems/token-unusable']);
    expect(server.mail.mails.filter(({ to }) => to === email)).toEqual([]);
  });

  it('is set by one of two links that are used at the same moment', async () => {
    const { id } = await people.add({ password: true });
    const tokens = [RESET_TOKENS.make(), RESET_TOKENS.make()];
    for (const token of tokens)
      await people.query(
        `select issue_one_time_token($1, gen_random_uuid(), 'password_reset', $2, null, null, now() + interval '1 hour')`,
        [RESET_TOKENS.digestOf(token), id],
      );
    await people.query('begin');
    await people.query('select 1 from person_password where person_id = $1 for update', [id]);
    const both = tokens.map((token) => redeem(token, PASSWORD));
    const waiting = 'select distinct pid from pg_locks where not granted';
    await until(async () => (await people.query(waiting)).length >= 2);
    await people.query('commit');
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([204, 410]);
  });

  it('can be asked for where somebody has signed in before, however many ask from elsewhere', async () => {
    const person = await people.add({ password: true });
    await people.query(`update session set address = '2001:db8:1:1::1' where id = $1`, [person.sessionId]);
    for (let asked = 0; asked < 5; asked += 1)
      expect((await ask(person.email, `192.0.2.${asked}`)).status).toBe(204);
    expect((await ask(person.email, '192.0.2.9')).status).toBe(429);
    for (let asked = 0; asked < 5; asked += 1)
      expect((await ask(person.email, '2001:db8:1:1::2')).status).toBe(204);
    expect((await ask(person.email, '2001:db8:1:1::3')).status).toBe(429);
  });

  it('of nobody is answered alike, and nothing is sent; asking is slowed', async () => {
    const email = newEmail();
    const answers = [];
    for (let asked = 0; asked < 6; asked += 1) answers.push((await ask(email)).status);
    expect(answers).toEqual([204, 204, 204, 204, 204, 429]);
    expect(server.mail.tokenTo(email)).toBe('');
  });
});

describe('an API key', () => {
  it('may what its scopes say, rotates with an overlap, and is revoked; only digests are kept', async () => {
    const { at, owner } = await practiceWithOwner();
    const made = await server.post(
      `${at}/api-keys`,
      { label: 'EHR', scopes: ['records.read'], validDays: 30 },
      as(owner),
    );
    expect([made.status, made.body.key]).toEqual([201, expect.stringMatching(/^duecare_key_[\w-]{43}$/)]);
    const status = async (key: string, path = '/vendors') =>
      (await server.get(`${at}${path}`, { key })).status;
    expect([await status(made.body.key), await status(made.body.key, '/files')]).toEqual([200, 403]);
    const rotate = (overlapHours: number) =>
      server.post(`${at}/api-keys/${made.body.id}/rotations`, { overlapHours }, as(owner));
    const second = (await rotate(1)).body.key as string;
    expect([await status(made.body.key), await status(second)]).toEqual([200, 200]);
    const third = (await rotate(0)).body.key as string;
    expect([await status(made.body.key), await status(second), await status(third)]).toEqual([401, 401, 200]);
    const { items } = (await server.get(`${at}/api-keys`, as(owner))).body;
    expect(items).toMatchObject([{ id: made.body.id, lastUsedAt: expect.any(String), revokedAt: null }]);
    expect(JSON.stringify(items)).not.toContain('duecare_key_');
    expect(
      (await server.post(`${at}/api-keys/${made.body.id}/revocations`, undefined, as(owner))).status,
    ).toBe(200);
    expect(await status(third)).toBe(401);
    expect(typeOf(await rotate(1))).toEqual([409, '/problems/api-key-revoked']);
  });

  it('expires', async () => {
    const { id, at, owner } = await practiceWithOwner();
    const { body } = await server.post(
      `${at}/api-keys`,
      { label: 'short', scopes: ['records.read'], validDays: 1 },
      as(owner),
    );
    await people.inOrganization(id, () =>
      people.query(`update api_key set expires_at = now() where id = $1`, [body.id]),
    );
    expect((await server.get(`${at}/vendors`, { key: body.key })).status).toBe(401);
  });

  it.each([
    [{ label: 'x', scopes: [], validDays: 1 }],
    [{ label: 'x', scopes: ['assessments.seal'], validDays: 1 }],
    [{ label: 'x', scopes: 'records.read', validDays: 1 }],
    [{ label: 'x', scopes: ['records.read'], validDays: 0 }],
    [{ label: 'x', scopes: ['records.read'], validDays: 1e9 }],
  ])('is not made of %j', async (body) => {
    const { at, owner } = await practiceWithOwner();
    expect(typeOf(await server.post(`${at}/api-keys`, body, as(owner)))).toEqual([
      400,
      '/problems/request-invalid',
    ]);
  });
});

it('a consultant of three hundred practices has them all in the account and in pages, and no other', async () => {
  const consultant = await people.add({ secondFactor: true });
  const served: string[] = [];
  for (let count = 0; count < 300; count += 1) {
    const { id } = await server.newOrganization();
    await people.join(consultant, id, 'consultant');
    served.push(id);
  }
  const idsOf = (list: { id: string }[]): string[] => list.map(({ id }) => id).sort();
  const account = (await server.get('/v1/account', as(consultant))).body;
  expect(idsOf(account.organizations)).toEqual(served.toSorted());
  expect(new Set(account.organizations.map(({ name }: { name: string }) => name))).not.toContain('');
  const paged: { id: string }[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const after: string = cursor && `&cursor=${cursor}`;
    const { body } = await server.get(`/v1/organizations?limit=70${after}`, as(consultant));
    paged.push(...(body.items as { id: string }[]));
    cursor = body.nextCursor as string | null;
  }
  expect(idsOf(paged)).toEqual(served.toSorted());
});
