import { ArrayMaxSize, ArrayUnique, IsArray } from 'class-validator';

/** A list of at most maxItems entries. */
export function listValidators(maxItems: number): PropertyDecorator[] {
  return [
    IsArray({ message: 'must be a list' }),
    ArrayMaxSize(maxItems, { message: `must have at most ${maxItems} entries` }),
  ];
}

export function UniqueList(): PropertyDecorator {
  return ArrayUnique({ message: 'must not repeat an entry' });
}
