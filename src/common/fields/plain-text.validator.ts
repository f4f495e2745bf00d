// What a text may hold: line breaks and tabs yes; other control characters, halves of surrogate pairs and the marks that turn
// reading direction no. They cannot be stored (NUL), signed (lone surrogates) or read as they look (direction marks).
import {
  ValidatorConstraint,
  type ValidationArguments,
  type ValidatorConstraintInterface,
} from 'class-validator';

const REFUSED =
  '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff';

/** As JSON Schema states it (regular expressions with the u flag): nothing refused, and something else than blanks. */
export const PLAIN_TEXT_PATTERN = `^[^${REFUSED}]*[^\\s${REFUSED}][^${REFUSED}]*$`;

const HAS_REFUSED = new RegExp(`[${REFUSED}]`, 'u');

export function isPlainText(value: unknown): value is string {
  return typeof value === 'string' && !HAS_REFUSED.test(value);
}

@ValidatorConstraint({ name: 'isPlainText' })
export class IsPlainText implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return isPlainText(value);
  }

  defaultMessage(): string {
    return 'must be plain text; take out control characters and broken or direction-turning characters';
  }
}

@ValidatorConstraint({ name: 'isNotBlank' })
export class IsNotBlank implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return typeof value === 'string' && /\S/.test(value);
  }

  defaultMessage(): string {
    return 'must not be blank; write something or leave the field out';
  }
}

/** At most so many characters, counted as code points: as JSON Schema counts, and as a person would count an emoji. */
@ValidatorConstraint({ name: 'isWithinLength' })
export class IsWithinLength implements ValidatorConstraintInterface {
  validate(value: unknown, { constraints }: ValidationArguments): boolean {
    const [maxLength] = constraints as [number];
    return (
      typeof value === 'string' && (value.length <= maxLength || codePointsIn(value, maxLength) <= maxLength)
    );
  }

  defaultMessage({ constraints }: ValidationArguments): string {
    return `must be at most ${String(constraints[0])} characters long`;
  }
}

function codePointsIn(text: string, enough: number): number {
  if (text.length > enough * 2) return text.length;
  return [...text].length;
}
