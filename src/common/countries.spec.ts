import { COUNTRIES, countryName, countryWords } from './countries';

const codes = COUNTRIES.map(({ code }) => code);

describe('countries', () => {
  it('are the 249 of ISO 3166-1, and Kosovo', () => {
    expect(codes).toHaveLength(249 + 1);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it.each(COUNTRIES)('$code has a name: $name', ({ code, name }) => {
    expect(code).toMatch(/^[A-Z]{2}$/);
    expect(name).not.toBe('');
    expect(name).not.toBe(code);
    expect(countryName(code)).toBe(name);
  });

  it.each(['UK', 'DD', 'SU', 'YU', 'EU', 'UN', 'ZZ', 'XA'])('%s is none of them', (code) => {
    expect(codes).not.toContain(code);
  });

  it('stand by name, letters with marks among their own', () => {
    const names = COUNTRIES.map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['Afghanistan', 'Åland Islands', 'Albania']);
  });

  it('a code that no country has stays as it is', () => {
    expect(['XZ', 'us', ''].map(countryName)).toEqual(['XZ', 'us', '']);
  });

  it('stand in a sentence with their article, each once', () => {
    expect(countryWords(['US', 'DE', 'US', 'NL'])).toEqual([
      'Germany',
      'the Netherlands',
      'the United States',
    ]);
  });
});
