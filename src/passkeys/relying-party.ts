// For whom passkeys are made: the installation, by the address under which people reach it. What a request says of its host plays no part.
import { isIP } from 'node:net';

export interface RelyingParty {
  /** the name that a passkey is bound to (WebAuthn: RP ID) */
  id: string;
  /** what an authenticator shows */
  name: string;
  /** the one origin from which a browser may come */
  origin: string;
}

/**
 * @param origin of the installation, such as https://duecare.example
 * @returns null for an installation that is reached by a number: browsers bind passkeys to names only
 */
export function relyingPartyOf(origin: string): RelyingParty | null {
  const { hostname, origin: normalized } = new URL(origin);
  const isNumber = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
  return isNumber ? null : { id: hostname, name: 'Duecare', origin: normalized };
}
