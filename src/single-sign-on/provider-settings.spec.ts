import { isInDomains, NO_PROVIDER, settingsAfter, type ProviderSettings } from './provider-settings';

const ISSUER = 'https://id.practice.example';
const SET: ProviderSettings = { ...NO_PROVIDER, issuer: ISSUER, clientId: 'duecare', hasClientSecret: true };
const pointers = (current: ProviderSettings, changes: object, here = false) =>
  settingsAfter(current, changes, here).faults.map(({ pointer }) => pointer);

describe('the settings of single sign-on', () => {
  it('take an issuer with an id and a secret', () => {
    const changes = {
      issuer: ISSUER,
      clientId: 'duecare',
      clientSecret: 's',
      emailDomains: ['Practice.Example'],
    };
    expect(settingsAfter(NO_PROVIDER, changes, false)).toEqual({
      settings: { ...SET, emailDomains: ['practice.example'] },
      faults: [],
    });
  });

  it.each([
    ['an issuer alone', NO_PROVIDER, { issuer: ISSUER }, ['/clientId', '/clientSecret']],
    ['another issuer with the old secret', SET, { issuer: 'https://evil.example' }, ['/clientSecret']],
    [
      'the same issuer written otherwise, with the old secret',
      SET,
      { issuer: `${ISSUER}/` },
      ['/clientSecret'],
    ],
    ['no client id', SET, { clientId: null }, ['/clientId']],
    ['plain http', SET, { issuer: 'http://id.practice.example', clientSecret: 's' }, ['/issuer']],
    [
      'this machine, from an installation that is not on it',
      SET,
      { issuer: 'http://127.0.0.1:9', clientSecret: 's' },
      ['/issuer'],
    ],
    [
      'the address of the metadata',
      SET,
      { issuer: `${ISSUER}/.well-known/openid-configuration`, clientSecret: 's' },
      ['/issuer'],
    ],
    ['a port that is none', SET, { issuer: 'https://id.example:99999', clientSecret: 's' }, ['/issuer']],
    [
      'domains that are none',
      SET,
      { emailDomains: ['practice.example', '@x.example', 'localhost'] },
      ['/emailDomains/1', '/emailDomains/2'],
    ],
  ])('do not take %s', (_what, current, changes, expected) => {
    expect(pointers(current, changes)).toEqual(expected);
  });

  it('take plain http on one machine from an installation that is there too', () => {
    const at = (issuer: string) => pointers(SET, { issuer, clientSecret: 's' }, true);
    expect(at('http://127.0.0.1:8080')).toEqual([]);
    expect(at('http://localhost:8080/realms/x')).toEqual([]);
    expect(at('http://id.practice.example')).toEqual(['/issuer']);
  });

  it('keep the secret while the issuer stays, and what is not named', () => {
    const { settings } = settingsAfter({ ...SET, required: true }, { clientId: 'other' }, false);
    expect(settings).toEqual({ ...SET, required: true, clientId: 'other' });
  });

  it('without an issuer keep no secret and demand nothing', () => {
    expect(settingsAfter({ ...SET, required: true }, { issuer: null, required: true }, false)).toEqual({
      settings: NO_PROVIDER,
      faults: [],
    });
  });
});

describe('an address lies in a domain', () => {
  it.each([
    ['dana@practice.example', [], true],
    ['dana@practice.example', ['practice.example'], true],
    ['dana@PRACTICE.example', ['practice.example'], true],
    ['dana@sub.practice.example', ['practice.example'], false],
    ['dana@evilpractice.example', ['practice.example'], false],
    ['practice.example@evil.example', ['practice.example'], false],
  ])('%s in %j: %s', (email, domains, expected) => {
    expect(isInDomains(email, domains)).toBe(expected);
  });
});
