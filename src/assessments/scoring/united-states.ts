/** The United States and its territories, by the codes of ISO 3166-1. */
const CODES: readonly string[] = ['US', 'PR', 'GU', 'VI', 'AS', 'MP'];

export function isInUnitedStates(country: string): boolean {
  return CODES.includes(country);
}
