// A key for a record that nobody is asked to name: the one made of its words, with a number behind it where that is taken.
import { KEY_MAX_LENGTH } from '../common/fields';
import { DomainError } from '../common/problems/domain.error';

/** So many records of the same words are an accident. */
const MOST_TRIES = 50;

/**
 * @param create throws DomainError key-taken for a key that another record has
 * @param sentBefore looks whether the record that has the key is what is to be made: a form that was sent twice makes one
 * @throws DomainError whatever else `create` throws, and key-taken when every try was taken
 */
export async function withFreeKey<T>(
  wanted: string,
  create: (key: string) => Promise<T>,
  sentBefore: (key: string) => Promise<T | null> = () => Promise.resolve(null),
): Promise<T> {
  for (let number = 1; ; number += 1) {
    const key = numbered(wanted, number);
    try {
      return await create(key);
    } catch (error) {
      if (number >= MOST_TRIES || !isKeyTaken(error)) throw error;
    }
    const there = await sentBefore(key);
    if (there !== null) return there;
  }
}

/** The key, with a number behind it where one of the records has it: for several that are made together. */
export function freeKeyAmong(wanted: string, records: readonly { key: string }[]): string {
  const taken = new Set(records.map(({ key }) => key));
  for (let number = 1; ; number += 1) {
    const key = numbered(wanted, number);
    if (!taken.has(key)) return key;
  }
}

function numbered(key: string, number: number): string {
  if (number === 1) return key;
  const end = `-${number}`;
  return `${key.slice(0, KEY_MAX_LENGTH - end.length).replace(/-+$/, '')}${end}`;
}

function isKeyTaken(error: unknown): boolean {
  return error instanceof DomainError && error.faults.some(({ code }) => code === 'key-taken');
}
