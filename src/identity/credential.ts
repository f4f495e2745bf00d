// What a request brings to say who sends it: a token in the Authorization header, or the cookie of a browser.
import { parseCookie } from 'cookie';
import { API_KEYS, SESSION_TOKENS } from './secret-token';

export interface Credential {
  kind: 'session' | 'api_key';
  digest: string;
  /** sent by the browser on its own, perhaps at the wish of another site */
  fromCookie: boolean;
}

/** Over https the browser itself keeps the cookie to this host; over plain http on this machine it refuses the prefix. */
export function cookieName(isPlain: boolean): string {
  return isPlain ? 'duecare_session' : '__Host-duecare_session';
}

interface Headers {
  authorization?: string;
  cookie?: string;
}

/** @param isPlain whether the request came by plain http on this machine: there, and only there, the cookie has no prefix */
export function credentialOf(headers: Headers, isPlain: boolean): Credential | null {
  if (headers.authorization !== undefined) return fromHeader(headers.authorization);
  if (headers.cookie === undefined) return null;
  const token = parseCookie(headers.cookie)[cookieName(isPlain)];
  const digest = token ? SESSION_TOKENS.digestOf(token) : null;
  return digest ? { kind: 'session', digest, fromCookie: true } : null;
}

function fromHeader(authorization: string): Credential | null {
  const token = /^Bearer ([^\s]{1,200})$/i.exec(authorization)?.[1] ?? '';
  const session = SESSION_TOKENS.digestOf(token);
  if (session) return { kind: 'session', digest: session, fromCookie: false };
  const key = API_KEYS.digestOf(token);
  return key ? { kind: 'api_key', digest: key, fromCookie: false } : null;
}
