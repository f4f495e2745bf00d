// The way out to the provider and back: what is taken, and everything that is not.
import { type Visit } from '../support/test-identity-provider';
import {
  REFUSED,
  as,
  begin,
  change,
  comeBack,
  eventsOf,
  newAddress,
  identityOf,
  member,
  people,
  practice,
  practiceWithProvider,
  provider,
  server,
  signIn,
  typeOf,
  useSingleSignOn,
} from './harness';

useSingleSignOn();

describe('a member signs in', () => {
  it('by code, PKCE, state and nonce, is linked, and comes in again by the link whatever became of the address', async () => {
    const made = await practiceWithProvider();
    const person = await member(made.id);
    const first = await signIn(made.id, { ...identityOf(person), email: person.email.toUpperCase() });
    expect([first.status, first.body]).toMatchObject([
      200,
      { token: expect.any(String), secondFactor: 'none' },
    ]);
    expect(provider.asked).toMatchObject({
      ...{
        response_type: 'code',
        client_id: 'duecare',
        code_challenge_method: 'S256',
        scope: 'openid email',
      },
      redirect_uri: `http://localhost:3000/v1/single-sign-on/callbacks/${made.id}`,
    });
    const key = first.body.token as string;
    expect((await server.get(`${made.at}/vendors`, { key })).status).toBe(200);
    const again = await signIn(made.id, {
      sub: `sub-${person.id}`,
      email: 'new@name.example',
      emailVerified: false,
    });
    expect(again.status).toBe(200);
    const { items } = (await server.get(`${made.at}/identity-links`, as(made.owner))).body;
    expect(items).toMatchObject([
      { personId: person.id, issuer: provider.issuer, subject: `sub-${person.id}`, removedAt: null },
    ]);
    expect((await eventsOf(made)).filter(({ action }) => action.startsWith('identity_link'))).toMatchObject([
      { action: 'identity_link.made', data: { person: person.id } },
    ]);
    const opened = (await server.get('/v1/account/events', as(person))).body.items as {
      action: string;
      data: object;
    }[];
    expect(opened.at(-1)).toMatchObject({ action: 'session.opened', data: { by: 'single_sign_on' } });
  });

  it('with the address from userinfo, or as a secret in the header, as the provider has it', async () => {
    const made = await practiceWithProvider();
    const person = await member(made.id);
    expect((await signIn(made.id, { ...identityOf(person), emailInUserinfo: true })).status).toBe(200);
    provider.metadata = { token_endpoint_auth_methods_supported: ['client_secret_basic'] };
    expect((await signIn(made.id, identityOf(person))).status).toBe(200);
  });

  it('with a cookie, and goes on to the page that was asked for', async () => {
    const made = await practiceWithProvider();
    const person = await member(made.id);
    const { url, cookie } = await begin(made.id, { cookie: true, returnTo: '/docs?x=1' });
    const back = provider.visit(url, identityOf(person));
    const answer = await server.app.inject({
      method: 'GET',
      url: `${back.pathname}${back.search}`,
      headers: { cookie },
    });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, 'http://localhost:3000/docs?x=1']);
    const cookies = [answer.headers['set-cookie']].flat();
    expect(cookies).toEqual([
      expect.stringMatching(/^duecare_single_sign_on=;.*1970/),
      expect.stringMatching(/^duecare_session=duecare_session_\S+; .*HttpOnly; SameSite=Lax/),
    ]);
    expect(answer.body).not.toContain('duecare_session_');
    for (const returnTo of ['//evil.example', 'https://evil.example', '/\\evil.example', 'docs'])
      expect(
        (await server.post('/v1/single-sign-on/flows', { organizationId: made.id, returnTo }, { key: null }))
          .status,
      ).toBe(400);
  });

  it.each<[string, Partial<Visit>]>([
    ['with a nonce of another flow', { claims: { nonce: 'another' } }],
    ['without a nonce', { claims: { nonce: undefined } }],
    ['meant for another client', { claims: { aud: 'another' } }],
    ['meant for others as well', { claims: { aud: ['duecare', 'another'], azp: 'another' } }],
    ['of another issuer', { claims: { iss: 'https://evil.example' } }],
    ['that has expired', { claims: { iat: 1_000_000, exp: 1_000_060 } }],
    ['signed with a key that the provider does not publish', { foreignKey: true }],
    ['that nobody has signed', { unsigned: true }],
    ['for nobody', { claims: { sub: undefined } }],
    ['for somebody of an endless name', { claims: { sub: 'x'.repeat(256) } }],
    ['with an address that is not verified', { emailVerified: false }],
    ['with an address of which nothing is said', { claims: { email_verified: undefined } }],
    ['with an address said to be verified in so many words', { emailVerified: 'true' }],
    ['without an address', { email: undefined }],
    ['by way of another issuer', { back: { iss: 'https://evil.example' } }],
    ['without a word on the issuer', { back: { iss: null } }],
    ['with an error in place of a code', { back: { code: null, error: 'access_denied' } }],
    ['with a code that the provider never gave', { back: { code: 'another' } }],
    ['with the state of another flow', { back: { state: 'another' } }],
    ['without a state', { back: { state: null } }],
  ])('is refused %s', async (_what, lie) => {
    const made = await practiceWithProvider();
    const person = await member(made.id);
    const refused = await signIn(made.id, { ...identityOf(person), ...lie });
    expect([...typeOf(refused), refused.headers['set-cookie']]).toEqual([
      ...REFUSED,
      expect.not.stringContaining('duecare_session='),
    ]);
    const links = (await server.get(`${made.at}/identity-links`, as(made.owner))).body.items;
    expect(links).toEqual([]);
  });

  it('once: the same way back leads nowhere a second time, though the provider would take the code', async () => {
    const made = await practiceWithProvider();
    const person = await member(made.id);
    const { url, cookie } = await begin(made.id);
    const back = provider.visit(url, { ...identityOf(person), emailInUserinfo: true });
    const answers = await Promise.all(Array.from({ length: 3 }, () => comeBack(back, cookie)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403]);
    expect(typeOf(await comeBack(back, cookie))).toEqual(REFUSED);
  });

  it('with the settings as they are once the provider has answered', async () => {
    const made = await practiceWithProvider();
    const person = await member(made.id);
    provider.meanwhile = () => change(made, 1, { emailDomains: ['elsewhere.example'] });
    const { url, cookie } = await begin(made.id);
    expect(typeOf(await comeBack(provider.visit(url, identityOf(person)), cookie))).toEqual(REFUSED);
    const opened = 'select 1 from session where person_id = $1 and not own_factors';
    expect(await people.query(opened, [person.id])).toEqual([]);
    provider.meanwhile = null;
    await change(made, 2, { emailDomains: [] });
    provider.meanwhile = () => change(made, 3, { issuer: null });
    expect(typeOf(await signIn(made.id, identityOf(person)))).toEqual(REFUSED);
  });

  it('in the browser that began, in time, for this organization, and with the settings with which it began', async () => {
    const [made, other] = [await practiceWithProvider(), await practiceWithProvider()];
    const person = await member(made.id);
    const visited = async () => {
      const { url, cookie } = await begin(made.id);
      return { back: provider.visit(url, identityOf(person)), cookie };
    };
    const [elsewhere, mine] = [await visited(), await visited()];
    expect(typeOf(await comeBack(elsewhere.back, mine.cookie))).toEqual(REFUSED);
    expect(typeOf(await comeBack(mine.back, ''))).toEqual(REFUSED);
    const late = await visited();
    await people.query(`update single_sign_on_flow set expires_at = now() where organization_id = $1`, [
      made.id,
    ]);
    expect(typeOf(await comeBack(late.back, late.cookie))).toEqual(REFUSED);
    const misled = await visited();
    misled.back.pathname = misled.back.pathname.replace(made.id, other.id);
    expect(typeOf(await comeBack(misled.back, misled.cookie))).toEqual(REFUSED);
    const before = await visited();
    expect((await change(made, 1, { secondFactorAmr: ['mfa'] })).status).toBe(200);
    expect(typeOf(await comeBack(before.back, before.cookie))).toEqual(REFUSED);
    const now = await visited();
    expect((await comeBack(now.back, now.cookie)).status).toBe(200);
  });

  it('and nothing secret of the flow is readable in the database', async () => {
    const made = await practiceWithProvider();
    const { url, cookie } = await begin(made.id);
    const { state, nonce } = Object.fromEntries(new URL(url).searchParams);
    const rows = await people.query<{ row: string }>(
      'select f::text as row from single_sign_on_flow f where organization_id = $1',
      [made.id],
    );
    expect(rows).toHaveLength(1);
    for (const secret of [state, nonce, cookie.split('=')[1]]) {
      expect(rows[0]?.row).not.toContain(secret);
      expect(rows[0]?.row).not.toContain(Buffer.from(secret ?? '').toString('hex'));
    }
  });

  it('when the provider answers; when it does not, that is said', async () => {
    const made = await practiceWithProvider();
    const person = await member(made.id);
    const start = () =>
      server.post(
        '/v1/single-sign-on/flows',
        { organizationId: made.id },
        { key: null, headers: newAddress() },
      );
    const UNAVAILABLE = [502, '/problems/identity-provider-unavailable'];
    const { url, cookie } = await begin(made.id);
    provider.tokenStatus = 503;
    expect(typeOf(await comeBack(provider.visit(url, identityOf(person)), cookie))).toEqual(UNAVAILABLE);
    const { port } = provider;
    await provider.close();
    expect(typeOf(await start())).toEqual(UNAVAILABLE);
    await provider.listen(port);
    expect((await start()).status).toBe(201);
  });

  it('where there is single sign-on; elsewhere, and nowhere, the answer is the same', async () => {
    const { id } = await practice();
    for (const organizationId of [id, '019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f']) {
      const none = await server.post(
        '/v1/single-sign-on/flows',
        { organizationId },
        { key: null, headers: newAddress() },
      );
      expect([...typeOf(none), none.body.detail]).toEqual([
        404,
        '/problems/not-found',
        'There is no single sign-on for this id.',
      ]);
    }
  });
});
