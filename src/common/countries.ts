// Countries by their codes (ISO 3166-1 alpha-2, and Kosovo's XK, which is in use beside it) and their English names, both as the runtime's own data (CLDR)
// has them: only what is no country stands here.

const NAMES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** Codes that CLDR names and that are no countries of ISO 3166-1: groups of countries, parts of others, reserved codes, and those for tests. */
const NO_COUNTRIES = new Set('EU EZ UN QO ZZ XA XB AC CP CQ DG EA IC TA'.split(' '));
/** Countries that English names with an article. */
const WITH_ARTICLE = new Set(['US', 'GB', 'NL', 'AE', 'PH', 'DO', 'BS', 'MV', 'CF', 'KY', 'MH', 'SB']);

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

export interface Country {
  /** ISO 3166-1 alpha-2 */
  code: string;
  name: string;
}

/** Every country by name, from Afghanistan to Zimbabwe. */
export const COUNTRIES: readonly Country[] = LETTERS.flatMap((first) =>
  LETTERS.flatMap((second) => countryOf(`${first}${second}`) ?? []),
).sort((one, other) => one.name.localeCompare(other.name, 'en'));

function countryOf(code: string): Country | null {
  const name = NAMES.of(code);
  return name === undefined || NO_COUNTRIES.has(code) || !isInUse(code) ? null : { code, name };
}

/** A code that was given up leads to the one that came after it: DD to DE. */
function isInUse(code: string): boolean {
  return new Intl.Locale(`und-${code}`).region === code;
}

/** "United States"; a code that no country has stays as it is. */
export function countryName(code: string): string {
  return (/^[A-Z]{2}$/.test(code) ? NAMES.of(code) : undefined) ?? code;
}

/** Names of countries as they stand within a sentence ("the United States"), each once, by name. @param codes of two letters; those not known are left out */
export function countryWords(codes: readonly (string | null | undefined)[]): string[] {
  const known = codes.flatMap((code) => code ?? []);
  const named = [...new Set(known)].map((code) => ({ code, name: countryName(code) }));
  named.sort((one, other) => one.name.localeCompare(other.name, 'en'));
  return named.map(({ code, name }) => (WITH_ARTICLE.has(code) ? `the ${name}` : name));
}
