// A record that a short form makes, once: pressed twice, or sent again from the page before, it leaves one record and no second of the same.
import { isDeepStrictEqual } from 'node:util';
import { DomainError } from '../common/problems/domain.error';
import type { Caller } from '../identity/caller';
import { withFreeKey } from './free-key';
import type { RecordKind, RecordRow } from './record-kind';
import type { RecordsService } from './records.service';

/**
 * @param wanted key, with a number behind it where another record has it
 * @returns the record that was made, or the one of such a key that says all of it already
 */
export function createOnce(
  records: RecordsService,
  { kind, organizationId, caller }: { kind: RecordKind; organizationId: string; caller: Caller },
  wanted: string,
  fields: object,
): Promise<RecordRow> {
  return withFreeKey(
    wanted,
    (key) => records.create(kind, organizationId, caller, { ...fields, key }),
    async (key) => {
      const { items } = await records.list(kind, organizationId, { key, limit: 1 });
      const [stored] = items;
      return stored && saysAll(fields, stored) ? stored : null;
    },
  );
}

/**
 * For a record that is made together with others: two that ask at once may get one key, and then one of them is refused whole.
 * @returns the key to make it by, with a number behind it where another record has it; null where one of such a key says all of it already
 */
export async function keyUnlessThere(
  records: RecordsService,
  { kind, organizationId }: { kind: RecordKind; organizationId: string },
  wanted: string,
  fields: object,
): Promise<string | null> {
  const key = async (free: string): Promise<string | null> => {
    const { items } = await records.list(kind, organizationId, { key: free, limit: 1 });
    const [stored] = items;
    if (!stored) return free;
    if (saysAll(fields, stored)) return null;
    const detail = 'is the key of another record';
    throw new DomainError('key-taken', detail, [{ pointer: '/key', code: 'key-taken', detail }]);
  };
  return withFreeKey(wanted, key);
}

/** Whether a stored record has every field that is given, and says the same in it; it may say more. */
export function saysAll(given: object, stored: object): boolean {
  const there = new Map<string, unknown>(Object.entries(stored));
  return Object.entries(given).every(
    ([name, value]) => isAbsent(value) || isDeepStrictEqual(plain(value), plain(there.get(name))),
  );
}

/** Plain lists and objects, without what is absent: a field left out and one that is null say the same. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return [...(value as unknown[])].map(plain);
  if (value === null || typeof value !== 'object') return value ?? null;
  const said = Object.entries(value).filter(([, one]) => !isAbsent(one));
  return Object.fromEntries(said.map(([name, one]) => [name, plain(one)]));
}

function isAbsent(value: unknown): boolean {
  return value === null || value === undefined;
}
