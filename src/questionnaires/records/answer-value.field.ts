// The value of an answer: text, a whole number (only those can be sealed) or a list of options. Which of them fits, the question says (answer-faults.ts).
import { Validate, ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';
import { declareField, type FieldOptions } from '../../common/fields/field';
import { isPlainText, PLAIN_TEXT_PATTERN } from '../../common/fields/plain-text.validator';

export type AnswerValue = string | number | string[];

export const LONGEST_TEXT = 4000;
const LARGEST_NUMBER = 1_000_000_000;
const MOST_OPTIONS = 60;
const LONGEST_OPTION = 100;

@ValidatorConstraint({ name: 'isAnswerValue' })
class IsAnswerValue implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) <= LARGEST_NUMBER;
    if (Array.isArray(value)) {
      return value.length <= MOST_OPTIONS && value.every((entry) => isText(entry, LONGEST_OPTION));
    }
    return isText(value, LONGEST_TEXT);
  }

  defaultMessage(): string {
    return `must be text of at most ${LONGEST_TEXT} characters, a whole number, or a list of options; "unknown" always fits`;
  }
}

function isText(value: unknown, maxLength: number): boolean {
  return isPlainText(value) && /\S/.test(value) && [...value].length <= maxLength;
}

export function AnswerValueField(options: FieldOptions): PropertyDecorator {
  const text = {
    type: 'string',
    minLength: 1,
    maxLength: LONGEST_TEXT,
    pattern: PLAIN_TEXT_PATTERN,
  } as const;
  const option = { ...text, maxLength: LONGEST_OPTION };
  const anyOf = [
    text,
    { type: 'integer', minimum: -LARGEST_NUMBER, maximum: LARGEST_NUMBER },
    { type: 'array', maxItems: MOST_OPTIONS, items: option },
  ] as const;
  return declareField({ anyOf }, options, [Validate(IsAnswerValue)]);
}
