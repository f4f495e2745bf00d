// Passkeys: registered, shown in place of a password, shown after it, taken away. An authenticator in software signs for real.
import { generate } from 'otplib';
import { randomBytes } from 'node:crypto';
import { SoftwareAuthenticator, type Algorithm, type Lies } from './support/software-authenticator';
import { TestApplication, type Reply } from './support/test-application';
import { TEST_PASSWORD, TestPeople, type TestPerson } from './support/test-people';

const ORIGIN = 'https://duecare.example';
let server: TestApplication;
let people: TestPeople;

beforeAll(async () => {
  [server, people] = await Promise.all([
    TestApplication.start({ environment: { PUBLIC_URL: ORIGIN, TRUSTED_PROXIES: '127.0.0.1' } }),
    TestPeople.connect(),
  ]);
});

afterAll(() => Promise.all([server.close(), people.close()]));

const as = ({ session }: { session: string }) => ({ key: session });
const typeOf = ({ status, body }: Reply) => [status, (body as { type?: string }).type];

const creation = async (person: TestPerson) =>
  (await server.post('/v1/account/passkey-registrations', undefined, as(person))).body.publicKey;
const register = (person: TestPerson, credential: object, name = 'Phone') =>
  server.post('/v1/account/passkeys', { name, credential }, as(person));

/** Somebody with a passkey, and the authenticator that holds it. */
async function withPasskey(
  options: { algorithm?: Algorithm; counts?: boolean; password?: boolean } = {},
): Promise<{ person: TestPerson; device: SoftwareAuthenticator; id: string; recoveryCodes: string[] }> {
  const person = await people.add({ password: options.password });
  const device = new SoftwareAuthenticator(ORIGIN, options.counts);
  const { status, body } = await register(person, device.create(await creation(person), options.algorithm));
  expect(status).toBe(201);
  return { person, device, id: body.id as string, recoveryCodes: body.recoveryCodes as string[] };
}

const challenge = async () =>
  (await server.post('/v1/passkey-challenges', undefined, { key: null })).body.publicKey;
/** From an address of its own unless told: the files of tests share one database, and attempts are counted by address. */
const signInWith = (credential: object, more: object = {}, from = newAddress()) =>
  server.post(
    '/v1/passkey-sessions',
    { credential, ...more },
    { key: null, headers: { 'x-forwarded-for': from } },
  );
const newNetwork = () => `2001:db8:${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}`;
const newAddress = () => `${newNetwork()}::1`;
/** Takes back what was counted against somebody's second factor. */
const forgive = ({ id }: TestPerson) =>
  people.query(
    `delete from sign_in_failure where subject in (select sha256(convert_to(s, 'UTF8')) from unnest($1::text[]) s)`,
    [[`secondFactor:${id}`, `secondFactorKnown:${id}`, `pair:second factor of ${id} 127.0.0.1`]],
  );
const eventsOf = async (key: string): Promise<{ action: string; data: object }[]> =>
  (await server.get('/v1/account/events?limit=200', { key })).body.items;

async function halfway({ email }: TestPerson): Promise<string> {
  const granted = await server.post('/v1/sessions', { email, password: TEST_PASSWORD }, { key: null });
  expect(granted.body.secondFactor).toBe('needed');
  return granted.body.token as string;
}
const factorChallenge = async (key: string) =>
  (await server.post('/v1/session/passkey-challenges', undefined, { key })).body.publicKey;
const give = (key: string, credential: object) => server.post('/v1/session/passkey', { credential }, { key });

describe('a passkey is registered', () => {
  it('for the name of the installation, whatever host a request names', async () => {
    const person = await people.add();
    const headers = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      origin: 'https://evil.example',
    };
    const { body } = await server.post('/v1/account/passkey-registrations', undefined, {
      ...as(person),
      headers,
    });
    expect(body.publicKey).toMatchObject({
      rp: { id: 'duecare.example', name: 'Duecare' },
      user: { name: person.email },
      attestation: 'none',
      excludeCredentials: [],
    });
    expect((await challenge()).rpId).toBe('duecare.example');
  });

  it('with recovery codes for the first second factor, and is listed with what its person needs to know it again', async () => {
    const person = await people.add();
    const device = new SoftwareAuthenticator(ORIGIN);
    const first = await register(person, device.create(await creation(person)), 'Phone');
    expect([first.status, first.headers.etag, first.body.recoveryCodes.length]).toEqual([201, '"1"', 10]);
    const options = await creation(person);
    expect(options.excludeCredentials).toEqual([
      {
        id: device.held[0]?.id.toString('base64url'),
        transports: ['internal', 'hybrid'],
        type: 'public-key',
      },
    ]);
    const second = await register(person, device.create(options), 'Key on the ring');
    expect([second.status, second.body.recoveryCodes]).toEqual([201, null]);
    const { items } = (await server.get('/v1/account/passkeys', as(person))).body;
    expect(items).toMatchObject([
      {
        id: first.body.id,
        name: 'Phone',
        transports: ['internal', 'hybrid'],
        synced: false,
        lastUsedAt: null,
      },
      { id: second.body.id, name: 'Key on the ring' },
    ]);
    expect(JSON.stringify(items)).not.toContain(device.held[0]?.id.toString('base64url'));
    expect((await server.get('/v1/account', as(person))).body.hasSecondFactor).toBe(true);
    expect((await eventsOf(person.session)).map(({ action }) => action)).toEqual([
      'passkey.registered',
      'passkey.registered',
    ]);
  });

  it('only for a challenge that was given out for it, and once', async () => {
    const [person, other] = [await people.add(), await people.add()];
    const device = new SoftwareAuthenticator(ORIGIN);
    const options = await creation(person);
    const own = device.create(options);
    const refused: [string, object][] = [
      ['a challenge of nobody', device.create({ ...options, challenge: 'bm90IG91cnM' })],
      ['of another person', device.create({ ...options, challenge: (await creation(other)).challenge })],
      ['for signing in', device.create({ ...options, challenge: (await challenge()).challenge })],
      [
        'as second factor',
        device.create({ ...options, challenge: (await factorChallenge(person.session)).challenge }),
      ],
    ];
    for (const [what, credential] of refused) {
      expect([what, ...typeOf(await register(person, credential))]).toEqual([
        what,
        422,
        '/problems/passkey-refused',
      ]);
    }
    const stored = await people.query<{ row: string }>(`select c::text as row from webauthn_challenge c`);
    expect(stored.length).toBeGreaterThan(0);
    expect(stored.map(({ row }) => row).join()).not.toContain(options.challenge);
    expect((await register(person, own)).status).toBe(201);
    expect(typeOf(await register(person, own))).toEqual([422, '/problems/passkey-refused']);
    const late = device.create(await creation(person));
    await people.query(`update webauthn_challenge set expires_at = now() where person_id = $1`, [person.id]);
    expect(typeOf(await register(person, late))).toEqual([422, '/problems/passkey-refused']);
  });

  const chain = new Map<string | number, Buffer | Buffer[] | number>([
    ['alg', -7],
    ['sig', Buffer.alloc(70)],
    ['x5c', [Buffer.alloc(300)]],
  ]);
  it.each<[string, Lies]>([
    ['from another site', { origin: 'https://evil.example' }],
    ['from the same name without encryption', { origin: 'http://duecare.example' }],
    ['for another name', { rpId: 'evil.example' }],
    ['in another ceremony', { type: 'webauthn.get' }],
    ['with nobody there', { userPresent: false }],
    ['with certificates, which were not asked for', { attestation: { format: 'packed', statement: chain } }],
    [
      'with a statement of a kind that is not there',
      { attestation: { format: 'tpm', statement: new Map() } },
    ],
  ])('not %s', async (_what, lies) => {
    const person = await people.add();
    const credential = new SoftwareAuthenticator(ORIGIN).create(await creation(person), 'ES256', lies);
    expect(typeOf(await register(person, credential))).toEqual([422, '/problems/passkey-refused']);
    expect((await server.get('/v1/account', as(person))).body.hasSecondFactor).toBe(false);
  });

  it("not when it is another account's, nor after the session is ten minutes old", async () => {
    const { device } = await withPasskey();
    const person = await people.add();
    const lies = { credentialId: device.held[0]?.id };
    const same = new SoftwareAuthenticator(ORIGIN).create(await creation(person), 'ES256', lies);
    expect(typeOf(await register(person, same))).toEqual([409, '/problems/passkey-there']);
    await people.query(`update session set created_at = now() - interval '11 minutes' where id = $1`, [
      person.sessionId,
    ]);
    expect(typeOf(await server.post('/v1/account/passkey-registrations', undefined, as(person)))).toEqual([
      403,
      '/problems/recent-sign-in-needed',
    ]);
  });

  it('at most twenty-five times for an account', async () => {
    const { person, device } = await withPasskey();
    const begun = device.create(await creation(person));
    await people.query(
      `insert into passkey (id, person_id, credential_id, public_key, signature_count, transports, synced, name, created_at, updated_at)
       select gen_random_uuid(), person_id, credential_id || n, public_key, 0, '{}', false, name, created_at, updated_at
       from passkey, generate_series(1, 24) n where person_id = $1`,
      [person.id],
    );
    expect(typeOf(await register(person, begun))).toEqual([409, '/problems/too-many-passkeys']);
    expect(typeOf(await server.post('/v1/account/passkey-registrations', undefined, as(person)))).toEqual([
      409,
      '/problems/too-many-passkeys',
    ]);
  });

  it('not where the installation is reached by a number: browsers refuse that', async () => {
    const numbered = await TestApplication.start();
    const person = await people.add();
    const answers = [
      await numbered.post('/v1/account/passkey-registrations', undefined, as(person)),
      await numbered.post('/v1/passkey-challenges', undefined, { key: null }),
      await numbered.post('/v1/session/passkey-challenges', undefined, as(person)),
    ];
    for (const answer of answers) expect(typeOf(answer)).toEqual([409, '/problems/passkeys-unavailable']);
    await numbered.close();
  });
});

describe('signing in with a passkey alone', () => {
  it.each(['ES256', 'EdDSA', 'RS256'] as const)('(%s) counts as both factors', async (algorithm) => {
    const { person, device, id } = await withPasskey({ algorithm });
    const practice = await server.newOrganization();
    await people.join(person, practice.id, 'consultant');
    const granted = await signInWith(device.get(await challenge()));
    expect([granted.status, granted.body.secondFactor]).toEqual([201, 'given']);
    const key = granted.body.token as string;
    expect((await server.get(practice.at, { key })).status).toBe(200);
    const [passkey] = (await server.get('/v1/account/passkeys', { key })).body.items;
    expect(passkey).toMatchObject({ id, lastUsedAt: expect.any(String) });
    expect((await eventsOf(key)).at(-1)).toMatchObject({ action: 'session.opened', data: { by: 'passkey' } });
  });

  it('gives a browser its cookie', async () => {
    const { device } = await withPasskey();
    const granted = await signInWith(device.get(await challenge()), { cookie: true });
    expect(granted.body.token).toBeNull();
    expect(String(granted.headers['set-cookie'])).toMatch(/^__Host-duecare_session=duecare_session_/);
  });

  it('works again and again with an authenticator that does not count', async () => {
    const { device } = await withPasskey({ counts: false });
    for (let time = 0; time < 3; time += 1)
      expect((await signInWith(device.get(await challenge()))).status).toBe(201);
  });

  it('is refused in the same words whatever is wrong, and is told to its person', async () => {
    const { person, device } = await withPasskey({ counts: false });
    const stranger = await withPasskey();
    const counting = await withPasskey();
    expect((await signInWith(counting.device.get(await challenge(), { count: 5 }))).status).toBe(201);
    const used = device.get(await challenge());
    expect((await signInWith(used)).status).toBe(201);
    const late = await challenge();
    await people.query(
      `update webauthn_challenge set expires_at = now() where digest = sha256(convert_to($1, 'UTF8'))`,
      [late.challenge],
    );
    const nobody = new SoftwareAuthenticator(ORIGIN);
    nobody.create(await creation(await people.add()));
    const registration = (await creation(person)).challenge as string;
    const factor = (await factorChallenge(person.session)).challenge as string;
    const lying = async (lies: Lies) => device.get(await challenge(), lies);
    const refused: [string, object][] = [
      ['an unknown passkey', nobody.get(await challenge())],
      ['a wrong signature', await lying({ forged: true })],
      ['an answer that was taken before', used],
      ['an answer that comes too late', device.get(late)],
      ['a challenge of nobody', await lying({ challenge: 'bm90IG91cnM' })],
      ['a challenge for registering', await lying({ challenge: registration })],
      ['a challenge for a second factor', await lying({ challenge: factor })],
      ['another site', await lying({ origin: 'https://evil.example' })],
      ['a site below ours', await lying({ origin: 'https://x.duecare.example' })],
      ['another port', await lying({ origin: 'https://duecare.example:8443' })],
      ['another name', await lying({ rpId: 'evil.example' })],
      ['another ceremony', await lying({ type: 'webauthn.create' })],
      ['nobody there', await lying({ userPresent: false })],
      ['a holder who was not verified', await lying({ userVerified: false })],
      ['no word on whose it is', await lying({ userHandle: null })],
      ['the word that it is somebody else', await lying({ userHandle: stranger.device.held[0]?.userHandle })],
      [
        "another's passkey with this signature",
        await lying({ id: stranger.device.held[0]?.id.toString('base64url') }),
      ],
      ['a count that has gone back', counting.device.get(await challenge(), { count: 4 })],
      ['a count that stands still', counting.device.get(await challenge(), { count: 5 })],
      [
        'client data that is none',
        {
          ...device.get(await challenge()),
          response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' },
        },
      ],
    ];
    for (const [what, credential] of refused) {
      const { status, body } = await signInWith(credential);
      expect([what, status, body.type, body.detail]).toEqual([
        what,
        403,
        '/problems/sign-in-refused',
        'The passkey is unknown or did not verify.',
      ]);
    }
    const told = (await eventsOf(person.session)).filter(({ action }) => action === 'sign_in.refused');
    expect(told.length).toBeGreaterThan(10);
    expect(told[0]?.data).toEqual({ by: 'passkey' });
  });

  it('is taken once of two answers that come at the same moment', async () => {
    const { device } = await withPasskey({ counts: false });
    const credential = device.get(await challenge());
    const answers = await Promise.all(Array.from({ length: 4 }, () => signInWith(credential)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 403, 403, 403]);
  });

  it('is slowed after wrong answers from anywhere in a network', async () => {
    const [{ device }, network] = [await withPasskey(), newNetwork()];
    for (let host = 1; host <= 5; host += 1) {
      const forged = device.get(await challenge(), { forged: true });
      expect((await signInWith(forged, {}, `${network}::${host}`)).status).toBe(403);
    }
    const slowed = await signInWith(device.get(await challenge()), {}, `${network}::6`);
    expect(typeOf(slowed)).toEqual([429, '/problems/too-many-attempts']);
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0);
  });

  it.each([
    ['nothing', {}],
    ['text', { credential: 'x' }],
    ['no answer', { credential: { id: 'a', rawId: 'a', type: 'public-key' } }],
    [
      'a field that is not there',
      { credential: { id: 'a', rawId: 'a', type: 'public-key', admin: true, response: {} } },
    ],
    ['another type', { credential: { id: 'a', rawId: 'a', type: 'password', response: {} } }],
    [
      'bytes in another writing',
      { credential: { id: 'a+/=', rawId: 'a', type: 'public-key', response: {} } },
    ],
  ])('refuses %s', async (_what, body) => {
    expect(typeOf(await server.post('/v1/passkey-sessions', body, { key: null }))).toEqual([
      400,
      '/problems/request-invalid',
    ]);
  });
});

describe('a passkey after the password', () => {
  it('is the second factor, also of an authenticator that does not verify its holder', async () => {
    const { person, device } = await withPasskey({ password: true });
    const key = await halfway(person);
    expect(typeOf(await server.get('/v1/account', { key }))).toEqual([403, '/problems/second-factor-needed']);
    const options = await factorChallenge(key);
    expect(options.allowCredentials).toMatchObject([{ id: device.held[0]?.id.toString('base64url') }]);
    expect((await give(key, device.get(options, { userVerified: false, userHandle: null }))).status).toBe(
      204,
    );
    expect((await server.get('/v1/account', { key })).status).toBe(200);
    expect((await eventsOf(key)).at(-1)).toMatchObject({
      action: 'second_factor.given',
      data: { by: 'passkey' },
    });
  });

  it('is what an organization demands of its members', async () => {
    const { id, at } = await server.newOrganization();
    const { person, device } = await withPasskey({ password: true });
    await people.join(person, id, 'staff');
    await server.patch(`${at}/sign-in-rules`, 0, { secondFactorRequired: true });
    const key = await halfway(person);
    expect(typeOf(await server.get(at, { key }))).toEqual([403, '/problems/second-factor-needed']);
    await give(key, device.get(await factorChallenge(key)));
    expect((await server.get(at, { key })).status).toBe(200);
  });

  it("is refused when it is not this person's, not for this session, used or forged", async () => {
    const { person, device } = await withPasskey({ password: true, counts: false });
    const other = await withPasskey({ password: true });
    const [key, elsewhere] = [await halfway(person), await halfway(person)];
    const taken = device.get(await factorChallenge(elsewhere));
    expect((await give(elsewhere, taken)).status).toBe(204);
    const refused: [string, object][] = [
      ["another's passkey", other.device.get(await factorChallenge(key))],
      ["another's session", other.device.get(await factorChallenge(await halfway(other.person)))],
      ['for another session', device.get(await factorChallenge(elsewhere))],
      ['for signing in', device.get(await challenge())],
      ['one taken before', taken],
      ['a wrong signature', device.get(await factorChallenge(key), { forged: true })],
    ];
    for (const [what, credential] of refused) {
      await forgive(person);
      expect([what, ...typeOf(await give(key, credential))]).toEqual([
        what,
        403,
        '/problems/second-factor-refused',
      ]);
    }
    await forgive(person);
    const spoilt = await factorChallenge(key);
    expect((await give(key, device.get(spoilt, { forged: true }))).status).toBe(403);
    expect((await give(key, device.get(spoilt))).status).toBe(403); // a challenge is used up by its first answer
    expect((await give(key, device.get(await factorChallenge(key)))).status).toBe(204);
  });

  it('is slowed with the codes of an app: five wrong ones of either', async () => {
    const { person, device } = await withPasskey({ password: true });
    const key = await halfway(person);
    for (let attempt = 0; attempt < 5; attempt += 1)
      await give(key, device.get(await factorChallenge(key), { forged: true }));
    expect(typeOf(await give(key, device.get(await factorChallenge(key))))).toEqual([
      429,
      '/problems/too-many-attempts',
    ]);
    expect(typeOf(await server.post('/v1/session/second-factor', { code: '000000' }, { key }))).toEqual([
      429,
      '/problems/too-many-attempts',
    ]);
  });

  it('has recovery codes to stand in for it, which are renewed by showing it again', async () => {
    const { person, device, recoveryCodes } = await withPasskey({ password: true });
    const key = await halfway(person);
    const recover = (recoveryCode: string | undefined) =>
      server.post('/v1/session/second-factor', { recoveryCode }, { key });
    expect((await recover(recoveryCodes[0])).status).toBe(204);
    await people.query(
      `update session set second_factor_at = now() - interval '11 minutes' where person_id = $1`,
      [person.id],
    );
    const renew = () => server.post('/v1/account/recovery-codes', {}, { key });
    expect(typeOf(await renew())).toEqual([403, '/problems/recent-sign-in-needed']);
    await give(key, device.get(await factorChallenge(key)));
    const renewed = await renew();
    expect([renewed.status, renewed.body.recoveryCodes.length]).toEqual([201, 10]);
    expect((await recover(recoveryCodes[1])).status).toBe(403);
    const without = await people.add();
    expect(typeOf(await server.post('/v1/account/recovery-codes', {}, as(without)))).toEqual([
      403,
      '/problems/second-factor-refused',
    ]);
  });
});

describe('a passkey that is there', () => {
  it('is renamed against its version, by its person', async () => {
    const [{ person, id }, other] = [await withPasskey(), await withPasskey()];
    const rename = (version: number | null, name: unknown, by = person) =>
      server.patch(`/v1/account/passkeys/${id}`, version, { name }, as(by));
    expect((await rename(null, 'Old phone')).status).toBe(428);
    expect((await rename(1, '')).status).toBe(400);
    expect((await rename(1, 'Old phone')).body).toMatchObject({ name: 'Old phone', version: 2 });
    expect((await rename(1, 'Again')).status).toBe(412);
    expect((await rename(2, 'Mine', other.person)).status).toBe(404);
    expect((await eventsOf(person.session)).at(-1)?.action).toBe('passkey.renamed');
  });

  it('is removed by its person, who has just shown a second factor; the last one takes the recovery codes with it', async () => {
    const { person, device, id } = await withPasskey({ password: true });
    const second = await register(person, device.create(await creation(person)), 'Key');
    const remove = (which: string, by = person) =>
      server.call('DELETE', `/v1/account/passkeys/${which}`, as(by));
    expect((await remove(id, (await withPasskey()).person)).status).toBe(404);
    await people.query(`update session set second_factor_at = now() - interval '11 minutes' where id = $1`, [
      person.sessionId,
    ]);
    expect(typeOf(await remove(id))).toEqual([403, '/problems/recent-sign-in-needed']);
    const elsewhere = (await signInWith(device.get(await challenge()))).body.token as string;
    expect((await give(person.session, device.get(await factorChallenge(person.session)))).status).toBe(204);
    expect((await remove(id)).status).toBe(204);
    expect((await server.get('/v1/account', { key: elsewhere })).status).toBe(401);
    expect((await signInWith(device.get(await challenge(), {}, 0))).status).toBe(403);
    const codes = () => people.query('select 1 from recovery_code where person_id = $1', [person.id]);
    expect([
      (await server.get('/v1/account', as(person))).body.hasSecondFactor,
      (await codes()).length,
    ]).toEqual([true, 10]);
    expect((await remove(second.body.id as string)).status).toBe(204);
    expect([
      (await server.get('/v1/account', as(person))).body.hasSecondFactor,
      (await codes()).length,
    ]).toEqual([false, 0]);
    expect(
      (await server.post('/v1/sessions', { email: person.email, password: TEST_PASSWORD }, { key: null }))
        .body,
    ).toMatchObject({ secondFactor: 'none' });
  });

  it('stands beside an authenticator app: either one stays a second factor when the other goes', async () => {
    const { person, id } = await withPasskey({ password: true });
    const codes = () => people.query('select digest from recovery_code where person_id = $1', [person.id]);
    const had = await codes();
    const { secret } = (await server.post('/v1/account/totp', undefined, as(person))).body;
    const code = (seconds: number) => generate({ secret, epoch: Math.floor(Date.now() / 1000) + seconds });
    // An app that was not shown to work is no second factor.
    const key = await halfway(person);
    expect(typeOf(await server.post('/v1/session/second-factor', { code: await code(0) }, { key }))).toEqual([
      403,
      '/problems/second-factor-refused',
    ]);
    const confirmed = await server.post(
      '/v1/account/totp/confirmations',
      { code: await code(0) },
      as(person),
    );
    expect([confirmed.status, confirmed.body.recoveryCodes]).toEqual([200, null]);
    expect(await codes()).toEqual(had);
    const removed = await server.post('/v1/account/totp/removals', { code: await code(30) }, as(person));
    expect(removed.status).toBe(204);
    expect((await server.get('/v1/account', as(person))).body.hasSecondFactor).toBe(true);
    expect(await codes()).toEqual(had);
    expect((await server.call('DELETE', `/v1/account/passkeys/${id}`, as(person))).status).toBe(204);
    expect((await server.get('/v1/account', as(person))).body.hasSecondFactor).toBe(false);
  });
});
