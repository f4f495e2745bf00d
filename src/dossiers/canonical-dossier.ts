// The normal form of a dossier: same facts, same bytes. The order of records, of words in a list and of fields carries no meaning,
// nor does a field that is null. Only a list that is declared as ordered stays as it is.
import canonicalize from 'canonicalize';
import { fieldsOf, plainRecordOf, type Constructor } from '../common/fields';
import { Dossier } from './dossier.document';

/** The same facts with every list sorted (records by key, else by content), fields in their declared order, nothing null or vainly empty. */
export function canonicalDossier(dossier: Dossier): Dossier {
  const sorted = sortedRecord(Dossier, plainRecordOf(Dossier, dossier));
  return Object.fromEntries(
    Object.entries(sorted).filter(([name, value]) => !isEmptyOptional(name, value)),
  ) as unknown as Dossier;
}

function sortedRecord(type: Constructor, record: object): Record<string, unknown> {
  const fields = new Map(fieldsOf(type).map((field) => [field.name, field]));
  return Object.fromEntries(
    Object.entries(record).map(([name, value]: [string, unknown]) => {
      const field = fields.get(name);
      return [name, field?.ordered ? value : sortedValue(value, field?.nested?.())];
    }),
  );
}

function sortedValue(value: unknown, nested: Constructor | undefined): unknown {
  if (Array.isArray(value)) {
    const entries = nested ? value.map((entry: object) => sortedRecord(nested, entry)) : (value as unknown[]);
    return entries
      .map((entry) => ({ entry, place: placeOf(entry) }))
      .sort(
        (left, right) =>
          inOrder(left.place, right.place) || inOrder(contentOf(left.entry), contentOf(right.entry)),
      )
      .map(({ entry }) => entry);
  }
  return nested ? sortedRecord(nested, value as object) : value;
}

/** A record with a key is placed by it; its content, dear to write down, decides only between two of one key, as in a faulty dossier. */
function placeOf(entry: unknown): string {
  const { key } = entry as { key?: unknown };
  return typeof key === 'string' ? key : contentOf(entry);
}

function contentOf(entry: unknown): string {
  return canonicalize(entry) ?? '';
}

function inOrder(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Only at the top: no agreements is the same fact as an empty list of them. Inside a record an empty list may say "none". */
function isEmptyOptional(name: string, value: unknown): boolean {
  if (!Array.isArray(value) || value.length > 0) return false;
  return fieldsOf(Dossier).some((field) => field.name === name && !field.required);
}
