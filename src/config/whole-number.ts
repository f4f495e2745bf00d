// A setting that is a whole number in a range: one declaration, one sentence when it is not.
import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

export function WholeNumberFrom(smallest: number, largest: number): PropertyDecorator {
  return (target, name) => {
    const message = `${String(name)} must be a whole number from ${smallest} to ${largest}`;
    applyDecorators(
      Transform(({ value }) =>
        typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : (value as unknown),
      ),
      IsInt({ message }),
      Min(smallest, { message }),
      Max(largest, { message }),
    )(target, name);
  };
}
