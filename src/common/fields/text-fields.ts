// Fields whose value is a string: text, keys (slugs), calendar dates, instants, ids.
import { IsString, IsUUID, Matches, MaxLength, Validate } from 'class-validator';
import { CALENDAR_DATE_PATTERN, IsCalendarDate, IsInstant } from './calendar-date.validator';
import { declareField, type FieldOptions } from './field';
import { listValidators, UniqueList } from './list-validators';
import { IsNotBlank, IsPlainText, IsWithinLength, PLAIN_TEXT_PATTERN } from './plain-text.validator';

export const KEY_PATTERN = '^[a-z0-9]+(-[a-z0-9]+)*$';
export const KEY_MAX_LENGTH = 80;

const each = (list: boolean) => ({ each: list });

/** Free text of one line or more. Never client data: the screens and docs say so beside every such field. */
export function TextField(options: FieldOptions & { maxLength: number }): PropertyDecorator {
  const { maxLength } = options;
  return declareField({ type: 'string', minLength: 1, maxLength, pattern: PLAIN_TEXT_PATTERN }, options, [
    IsString({ message: 'must be text' }),
    Validate(IsPlainText),
    Validate(IsNotBlank),
    Validate(IsWithinLength, [maxLength]),
  ]);
}

/** A list of short texts, each at most maxLength characters. */
export function TextListField(
  options: FieldOptions & { maxLength: number; maxItems: number },
): PropertyDecorator {
  const { maxLength, maxItems } = options;
  const items = { type: 'string', minLength: 1, maxLength, pattern: PLAIN_TEXT_PATTERN } as const;
  return declareField({ type: 'array', maxItems, items }, options, [
    ...listValidators(maxItems),
    IsString({ ...each(true), message: 'must hold text only' }),
    Validate(IsPlainText, each(true)),
    Validate(IsNotBlank, each(true)),
    Validate(IsWithinLength, [maxLength], each(true)),
  ]);
}

/** The key of a record: a slug, unique per organization and kind. */
export function KeyField(options: Partial<FieldOptions> = {}): PropertyDecorator {
  const description =
    options.description ??
    'Key of this record: lower-case letters, digits and single hyphens; unique per kind.';
  return declareField(
    { type: 'string', pattern: KEY_PATTERN, maxLength: KEY_MAX_LENGTH },
    { ...options, description },
    [
      IsString({ message: 'must be text' }),
      MaxLength(KEY_MAX_LENGTH, { message: `must be at most ${KEY_MAX_LENGTH} characters long` }),
      Matches(new RegExp(KEY_PATTERN), {
        message: 'must be a key: lower-case letters, digits and single hyphens',
      }),
    ],
  );
}

/** The keys of other records, without repeats. */
export function KeyListField(options: FieldOptions & { maxItems?: number }): PropertyDecorator {
  const maxItems = options.maxItems ?? 200;
  const items = { type: 'string', pattern: KEY_PATTERN, maxLength: KEY_MAX_LENGTH } as const;
  return declareField({ type: 'array', maxItems, uniqueItems: true, items }, options, [
    ...listValidators(maxItems),
    UniqueList(),
    IsString({ ...each(true), message: 'must hold keys' }),
    MaxLength(KEY_MAX_LENGTH, {
      ...each(true),
      message: `keys are at most ${KEY_MAX_LENGTH} characters long`,
    }),
    Matches(new RegExp(KEY_PATTERN), {
      ...each(true),
      message: 'must hold keys: lower-case letters, digits and single hyphens',
    }),
  ]);
}

/** A calendar date in the practice's time zone, YYYY-MM-DD. */
export function DateField(options: FieldOptions): PropertyDecorator {
  return declareField(
    { type: 'string', format: 'date', pattern: CALENDAR_DATE_PATTERN },
    { example: '2026-11-22', ...options },
    [Validate(IsCalendarDate)],
  );
}

/** A moment, ISO 8601 with its offset. Only in responses. */
export function InstantField(options: FieldOptions): PropertyDecorator {
  return declareField(
    { type: 'string', format: 'date-time' },
    { example: '2026-11-22T15:04:05.000Z', ...options },
    [Validate(IsInstant)],
  );
}

export function IdField(options: Partial<FieldOptions> = {}): PropertyDecorator {
  const description = options.description ?? 'Identifier made by Duecare (UUID version 7).';
  const example = '019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f';
  return declareField({ type: 'string', format: 'uuid' }, { example, ...options, description }, [
    IsUUID(undefined, { message: 'must be a UUID' }),
  ]);
}

export function PatternField(
  options: FieldOptions & { pattern: string; message: string; maxLength: number },
): PropertyDecorator {
  const { pattern, message, maxLength } = options;
  return declareField({ type: 'string', pattern, maxLength }, options, [
    IsString({ message: 'must be text' }),
    MaxLength(maxLength, { message: `must be at most ${maxLength} characters long` }),
    Matches(new RegExp(pattern), { message }),
  ]);
}
