// Time zones by names that people know: those of the United States in plain words, every other as the runtime lists it (IANA).

/** One zone for each clock of the states and territories, from east to west; the cities tell apart what shares a name. */
export const UNITED_STATES_ZONES: readonly (readonly [zone: string, name: string])[] = [
  ['America/New_York', 'Eastern Time (New York)'],
  ['America/Chicago', 'Central Time (Chicago)'],
  ['America/Denver', 'Mountain Time (Denver)'],
  ['America/Phoenix', 'Mountain Time without daylight saving (Phoenix)'],
  ['America/Los_Angeles', 'Pacific Time (Los Angeles)'],
  ['America/Anchorage', 'Alaska Time (Anchorage)'],
  ['Pacific/Honolulu', 'Hawaii Time (Honolulu)'],
  ['America/Puerto_Rico', 'Atlantic Time (Puerto Rico, U.S. Virgin Islands)'],
  ['Pacific/Guam', 'Chamorro Time (Guam, Northern Mariana Islands)'],
  ['Pacific/Pago_Pago', 'Samoa Time (American Samoa)'],
];

const PLAIN = new Map(UNITED_STATES_ZONES);

/** Every other zone, and UTC, which is none of a place. */
export const OTHER_ZONES: readonly string[] = [
  ...Intl.supportedValuesOf('timeZone').filter((zone) => !PLAIN.has(zone) && zone !== 'UTC'),
  'UTC',
];

/** "Central Time (Chicago)", "Europe/Isle of Man". @param zone IANA */
export function timeZoneName(zone: string): string {
  return PLAIN.get(zone) ?? zone.replaceAll('_', ' ');
}
