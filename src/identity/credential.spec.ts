import { credentialOf } from './credential';
import { isOfAnotherSite } from './same-origin';
import { API_KEYS, SESSION_TOKENS } from './secret-token';

describe('the credential of a request', () => {
  const session = SESSION_TOKENS.make();
  const key = API_KEYS.make();

  it('is a session or an API key in the Authorization header', () => {
    expect(credentialOf({ authorization: `Bearer ${session}` }, false)).toMatchObject({
      kind: 'session',
      fromCookie: false,
    });
    expect(credentialOf({ authorization: `bearer ${key}` }, false)).toMatchObject({
      kind: 'api_key',
      fromCookie: false,
    });
  });

  it.each(['Bearer nothing', `Basic ${'a'.repeat(20)}`, `Bearer ${'x'.repeat(5000)}`, ''])(
    'is not %s',
    (authorization) => {
      expect(credentialOf({ authorization }, false)).toBeNull();
    },
  );

  it('is a session in a cookie, and no API key there', () => {
    const found = { kind: 'session', fromCookie: true };
    expect(credentialOf({ cookie: `a=b; __Host-duecare_session=${session}` }, false)).toMatchObject(found);
    expect(credentialOf({ cookie: `duecare_session=${session}` }, true)).toMatchObject(found);
    expect(credentialOf({ cookie: `__Host-duecare_session=${key}` }, false)).toBeNull();
  });

  it('is no cookie that another host or plain http could have set', () => {
    expect(credentialOf({ cookie: `duecare_session=${session}` }, false)).toBeNull();
  });

  it('in the header counts before the cookie, even when it is wrong', () => {
    const cookie = `__Host-duecare_session=${session}`;
    expect(credentialOf({ authorization: 'Bearer x', cookie }, false)).toBeNull();
  });
});

describe('a request with a cookie', () => {
  const origin = 'https://duecare.example';
  it.each([
    ['GET', {}, false],
    ['GET', { origin: 'https://evil.example' }, false],
    ['POST', { origin }, false],
    ['POST', { origin: 'https://evil.example' }, true],
    ['POST', { origin: 'null', 'x-duecare-request': '1' }, true],
    ['POST', { origin: 'http://duecare.example' }, true],
    ['POST', {}, true],
    ['DELETE', { 'x-duecare-request': '1' }, false],
  ])('%s with %j comes from another site: %s', (method, headers, foreign) => {
    expect(isOfAnotherSite({ method, headers }, origin)).toBe(foreign);
  });
});
