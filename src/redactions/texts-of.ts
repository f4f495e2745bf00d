// The texts of a dossier and of an assessment, each at its pointer, to be put down anew.
import { pointerTo } from '../common/faults';
import { fieldsOf, type Constructor, type FieldSchema } from '../common/fields';

/** @returns the text to stand there from now on */
export type ChangeText = (text: string, pointer: string) => string;

/** A record with its free texts changed, along its declared fields; the others are as they were. */
export function withTextsOfRecord<T extends object>(
  type: Constructor,
  record: T,
  change: ChangeText,
  at = '',
): T {
  const changed = { ...record } as Record<string, unknown>;
  for (const { name, nested, freeText, schema } of fieldsOf(type)) {
    if (!(name in changed)) continue;
    changed[name] = withTexts(changed[name], pointerTo(at, name), (value, pointer) => {
      if (nested) return withTextsOfRecord(nested(), value as object, change, pointer);
      return freeText && typeof value === 'string' ? fitted(change(value, pointer), value, schema) : value;
    });
  }
  return changed as T;
}

function withTexts(
  value: unknown,
  pointer: string,
  ofOne: (value: unknown, pointer: string) => unknown,
): unknown {
  if (value === null || value === undefined) return value;
  if (!Array.isArray(value)) return ofOne(value, pointer);
  return value.map((entry: unknown, index) => withTexts(entry, pointerTo(pointer, index), ofOne));
}

/** The mark may be longer than what it replaces: a text that no longer fits its field gives way to the mark alone. */
function fitted(changed: string, before: string, schema: FieldSchema): string {
  const { maxLength = Infinity } = schema.items ?? schema;
  return changed === before || [...changed].length <= maxLength
    ? changed
    : (changed.match(MARK)?.[0] ?? changed);
}

const MARK = /\[redacted\]/;

/** What the product itself says of a document, and what it identifies it by. */
const OWN_WORDS: ReadonlySet<string> = new Set([
  'format',
  'formatVersion',
  'assessmentId',
  'organizationId',
  'scope',
  'notice',
  'status',
  'asOf',
  'lawAsOf',
  'createdAt',
  'engine',
  'catalogs',
  'matrices',
  'redactions',
  'holdsUntil',
  'sources',
]);

/** The document of an assessment with its texts changed, those worked out from what was typed among them. */
export function withTextsOfDocument<T extends object>(document: T, change: ChangeText): T {
  return Object.fromEntries(
    Object.entries(document).map(([name, value]) => [
      name,
      OWN_WORDS.has(name) ? (value as unknown) : withTextsWithin(value, pointerTo('', name), change),
    ]),
  ) as T;
}

function withTextsWithin(value: unknown, pointer: string, change: ChangeText): unknown {
  if (typeof value === 'string') return change(value, pointer);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return value.map((entry: unknown, index) => withTextsWithin(entry, pointerTo(pointer, index), change));
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [
      name,
      withTextsWithin(held, pointerTo(pointer, name), change),
    ]),
  );
}

/** Every string of a record or document but for the product's own words, by pointer. */
export function stringsIn(value: unknown, at = ''): [pointer: string, text: string][] {
  if (typeof value === 'string') return [[at, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, held]) =>
    at === '' && OWN_WORDS.has(name) ? [] : stringsIn(held, pointerTo(at, name)),
  );
}
