// The normal form of a dossier: same facts, same bytes. The order of records, of words in a list and of fields carries no meaning,
// nor does a field that is null. Only a list that is declared as ordered stays as it is.
import { fieldsOf, plainRecordOf, type Constructor } from '../common/fields';
import { recordOrder, valueOrder } from './canonical-order';
import { Dossier } from './dossier.document';

/** The same facts with every list sorted (records by key, else by content), fields in their declared order, nothing null or vainly empty. */
export function canonicalDossier(dossier: Dossier): Dossier {
  const sorted = canonicalRecord(Dossier, dossier) as unknown as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(sorted).filter(([name, value]) => !isEmptyOptional(name, value)),
  ) as unknown as Dossier;
}

/** One record in its normal form: the declared fields only, in order of declaration. */
function canonicalRecord<T extends object>(type: Constructor<T>, record: T): T {
  const source = record as Record<string, unknown>;
  const canonical: Record<string, unknown> = {};
  for (const { name, nested, ordered } of fieldsOf(type)) {
    const held = Object.hasOwn(source, name) ? source[name] : undefined;
    if (held === undefined || held === null) continue;
    canonical[name] = ordered ? plainValue(held, nested?.()) : canonicalValue(held, nested?.());
  }
  return canonical as T;
}

function canonicalValue(held: unknown, nested: Constructor | undefined): unknown {
  if (!Array.isArray(held)) {
    if (nested) return canonicalRecord(nested, held as object);
    return Object.is(held, -0) ? 0 : held;
  }
  const list = held as object[];
  return nested
    ? list.map((entry) => canonicalRecord(nested, entry)).sort(recordOrder(nested))
    : [...list].sort(valueOrder);
}

/** What is declared as ordered stays so, and whatever lies in it. */
function plainValue(held: unknown, nested: Constructor | undefined): unknown {
  if (!nested) return held;
  return Array.isArray(held)
    ? held.map((entry: object) => plainRecordOf(nested, entry))
    : plainRecordOf(nested, held as object);
}

/** Only at the top: no agreements is the same fact as an empty list of them. Inside a record an empty list may say "none". */
function isEmptyOptional(name: string, value: unknown): boolean {
  if (!Array.isArray(value) || value.length > 0) return false;
  return fieldsOf(Dossier).some((field) => field.name === name && !field.required);
}
