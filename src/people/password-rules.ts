// What a password has to be, as NIST SP 800-63B-4 section 3.1.1.2 has it: long, and not one that others would guess. No rules of composition, no
// change by the calendar.
import { isKnownPassword } from './known-passwords';

/** For a password that may be the only factor. */
export const SHORTEST_PASSWORD = 15;
export const LONGEST_PASSWORD = 128;
/** So much has to be left of a password once the words are taken out that anybody would try first. */
const ENOUGH_BESIDE_CONTEXT = 8;
const SHORTEST_CONTEXT_WORD = 4;
const LONGEST_REPEATED_PIECE = 8;
const PRODUCT = 'duecare';

/** One spelling of what may be typed in several: compared, hashed and verified in this form only. */
export function normalizedPassword(password: string): string {
  return password.normalize('NFKC');
}

/**
 * Why a password cannot be taken, in words for whoever chose it; null when it can.
 * @param context what belongs to the person: name, e-mail address, organization
 */
export function faultOfPassword(password: string, context: readonly string[]): string | null {
  const normalized = normalizedPassword(password);
  const length = [...normalized].length;
  if (length < SHORTEST_PASSWORD) return `must be at least ${SHORTEST_PASSWORD} characters long`;
  if (length > LONGEST_PASSWORD) return `must be at most ${LONGEST_PASSWORD} characters long`;
  const lower = normalized.toLowerCase();
  if (isKnown(lower)) return 'is known from breaches; choose one that nobody else would';
  if (repeatsItself(lower)) return 'repeats a short piece; choose one that does not';
  if (isMadeOf(lower, context))
    return 'is made of your name, your address, your organization or the name of the product';
  return null;
}

/** Itself, or with nothing but digits and signs around it. */
function isKnown(lower: string): boolean {
  const core = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return isKnownPassword(lower) || isKnownPassword(core);
}

function repeatsItself(lower: string): boolean {
  return new RegExp(`^(.{1,${LONGEST_REPEATED_PIECE}}?)\\1+.{0,${LONGEST_REPEATED_PIECE - 1}}$`, 'su').test(
    lower,
  );
}

function isMadeOf(lower: string, context: readonly string[]): boolean {
  const words = [PRODUCT, ...context.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))]
    .filter((word) => word.length >= SHORTEST_CONTEXT_WORD)
    .sort((one, other) => other.length - one.length);
  const used = words.filter((word) => lower.includes(word));
  if (used.length === 0) return false;
  const rest = used.reduce((text, word) => text.replaceAll(word, ''), lower);
  return [...rest].length < ENOUGH_BESIDE_CONTEXT;
}
