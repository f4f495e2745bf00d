// Codes for the day on which the authenticator is lost: ten, each taken once, 140 random bits each: from 112 on a digest without a slow hash is
// enough (OWASP ASVS 5.0.0, V6.5.2).
import { hash, randomBytes } from 'node:crypto';

const COUNT = 10;
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'; // 32 characters: no l beside 1, no o beside 0
const LENGTH = 28;

/** How long a code is with its hyphens. */
export const RECOVERY_CODE_LENGTH = 34;

/** Seven groups; codes from before they were lengthened have four. */
export const RECOVERY_CODE_PATTERN = '^[a-z0-9]{4}(-[a-z0-9]{4}){3}((-[a-z0-9]{4}){3})?$';

export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => {
    const letters = [...randomBytes(LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
    return letters.match(/.{4}/g)?.join('-') ?? '';
  });
}

export function digestOfRecoveryCode(code: string): string {
  return `\\x${hash('sha256', code)}`;
}
