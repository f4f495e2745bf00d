// What is chosen by name from a list that everybody knows, though the API takes any code of its shape: countries and time zones.
import { COUNTRIES, countryName } from '../common/countries';
import type { FieldSchema } from '../common/fields';
import { TIME_ZONE_PATTERN } from '../common/fields/calendar-date.validator';
import { COUNTRY_PATTERN } from '../common/fields/list-entries';
import { OTHER_ZONES, timeZoneName, UNITED_STATES_ZONES } from '../common/time-zones';

export interface StandingChoice {
  value: string;
  label: string;
  /** the heading under which it stands; empty for none */
  group: string;
}

const HOME = 'US';

const COUNTRY_CHOICES: readonly StandingChoice[] = [
  { value: HOME, label: countryName(HOME), group: '' },
  ...COUNTRIES.filter(({ code }) => code !== HOME).map(({ code, name }) => ({
    ...{ value: code, label: name, group: 'Other countries and territories' },
  })),
];

const ZONE_CHOICES: readonly StandingChoice[] = [
  ...UNITED_STATES_ZONES.map(([value, label]) => ({ value, label, group: 'United States' })),
  ...OTHER_ZONES.map((value) => ({ value, label: timeZoneName(value), group: 'Elsewhere' })),
];

/**
 * @param chosen what is stored or was typed: it stays to be chosen though the list has it not
 * @returns null for a field that has no such list
 */
export function standingChoices(schema: FieldSchema, chosen: readonly string[]): StandingChoice[] | null {
  const listed = listedFor(schema.items ?? schema);
  if (!listed) return null;
  const unlisted = chosen.filter((value) => !listed.some((choice) => choice.value === value));
  return [...listed, ...unlisted.map((value) => ({ value, label: value, group: '' }))];
}

/** How such a field is shown. */
export function standingKind(schema: FieldSchema): 'select' | 'countries' | null {
  if (!listedFor(schema.items ?? schema)) return null;
  return schema.type === 'array' ? 'countries' : 'select';
}

function listedFor({ pattern }: { pattern?: string }): readonly StandingChoice[] | null {
  if (pattern === COUNTRY_PATTERN) return COUNTRY_CHOICES;
  return pattern === TIME_ZONE_PATTERN ? ZONE_CHOICES : null;
}
