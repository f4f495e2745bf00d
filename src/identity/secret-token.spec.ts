import { API_KEYS, SESSION_TOKENS } from './secret-token';

describe('a secret token', () => {
  it('is 256 bits behind its prefix, and never the same twice', () => {
    const tokens = Array.from({ length: 50 }, () => SESSION_TOKENS.make());
    for (const token of tokens) expect(token).toMatch(/^duecare_session_[A-Za-z0-9_-]{43}$/);
    expect(new Set(tokens).size).toBe(50);
  });

  it('has a digest in the form of the database, which is not the token', () => {
    const key = API_KEYS.make();
    expect(API_KEYS.digestOf(key)).toMatch(/^\\x[0-9a-f]{64}$/);
    expect(API_KEYS.digestOf(key)).toBe(API_KEYS.digestOf(key));
  });

  it.each([
    '',
    'duecare_key_',
    'duecare_key_short',
    `${'duecare_key_'}${'a'.repeat(44)}`,
    ` ${API_KEYS.make()}`,
  ])('cannot be %j', (text) => {
    expect(API_KEYS.digestOf(text)).toBeNull();
  });

  it('of one kind is none of another', () => {
    expect(API_KEYS.digestOf(SESSION_TOKENS.make())).toBeNull();
  });
});
