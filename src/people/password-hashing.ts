// Passwords as argon2id hashes, made off the event loop. The cost is written into each hash, so that raising it touches no stored one: it is
// hashed anew when its person next signs in.
import { hash, verify } from '@node-rs/argon2';
import { normalizedPassword } from './password-rules';

/** Above the least that OWASP's Password Storage Cheat Sheet names (19 MiB, 2 passes): about a tenth of a second of one core. */
const COST = { memoryCost: 65_536, timeCost: 2, parallelism: 1 };
const AS_HASHED_TODAY = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;

export function hashOfPassword(password: string): Promise<string> {
  return hash(normalizedPassword(password), COST);
}

export function isPassword(password: string, stored: string): Promise<boolean> {
  return verify(stored, normalizedPassword(password));
}

export function isHashedAsToday(stored: string): boolean {
  return stored.startsWith(AS_HASHED_TODAY);
}

let decoy: Promise<string> | null = null;

/** Takes as long as checking a real password: whoever measures does not learn which accounts there are. */
export async function isNobodysPassword(password: string): Promise<false> {
  decoy ??= hashOfPassword('nobody signs in with this');
  await isPassword(password, await decoy);
  return false;
}
