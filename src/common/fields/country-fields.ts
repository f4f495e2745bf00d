// Countries by their two-letter codes (ISO 3166-1 alpha-2).
import { IsString, Matches } from 'class-validator';
import { declareField, type FieldOptions } from './field';
import { COUNTRY_MESSAGE, COUNTRY_PATTERN } from './list-entries';
import { listValidators, UniqueList } from './list-validators';
import { PatternField } from './text-fields';

const MAX_COUNTRIES = 100;

export function CountryField(options: FieldOptions): PropertyDecorator {
  const shape = { pattern: COUNTRY_PATTERN, message: COUNTRY_MESSAGE, maxLength: 2 };
  return PatternField({ example: 'US', ...options, ...shape });
}

/** Several countries, none twice. */
export function CountryListField(options: FieldOptions): PropertyDecorator {
  const items = { type: 'string', pattern: COUNTRY_PATTERN, maxLength: 2 } as const;
  const schema = { type: 'array', maxItems: MAX_COUNTRIES, uniqueItems: true, items } as const;
  return declareField(schema, { example: ['US'], ...options }, [
    ...listValidators(MAX_COUNTRIES),
    UniqueList(),
    IsString({ each: true, message: 'must hold country codes' }),
    Matches(new RegExp(COUNTRY_PATTERN), {
      each: true,
      message: 'must hold two-letter country codes such as US',
    }),
  ]);
}
