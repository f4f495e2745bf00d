import {
  ArrayMaxSize,
  IsArray,
  Validate,
  ValidatorConstraint,
  type ValidatorConstraintInterface,
} from 'class-validator';

/** A list of at most maxItems entries. */
export function listValidators(maxItems: number): PropertyDecorator[] {
  return [
    IsArray({ message: 'must be a list' }),
    ArrayMaxSize(maxItems, { message: `must have at most ${maxItems} entries` }),
  ];
}

/** No entry twice. Linear: class-validator's ArrayUnique compares each with each, which a long list turns into minutes. */
@ValidatorConstraint({ name: 'hasNoRepeats' })
class HasNoRepeats implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return Array.isArray(value) && new Set(value).size === value.length;
  }

  defaultMessage(): string {
    return 'must not repeat an entry';
  }
}

export function UniqueList(): PropertyDecorator {
  return Validate(HasNoRepeats);
}
