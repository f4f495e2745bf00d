// API keys: 256 random bits behind a prefix that secret scanners can match. Only the SHA-256 digest is stored: a key of full
// entropy needs no slow hash.
import { hash, randomBytes } from 'node:crypto';

export const API_KEY_PREFIX = 'duecare_key_';
const FORM = new RegExp(`^${API_KEY_PREFIX}[A-Za-z0-9_-]{43}$`);

export function newApiKey(): string {
  return `${API_KEY_PREFIX}${randomBytes(32).toString('base64url')}`;
}

/** SHA-256 digest of a key as PostgreSQL writes 32 bytes (\\x and hexadecimal digits); null when the text cannot be a key. */
export function digestOfApiKey(key: string): string | null {
  return FORM.test(key) ? `\\x${hash('sha256', key)}` : null;
}
