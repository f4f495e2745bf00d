const NAMES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
/** Countries that English names with an article. */
const WITH_ARTICLE = new Set(['US', 'GB', 'NL', 'AE', 'PH', 'CZ', 'DO', 'BS', 'MV']);

/** Names of countries as they stand within a sentence, each once, sorted. @param codes of two letters (ISO 3166-1) */
export function countryWords(codes: readonly string[]): string[] {
  return [...new Set(codes)].sort().map((code) => {
    const name = NAMES.of(code) ?? code;
    return WITH_ARTICLE.has(code) ? `the ${name}` : name;
  });
}
