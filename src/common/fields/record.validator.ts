import { ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';

/** A record of named fields. class-validator's own nested check lets lists and, inside lists, null pass in its place. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

@ValidatorConstraint({ name: 'isRecord' })
export class IsRecord implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return isRecord(value);
  }

  defaultMessage(): string {
    return 'must be a record of named fields';
  }
}
