// Where in a record there is text that looks like a client's: a walk along the declared fields.
import { pointerTo } from '../faults';
import { fieldsOf, type Constructor, type Field } from '../fields/field';
import { identifiersIn, type IdentifierKind } from './identifiers-in-text';

export interface IdentifierFinding {
  /** JSON pointer (RFC 6901) to the text */
  pointer: string;
  kinds: IdentifierKind[];
}

/** Findings in the screened fields of a record without faults. The text itself goes nowhere. */
export function identifierFindings(type: Constructor, record: object, at = ''): IdentifierFinding[] {
  const held = record as Record<string, unknown>;
  return fieldsOf(type).flatMap((field) =>
    Object.hasOwn(held, field.name) ? findingsIn(field, held[field.name], pointerTo(at, field.name)) : [],
  );
}

function findingsIn(field: Field, value: unknown, pointer: string): IdentifierFinding[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) {
    return value.flatMap((entry: unknown, index) => findingsIn(field, entry, pointerTo(pointer, index)));
  }
  const nested = field.nested?.();
  if (nested) return typeof value === 'object' ? identifierFindings(nested, value, pointer) : [];
  if (!field.screened || typeof value !== 'string') return [];
  const kinds = identifiersIn(value);
  return kinds.length > 0 ? [{ pointer, kinds }] : [];
}
