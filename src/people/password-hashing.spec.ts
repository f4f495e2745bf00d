import { hash } from '@node-rs/argon2';
import { hashOfPassword, isHashedAsToday, isNobodysPassword, isPassword } from './password-hashing';

describe('a stored password', () => {
  it('is an argon2id hash that verifies with this password alone, however it is typed', async () => {
    const stored = await hashOfPassword('fünf wörter die nicht passen');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=65536,t=2,p=1\$/);
    expect(await isPassword('fu\u0308nf wo\u0308rter die nicht passen', stored)).toBe(true);
    expect(await isPassword('fünf wörter die nicht passen ', stored)).toBe(false);
    expect(await hashOfPassword('fünf wörter die nicht passen')).not.toBe(stored);
  });

  it('says whether it was hashed at the cost of today', async () => {
    expect(isHashedAsToday(await hashOfPassword('x'))).toBe(true);
    expect(isHashedAsToday(await hash('x', { memoryCost: 19_456, timeCost: 2 }))).toBe(false);
  });

  it('of nobody is never right', async () => {
    expect(await isNobodysPassword('nobody signs in with this')).toBe(false);
  });
});
