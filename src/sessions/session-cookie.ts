// The session as a cookie, for browsers: scripts cannot read it, other sites cannot make it be sent with a form of theirs.
import { stringifySetCookie } from 'cookie';
import type { FastifyReply } from 'fastify';
import type { PublicAddress } from '../common/public-address';
import { cookieName } from '../identity/credential';
import type { OpenedSession } from './session-writes';
import type { SessionGrant } from './session.dto';

/** The token in the body or, when asked, in a cookie and not in the body. */
export function granted(
  { id, token, expiresAt, secondFactor }: OpenedSession,
  asCookie: boolean,
  reply: FastifyReply,
  address: PublicAddress,
): SessionGrant {
  if (asCookie) void reply.header('set-cookie', cookie(token, expiresAt, address));
  return { id, token: asCookie ? null : token, expiresAt, secondFactor };
}

/** Takes the cookie back from the browser. */
export function withoutCookie(reply: FastifyReply, address: PublicAddress): void {
  void reply.header('set-cookie', cookie('', new Date(0), address));
}

function cookie(value: string, expires: Date, { isPlainOnThisMachine }: PublicAddress): string {
  const name = cookieName(isPlainOnThisMachine);
  return stringifySetCookie({
    ...{ name, value, expires, path: '/' },
    ...{ httpOnly: true, sameSite: 'lax', secure: !isPlainOnThisMachine },
  });
}
