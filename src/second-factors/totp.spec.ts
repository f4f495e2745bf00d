import { generate } from 'otplib';
import { newTotpSecret, stepOfCode, totpUri } from './totp';

const now = new Date('2026-11-28T12:00:10Z');
const secret = newTotpSecret();
const codeAt = (secondsFromNow: number) =>
  generate({ secret, epoch: Math.floor(now.getTime() / 1000) + secondsFromNow });
const STEP = Math.floor(now.getTime() / 30_000);

describe('a code of an authenticator app', () => {
  it.each([
    [0, STEP],
    [-30, STEP - 1],
    [30, STEP + 1],
  ])('of %i seconds from now is taken', async (seconds, step) => {
    expect(await stepOfCode(await codeAt(seconds), secret, null, now)).toBe(step);
  });

  it.each([-90, 90])('of %i seconds from now is not', async (seconds) => {
    expect(await stepOfCode(await codeAt(seconds), secret, null, now)).toBeNull();
  });

  it('is taken once, and none before it afterwards', async () => {
    expect(await stepOfCode(await codeAt(0), secret, STEP, now)).toBeNull();
    expect(await stepOfCode(await codeAt(-30), secret, STEP, now)).toBeNull();
    expect(await stepOfCode(await codeAt(30), secret, STEP, now)).toBe(STEP + 1);
  });

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('cannot be %j', async (code) => {
    expect(await stepOfCode(code, secret, null, now)).toBeNull();
  });

  it('comes from a secret that an app takes as a link', () => {
    expect(secret).toMatch(/^[A-Z2-7]{32,}$/);
    expect(totpUri(secret, 'dana@harbor-light.example')).toMatch(/^otpauth:\/\/totp\/Duecare:dana.*secret=/);
  });
});
