// The cookie of somebody on a vendor's side who began by a link. It is sent to the pages of that questionnaire alone, and opens nothing else.
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply } from 'fastify';
import type { PublicAddress } from '../common/public-address';
import { VENDOR_SESSION_TOKENS } from './secret-token';

/** Where the pages are that the cookie opens. */
export const VENDOR_PAGES = 'vendor-questionnaire';

/** Over https the browser refuses a cookie of this name that did not come by https. */
export function vendorCookieName(isPlain: boolean): string {
  return isPlain ? 'duecare_vendor' : '__Secure-duecare_vendor';
}

/** @returns digest of the token in the cookie; null where there is none, or none that could be one */
export function vendorSessionOf(header: string | undefined, isPlain: boolean): string | null {
  const token = header === undefined ? undefined : parseCookie(header)[vendorCookieName(isPlain)];
  return token ? VENDOR_SESSION_TOKENS.digestOf(token) : null;
}

export function giveVendorCookie(
  token: string,
  expires: Date,
  reply: FastifyReply,
  address: PublicAddress,
): void {
  void reply.header('set-cookie', cookie(token, expires, address));
}

export function takeVendorCookieBack(reply: FastifyReply, address: PublicAddress): void {
  void reply.header('set-cookie', cookie('', new Date(0), address));
}

function cookie(value: string, expires: Date, { isPlainOnThisMachine }: PublicAddress): string {
  return stringifySetCookie({
    ...{ name: vendorCookieName(isPlainOnThisMachine), value, expires, path: `/${VENDOR_PAGES}` },
    ...{ httpOnly: true, sameSite: 'strict', secure: !isPlainOnThisMachine },
  });
}
