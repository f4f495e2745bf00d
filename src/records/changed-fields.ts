import { isDeepStrictEqual } from 'node:util';

/** The fields of `changes` whose value differs from the stored one. undefined means untouched. */
export function changedFields(
  stored: Readonly<Record<string, unknown>>,
  changes: object,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(changes).filter(
      ([field, value]) => value !== undefined && !isSameValue(stored[field], value),
    ),
  );
}

/** Equal as JSON: class instances against plain rows, absent against null. */
export function isSameValue(stored: unknown, given: unknown): boolean {
  return isDeepStrictEqual(withoutNulls(stored ?? null), withoutNulls(given ?? null));
}

function withoutNulls(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, entry: unknown) =>
    entry === null ? undefined : entry,
  ) as unknown;
}
