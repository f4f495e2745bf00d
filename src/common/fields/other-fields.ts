// Fields that are not text: choices, numbers, yes or no, nested records.
import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsString,
  Max,
  Min,
  Validate,
  ValidateNested,
} from 'class-validator';
import { IsTimeZone, TIME_ZONE_PATTERN } from './calendar-date.validator';
import { declareField, type Constructor, type FieldOptions } from './field';
import { listValidators, UniqueList } from './list-validators';
import { IsRecord } from './record.validator';

/** One of a fixed set of words. */
export function ChoiceField(choices: readonly string[], options: FieldOptions): PropertyDecorator {
  return declareField({ type: 'string', enum: choices }, { example: choices[0], ...options }, [
    IsIn(choices, { message: `must be one of: ${choices.join(', ')}` }),
  ]);
}

/** Some of a fixed set of words, without repeats. */
export function ChoicesField(
  choices: readonly string[],
  options: FieldOptions & { minItems?: number },
): PropertyDecorator {
  const items = { type: 'string', enum: choices } as const;
  const minItems = options.minItems ?? 0;
  const schema = { type: 'array', uniqueItems: true, maxItems: choices.length, items } as const;
  return declareField(
    minItems > 0 ? { ...schema, minItems } : schema,
    { example: [choices[0]], ...options },
    [
      ...listValidators(choices.length),
      ...(minItems > 0 ? [AtLeast(minItems)] : []),
      UniqueList(),
      IsIn(choices, { each: true, message: `must hold only: ${choices.join(', ')}` }),
    ],
  );
}

export function BooleanField(options: FieldOptions): PropertyDecorator {
  return declareField({ type: 'boolean' }, options, [IsBoolean({ message: 'must be true or false' })]);
}

export function IntegerField(
  options: FieldOptions & { minimum: number; maximum: number },
): PropertyDecorator {
  const { minimum, maximum } = options;
  const message =
    minimum === maximum ? `must be ${minimum}` : `must be a whole number from ${minimum} to ${maximum}`;
  return declareField({ type: 'integer', minimum, maximum }, options, [
    IsInt({ message }),
    Min(minimum, { message }),
    Max(maximum, { message }),
  ]);
}

/** A number that may have a fraction, such as an availability of 99.9 percent; the unit stands in a field of its own or in the name. */
export function NumberField(options: FieldOptions & { minimum: number; maximum: number }): PropertyDecorator {
  const { minimum, maximum } = options;
  const message = `must be a number from ${minimum} to ${maximum}`;
  return declareField({ type: 'number', minimum, maximum }, options, [
    IsNumber({}, { message }),
    Min(minimum, { message }),
    Max(maximum, { message }),
  ]);
}

export function TimeZoneField(options: FieldOptions): PropertyDecorator {
  const schema = { type: 'string', maxLength: 64, pattern: TIME_ZONE_PATTERN } as const;
  return declareField(schema, { example: 'America/Chicago', ...options }, [
    IsString({ message: 'must be text' }),
    Validate(IsTimeZone),
  ]);
}

export function RecordField<T extends object>(
  type: () => Constructor<T>,
  options: FieldOptions,
): PropertyDecorator {
  return declareField(
    { type: 'object' },
    options,
    [Validate(IsRecord), ValidateNested({ message: 'must be a record of named fields' }), Type(type)],
    type,
  );
}

export function RecordListField<T extends object>(
  type: () => Constructor<T>,
  options: FieldOptions & { minItems?: number; maxItems: number },
): PropertyDecorator {
  const { minItems = 0, maxItems } = options;
  return declareField(
    { type: 'array', maxItems, ...(minItems > 0 ? { minItems } : {}) },
    options,
    [
      ...listValidators(maxItems),
      ...(minItems > 0 ? [AtLeast(minItems)] : []),
      Validate(IsRecord, { each: true, message: 'must hold records of named fields' }),
      ValidateNested({ each: true, message: 'must hold records of named fields' }),
      Type(type),
    ],
    type,
  );
}

function AtLeast(minItems: number): PropertyDecorator {
  return ArrayMinSize(minItems, {
    message: `must have at least ${minItems} ${minItems === 1 ? 'entry' : 'entries'}`,
  });
}
