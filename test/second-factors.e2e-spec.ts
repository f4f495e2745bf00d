// An authenticator app as second factor: set up, given, replaced, taken away; and the recovery codes.
import { randomBytes } from 'node:crypto';
import { generate } from 'otplib';
import { TestApplication, type Reply } from './support/test-application';
import { TEST_PASSWORD, TestPeople, type TestPerson } from './support/test-people';

let server: TestApplication;
let people: TestPeople;

beforeAll(async () => {
  const environment = { TRUSTED_PROXIES: '127.0.0.1' };
  [server, people] = await Promise.all([TestApplication.start({ environment }), TestPeople.connect()]);
});

afterAll(() => Promise.all([server.close(), people.close()]));

const as = ({ session }: { session: string }) => ({ key: session });
const typeOf = ({ status, body }: Reply) => [status, (body as { type?: string }).type];

const REFUSED = [403, '/problems/second-factor-refused'];
const NEEDED = [403, '/problems/recent-sign-in-needed'];

async function withTotp(): Promise<{ person: TestPerson; secret: string; recoveryCodes: string[] }> {
  const person = await people.add({ password: true });
  const begun = await server.post('/v1/account/totp', undefined, as(person));
  const secret = begun.body.secret as string;
  expect(typeOf(await server.post('/v1/account/totp/confirmations', { code: '000000' }, as(person)))).toEqual(
    [403, '/problems/second-factor-refused'],
  );
  const code = await generate({ secret });
  const confirmed = await server.post('/v1/account/totp/confirmations', { code }, as(person));
  expect([confirmed.status, confirmed.body.recoveryCodes]).toEqual([200, expect.any(Array)]);
  return { person, secret, recoveryCodes: confirmed.body.recoveryCodes as string[] };
}
const codeIn = (secret: string, seconds: number) =>
  generate({ secret, epoch: Math.floor(Date.now() / 1000) + seconds });
const halfway = async ({ email }: TestPerson) => {
  const granted = await server.post('/v1/sessions', { email, password: TEST_PASSWORD }, { key: null });
  expect(granted.body.secondFactor).toBe('needed');
  return granted.body.token as string;
};
const give = (key: string, body: object, headers: Record<string, string> = {}) =>
  server.post('/v1/session/second-factor', body, { key, headers });
const newAddress = () => `2001:db8:${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}::1`;
const from = (address: string) => ({ 'x-forwarded-for': address });

/** As if the session had been opened, and the second factor given in it, so many minutes earlier. */
const letPass = (minutes: number, { sessionId }: TestPerson) =>
  people.query(
    `update session set created_at = created_at - $2 * interval '1 minute', second_factor_at = second_factor_at - $2 * interval '1 minute'
     where id = $1`,
    [sessionId, minutes],
  );
const begin = (person: TestPerson) => server.post('/v1/account/totp', undefined, as(person));
const confirm = (person: { session: string }, code: string) =>
  server.post('/v1/account/totp/confirmations', { code }, as(person));
const remove = (key: string, body: object) => server.post('/v1/account/totp/removals', body, { key });
const renew = ({ session }: TestPerson) => server.post('/v1/account/recovery-codes', {}, { key: session });

describe('an authenticator app', () => {
  it('is asked for at the next sign-in; a code is taken once, a recovery code too; its secret is not readable in the database', async () => {
    const { person, secret, recoveryCodes } = await withTotp();
    const key = await halfway(person);
    expect(typeOf(await server.get('/v1/account', { key }))).toEqual([403, '/problems/second-factor-needed']);
    const code = await codeIn(secret, 30);
    expect((await give(key, { code })).status).toBe(204);
    expect((await server.get('/v1/account', { key })).body.hasSecondFactor).toBe(true);
    const again = await halfway(person);
    expect(typeOf(await give(again, { code }))).toEqual(REFUSED);
    expect((await give(again, { recoveryCode: recoveryCodes[0] })).status).toBe(204);
    expect(typeOf(await give(await halfway(person), { recoveryCode: recoveryCodes[0] }))).toEqual([
      403,
      '/problems/second-factor-refused',
    ]);
    const stored = await people.query<{ row: string }>(
      'select t::text as row from totp t where person_id = $1',
      [person.id],
    );
    expect(stored[0]?.row).not.toContain(Buffer.from(secret).toString('hex'));
  });

  it('is slowed after wrong codes', async () => {
    const { person } = await withTotp();
    const key = await halfway(person);
    for (let attempt = 0; attempt < 5; attempt += 1) await give(key, { code: '000000' });
    expect(typeOf(await give(key, { code: '000000' }))).toEqual([429, '/problems/too-many-attempts']);
  });

  it('is open to its person where it was given before, however many codes somebody who knows the password tries from elsewhere', async () => {
    const { person, secret } = await withTotp();
    const [home, elsewhere, third] = [newAddress(), newAddress(), newAddress()];
    await people.query('update session set address = $2 where id = $1', [person.sessionId, home]);
    const key = await halfway(person);
    for (const [address, wrong] of [
      [elsewhere, 5],
      [third, 0],
    ] as const) {
      for (let attempt = 0; attempt < wrong; attempt += 1)
        expect(typeOf(await give(key, { code: '000000' }, from(address)))).toEqual(REFUSED);
      expect((await give(key, { code: '000000' }, from(address))).status).toBe(429);
    }
    const code = await codeIn(secret, 30);
    expect((await give(key, { code }, from(home))).status).toBe(204);
    expect((await give(key, { code: '000000' }, from(third))).status).toBe(429);
  });

  it('is not open where only the password was given', async () => {
    const { person, secret } = await withTotp();
    const address = newAddress();
    await people.query('update session set address = $2, second_factor_at = null where id = $1', [
      person.sessionId,
      address,
    ]);
    const key = await halfway(person);
    for (let attempt = 0; attempt < 5; attempt += 1) await give(key, { code: '000000' }, from(newAddress()));
    expect((await give(key, { code: await codeIn(secret, 30) }, from(address))).status).toBe(429);
  });

  it('is slowed too where it was given before: each such place, and all of them together', async () => {
    const { person, secret } = await withTotp();
    const homes = Array.from({ length: 21 }, newAddress);
    await people.query(
      `insert into session (id, person_id, digest, address, created_at, last_seen_at, expires_at, second_factor_at)
       select gen_random_uuid(), $1, sha256(gen_random_uuid()::text::bytea), a, now(), now(), now(), now() from unnest($2::text[]) a`,
      [person.id, homes],
    );
    const [last = '', ...others] = homes;
    const key = await halfway(person);
    for (const home of others) {
      for (let attempt = 0; attempt < 5; attempt += 1)
        expect(typeOf(await give(key, { code: '000000' }, from(home)))).toEqual(REFUSED);
    }
    expect((await give(key, { code: await codeIn(secret, 30) }, from(last))).status).toBe(429);
  });

  it('is replaced only after it was removed with a code', async () => {
    const { person, secret } = await withTotp();
    expect(typeOf(await begin(person))).toEqual([409, '/problems/second-factor-there']);
    expect(typeOf(await remove(person.session, { code: '000000' }))).toEqual(REFUSED);
    expect((await remove(person.session, { code: await codeIn(secret, 30) })).status).toBe(204);
    expect((await server.get('/v1/account', as(person))).body.hasSecondFactor).toBe(false);
    expect((await begin(person)).status).toBe(201);
  });

  it('that is lost is removed with a recovery code given just now, and another one set up', async () => {
    const { person, recoveryCodes } = await withTotp();
    const key = await halfway(person);
    expect((await give(key, { recoveryCode: recoveryCodes[0] })).status).toBe(204);
    expect((await remove(key, {})).status).toBe(204);
    expect((await server.get('/v1/account', as(person))).status).toBe(401);
    expect(typeOf(await remove(key, {}))).toEqual(REFUSED);
    const { secret } = (await server.post('/v1/account/totp', undefined, { key })).body;
    const confirmed = await confirm({ session: key }, await generate({ secret }));
    expect([confirmed.status, confirmed.body.recoveryCodes.length]).toEqual([200, 10]);
  });

  it('stays when the second factor was given too long ago and no code comes along', async () => {
    const { person } = await withTotp();
    await letPass(11, person);
    expect(typeOf(await remove(person.session, {}))).toEqual(NEEDED);
    expect((await server.get('/v1/account', as(person))).body.hasSecondFactor).toBe(true);
  });

  it('that is confirmed at the same moment keeps its secret: whoever begins anew is refused', async () => {
    const person = await people.add();
    await begin(person);
    const secret = () => people.query('select secret from totp where person_id = $1', [person.id]);
    const confirmed = await secret();
    await people.query('begin');
    await people.query('update totp set confirmed_at = now() where person_id = $1', [person.id]);
    const begun = begin(person);
    await people.isWaitedFor();
    await people.query('commit');
    expect(typeOf(await begun)).toEqual([409, '/problems/second-factor-there']);
    expect(await secret()).toEqual(confirmed);
  });

  it.each([[{}], [{ code: 123456 }], [{ code: '12345' }], [{ recoveryCode: 'x' }], [{ code: ['123456'] }]])(
    'refuses %j',
    async (body) => {
      const { person } = { person: await people.add() };
      expect((await give(person.session, body)).status).toBeLessThan(500);
      expect((await give(person.session, body)).status).toBeGreaterThanOrEqual(400);
    },
  );

  it('is set up only by somebody who has just signed in, and so is its confirmation', async () => {
    const person = await people.add();
    const { secret } = (await begin(person)).body;
    await letPass(11, person);
    expect(typeOf(await begin(person))).toEqual(NEEDED);
    const code = await generate({ secret });
    expect(typeOf(await confirm(person, code))).toEqual(NEEDED);
    await letPass(-11, person);
    // The code was not taken by the confirmation that was refused.
    expect((await confirm(person, code)).status).toBe(200);
  });
});

describe('new recovery codes without a code', () => {
  it('are for somebody who has just given a second factor; being refused counts as no wrong attempt', async () => {
    const { person } = await withTotp();
    await letPass(11, person);
    for (let asked = 0; asked < 7; asked += 1) expect(typeOf(await renew(person))).toEqual(NEEDED);
    await letPass(-11, person);
    expect((await renew(person)).body.recoveryCodes).toHaveLength(10);
  });

  it('leave wrong codes counted, and do not wait for them', async () => {
    const { person } = await withTotp();
    for (let attempt = 0; attempt < 5; attempt += 1) await give(person.session, { code: '000000' });
    expect((await renew(person)).status).toBe(201);
    expect(typeOf(await give(person.session, { code: '000000' }))).toEqual([
      429,
      '/problems/too-many-attempts',
    ]);
  });
});
