// Where somebody was in the list of their practices: what they looked for, in which order, on which page. A cookie of the browser's session holds it, so
// that "all practices" leads back there from whichever page; it says nothing else and opens nothing.
import { parseCookie, stringifySetCookie } from 'cookie';
import type { PublicAddress } from '../common/public-address';

const NAME = 'duecare_portfolio';
const MOST_CHARACTERS = 600;

/** @param wish query of the list, as its address has it @returns value of a Set-Cookie header */
export function rememberedList(wish: string, page: number, address: PublicAddress): string {
  const query = new URLSearchParams(wish);
  if (page > 1) query.set('page', String(page));
  return cookie(query.toString(), address);
}

/** Forgets it: after signing out somebody else may sit here. */
export function forgottenList(address: PublicAddress): string {
  return cookie('', address, new Date(0));
}

/** The way back to the list. */
export function addressOfList(cookieHeader: string | undefined): string {
  const held = cookieHeader === undefined ? undefined : parseCookie(cookieHeader)[NAME];
  if (!held || held.length > MOST_CHARACTERS) return '/portfolio';
  return `/portfolio?${new URLSearchParams(held).toString()}`;
}

function cookie(value: string, { isPlainOnThisMachine }: PublicAddress, expires?: Date): string {
  return stringifySetCookie({
    ...{ name: NAME, value, path: '/', httpOnly: true, sameSite: 'lax', secure: !isPlainOnThisMachine },
    ...(expires ? { expires } : {}),
  });
}
