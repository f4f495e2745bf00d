import type { Type } from '@nestjs/common';
import { PartialType } from '@nestjs/swagger';
import { fieldsOf, rememberField } from './field';

/** The fields of a record for an update: each may be absent; null is for those that may be cleared. */
export function PartialFields<T extends object>(fields: Type<T>): Type<Partial<T>> {
  const Partial = PartialType(fields, { skipNullProperties: false });
  for (const field of fieldsOf(fields)) {
    rememberField(Partial.prototype as object, { ...field, required: false });
  }
  return Partial;
}
