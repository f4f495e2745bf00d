// An owner says which identity provider vouches for members: what is stored, what is refused, what is fetched.
import { TestApplication } from '../support/test-application';
import { CLIENT } from '../support/test-identity-provider';
import {
  as,
  change,
  eventsOf,
  people,
  practice,
  practiceWithProvider,
  provider,
  server,
  typeOf,
  useSingleSignOn,
} from './harness';

useSingleSignOn();

describe('an owner sets single sign-on up', () => {
  it('and the secret never comes back, is stored encrypted, and the change is in the audit log', async () => {
    const made = await practice(true);
    const nothing = await server.get(`${made.at}/single-sign-on`, as(made.owner));
    expect([nothing.status, nothing.body]).toEqual([
      200,
      {
        ...{ id: made.id, version: 0, issuer: null, clientId: null, hasClientSecret: false, required: false },
        ...{ emailDomains: [], secondFactorAmr: [], secondFactorAcr: [] },
        redirectUri: `http://localhost:3000/v1/single-sign-on/callbacks/${made.id}`,
      },
    ]);
    const set = await change(made, 0, {
      issuer: provider.issuer,
      ...CLIENT,
      emailDomains: ['tests.example'],
    });
    expect([set.status, set.headers.etag, set.body]).toMatchObject([
      200,
      '"1"',
      {
        issuer: provider.issuer,
        clientId: 'duecare',
        hasClientSecret: true,
        emailDomains: ['tests.example'],
      },
    ]);
    expect(JSON.stringify(set.body)).not.toContain(CLIENT.clientSecret);
    const [stored] = await people.inOrganization(made.id, () =>
      people.query<{ row: string }>(
        'select i::text as row from identity_provider i where organization_id = $1',
        [made.id],
      ),
    );
    expect(stored?.row).toContain('duecare');
    expect(stored?.row).not.toContain(Buffer.from(CLIENT.clientSecret).toString('hex'));
    expect((await eventsOf(made)).at(-1)).toMatchObject({
      action: 'single_sign_on.changed',
      data: { version: 1, fields: ['clientId', 'clientSecret', 'emailDomains', 'issuer'], issuer: true },
    });
    expect((await change(made, 0, { required: true })).status).toBe(412);
    expect((await change(made, 1, { required: true })).body).toMatchObject({ version: 2, required: true });
    const off = await change(made, 2, { issuer: null });
    expect(off.body).toMatchObject({ issuer: null, clientId: null, hasClientSecret: false, required: false });
  });

  it('alone: nobody else may', async () => {
    const made = await practice();
    const official = await people.add();
    await people.join(official, made.id, 'security_official');
    const body = { issuer: provider.issuer, ...CLIENT };
    expect(typeOf(await server.patch(`${made.at}/single-sign-on`, 0, body, as(official)))).toEqual([
      403,
      '/problems/forbidden',
    ]);
    expect((await server.get(`${made.at}/single-sign-on`, as(official))).status).toBe(200);
  });

  it('and is told by the field what is missing, before anything is fetched', async () => {
    const made = await practiceWithProvider();
    const before = provider.fetched.length;
    const other = await change(made, 1, { issuer: `${provider.issuer}/elsewhere` });
    expect([...typeOf(other), other.body.errors]).toEqual([
      ...[422, '/problems/records-incoherent'],
      [expect.objectContaining({ pointer: '/clientSecret', code: 'missing-field' })],
    ]);
    expect(provider.fetched.length).toBe(before);
    for (const body of [
      { issuer: 'ftp://x' },
      { issuer: 'https://u@x.example' },
      { required: 'yes' },
      { emailDomains: 'x' },
    ])
      expect(typeOf(await change(made, 1, body))).toEqual([400, '/problems/request-invalid']);
  });

  const unfit = async (metadata: Record<string, unknown>, issuer = provider.issuer) => {
    provider.metadata = metadata;
    const { status, body } = await change(await practice(), 0, { issuer, ...CLIENT });
    return [status, body.type, body.errors?.[0]?.pointer, body.errors?.[0]?.detail as string];
  };
  const UNFIT = (detail: string) => [
    422,
    '/problems/identity-provider-unfit',
    '/issuer',
    expect.stringContaining(detail),
  ];

  it('and is told of an issuer that cannot be used', async () => {
    expect(await unfit({ issuer: 'http://127.0.0.1:1' })).toEqual(UNFIT('names another issuer'));
    expect(await unfit({ authorization_endpoint: 'javascript:alert(1)' })).toEqual(UNFIT('endpoints'));
    expect(await unfit({ jwks_uri: undefined })).toEqual(UNFIT('endpoints'));
    expect(await unfit({}, `${provider.issuer}/nothing`)).toEqual(UNFIT('OpenID Connect provider'));
    expect(await unfit({}, 'http://127.0.0.1:9')).toEqual(UNFIT('does not answer'));
    expect(await unfit({}, 'https://localhost:9')).toEqual(UNFIT('does not answer'));
    expect(await unfit({}, 'https://nowhere.invalid')).toEqual(UNFIT('does not answer'));
    for (const inside of [
      'https://10.0.0.1',
      'https://169.254.169.254',
      'https://192.168.1.1',
      'https://[fd00::1]',
    ])
      expect(await unfit({}, inside)).toEqual(UNFIT('not reached from here'));
    provider.broken = (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    expect(await unfit({})).toEqual(UNFIT('OpenID Connect provider'));
    provider.broken = (response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('x'.repeat(600_000));
    expect(await unfit({})).toEqual(UNFIT('does not answer'));
    provider.broken = (response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hello</p>');
    expect(await unfit({})).toEqual(UNFIT('OpenID Connect provider'));
  });

  it('from an installation with a public address only by https, and not on this machine', async () => {
    const elsewhere = await TestApplication.start({ environment: { PUBLIC_URL: 'https://duecare.example' } });
    const { at, owner } = await practice();
    const ask = async (issuer: string) => {
      const { status, body } = await elsewhere.patch(
        `${at}/single-sign-on`,
        0,
        { issuer, ...CLIENT },
        as(owner),
      );
      return [status, body.type, body.errors[0].pointer, body.errors[0].detail as string];
    };
    expect(await ask(provider.issuer)).toEqual([
      422,
      '/problems/records-incoherent',
      '/issuer',
      'must be an https address',
    ]);
    expect(await ask('https://127.0.0.1:9')).toEqual(UNFIT('not reached from here'));
    expect(await ask('https://localhost:9')).toEqual(UNFIT('not reached from here'));
    await elsewhere.close();
  });
});
