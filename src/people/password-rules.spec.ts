import fc from 'fast-check';
import { faultOfPassword, LONGEST_PASSWORD, normalizedPassword, SHORTEST_PASSWORD } from './password-rules';

const CONTEXT = ['Dana Whitfield', 'dana.whitfield@harbor-light.example', 'Harbor Light Counseling, PLLC'];

describe('a password is taken', () => {
  it.each([
    'seven lanterns over a quiet harbour',
    'correct horse battery staple',
    'ördinärer Käsekuchen schmeckt',
    '密码很长很长很长很长很长很长很长',
    'dana likes to walk across the moor',
    'tq8#vL2!xPz0&mK',
  ])('%s', (password) => {
    expect(faultOfPassword(password, CONTEXT)).toBeNull();
  });

  it('of any characters, when it is long enough and no piece of it repeats', () => {
    const characters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !-_.,'];
    fc.assert(
      fc.property(fc.shuffledSubarray(characters, { minLength: 15 }), (chosen) => {
        expect(faultOfPassword(chosen.join(''), [])).toBeNull();
      }),
    );
  });
});

describe('a password is refused', () => {
  it.each([
    ['', 'at least 15'],
    ['fourteen chars', 'at least 15'],
    ['x'.repeat(LONGEST_PASSWORD + 1), 'at most 128'],
    ['123456789987654321', 'breaches'],
    ['1qaz2wsx3edc4rfv', 'breaches'],
    ['Password123456789', 'breaches'],
    ['2024!!!baseball!!!2024', 'breaches'],
    ['abcabcabcabcabcabc', 'repeats'],
    ['zzzzzzzzzzzzzzzz', 'repeats'],
    ['passwordpassword', 'breaches'],
    ['whitfield-dana-1', 'made of'],
    ['HarborLight2026!', 'made of'],
    ['duecareduecare-26', 'repeats'],
    ['duecare!duecare', 'made of'],
  ])('%s: %s', (password, reason) => {
    expect(faultOfPassword(password, CONTEXT)).toContain(reason);
  });
});

it('one password typed in two ways is one', () => {
  expect(normalizedPassword('ﬁve wörds of some length')).toBe(
    normalizedPassword('five wo\u0308rds of some length'),
  );
});

it('the shortest length is that of NIST SP 800-63B-4 for a password alone', () => {
  expect(SHORTEST_PASSWORD).toBe(15);
});
