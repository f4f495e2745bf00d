// Codes for the day on which the authenticator is lost: ten, each taken once, 80 random bits each, so that a digest without a slow hash is enough.
import { hash, randomBytes } from 'node:crypto';

const COUNT = 10;
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'; // 32 characters: no l beside 1, no o beside 0
const LENGTH = 16;

export const RECOVERY_CODE_PATTERN = '^[a-z0-9]{4}(-[a-z0-9]{4}){3}$';

export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => {
    const letters = [...randomBytes(LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
    return letters.match(/.{4}/g)?.join('-') ?? '';
  });
}

export function digestOfRecoveryCode(code: string): string {
  return `\\x${hash('sha256', code)}`;
}
