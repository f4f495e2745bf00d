// What ties a flow to the browser that began it: else somebody could have another sign in to an account that is not theirs.
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply } from 'fastify';
import type { PublicAddress } from '../common/public-address';

const NAMES = { secure: '__Host-duecare_single_sign_on', loopback: 'duecare_single_sign_on' } as const;

/** Lax: it has to come along when the provider sends the browser back. */
export function setFlowCookie(
  reply: FastifyReply,
  { isPlainOnThisMachine }: PublicAddress,
  value: string,
  expires: Date,
): void {
  const cookie = stringifySetCookie({
    ...{ name: isPlainOnThisMachine ? NAMES.loopback : NAMES.secure, value, expires, path: '/' },
    ...{ httpOnly: true, sameSite: 'lax', secure: !isPlainOnThisMachine },
  });
  void reply.header('set-cookie', cookie);
}

export function flowCookieOf(
  { cookie }: { cookie?: string },
  { isPlainOnThisMachine }: PublicAddress,
): string | null {
  const cookies = parseCookie(cookie ?? '');
  return cookies[isPlainOnThisMachine ? NAMES.loopback : NAMES.secure] ?? null;
}
