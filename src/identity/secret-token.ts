// Tokens that let somebody in: 256 random bits behind a prefix that secret scanners can match. Only the SHA-256 digest is stored: a token of
// full entropy needs no slow hash.
import { hash, randomBytes } from 'node:crypto';

export interface SecretTokens {
  readonly prefix: string;
  make(): string;
  /** SHA-256 as PostgreSQL writes 32 bytes (\\x and hexadecimal digits); null when the text cannot be such a token */
  digestOf(token: string): string | null;
}

function secretTokens(prefix: string): SecretTokens {
  const form = new RegExp(`^${prefix}[A-Za-z0-9_-]{43}$`);
  return {
    prefix,
    make: () => `${prefix}${randomBytes(32).toString('base64url')}`,
    digestOf: (token) => (form.test(token) ? `\\x${hash('sha256', token)}` : null),
  };
}

export const SESSION_TOKENS = secretTokens('duecare_session_');
export const API_KEYS = secretTokens('duecare_key_');
export const SETUP_TOKENS = secretTokens('duecare_setup_');
export const INVITATION_TOKENS = secretTokens('duecare_invitation_');
export const RESET_TOKENS = secretTokens('duecare_reset_');
export const VENDOR_LINK_TOKENS = secretTokens('duecare_vendor_link_');
export const CALENDAR_TOKENS = secretTokens('duecare_calendar_');
export const VENDOR_SESSION_TOKENS = secretTokens('duecare_vendor_session_');
