// The order of entries whose order says nothing: by their canonical JSON (RFC 8785), so that the same facts lie in the same order
// everywhere. Writing every entry down to compare it took most of gathering a practice's facts, so what mostly differs, words in
// fields, is compared as it stands; only what that cannot decide is written down.
import canonicalize from 'canonicalize';
import { fieldsOf, type Constructor } from '../common/fields';

export type Order<T> = (left: T, right: T) => number;

/** The order of words, or of other single values, in a list. */
export function valueOrder(left: unknown, right: unknown): number {
  return wordOrder(left, right) ?? inOrder(contentOf(left), contentOf(right));
}

/** The order of records of one class: by key where both have one, else and between two of one key by content. */
export function recordOrder(type: Constructor): Order<object> {
  const known = orders.get(type);
  if (known) return known;
  const names = fieldsOf(type)
    .map(({ name }) => name)
    .sort();
  const made: Order<object> = (left, right) => byKey(left, right) || byContent(names, left, right);
  orders.set(type, made);
  return made;
}

const orders = new WeakMap<Constructor, Order<object>>();

/** In a faulty dossier some may have a key and some not: then the content of one without stands for its key. */
function byKey(left: { key?: unknown }, right: { key?: unknown }): number {
  const [first, second] = [left.key, right.key];
  if (typeof first === 'string' && typeof second === 'string') return inOrder(first, second);
  if (typeof first !== 'string' && typeof second !== 'string') return 0;
  return inOrder(
    typeof first === 'string' ? first : contentOf(left),
    typeof second === 'string' ? second : contentOf(right),
  );
}

/** Field by field in the order of their names, as JSON has them: of two records the one that lacks a field is the later. */
function byContent(names: readonly string[], left: object, right: object): number {
  for (const name of names) {
    const first = (left as Record<string, unknown>)[name];
    const second = (right as Record<string, unknown>)[name];
    if (first === second) continue;
    if (first === undefined) return 1;
    if (second === undefined) return -1;
    return wordOrder(first, second) ?? inOrder(contentOf(left), contentOf(right));
  }
  return 0;
}

/** Decided by the first letter in which two words differ; null where that letter is not written in JSON as it stands. */
function wordOrder(left: unknown, right: unknown): number | null {
  if (typeof left !== 'string' || typeof right !== 'string') return null;
  if (left === right) return 0;
  let place = 0;
  while (left.charCodeAt(place) === right.charCodeAt(place)) place += 1;
  const first = letterAt(left, place);
  const second = letterAt(right, place);
  return first === null || second === null ? null : first - second;
}

const BLANK = 0x20;
const QUOTATION_MARK = 0x22;
const BACKSLASH = 0x5c;
const FIRST_SURROGATE = 0xd800;

/** As JSON has it: what ends a word is a quotation mark. Null for a letter that is or may be escaped. */
function letterAt(word: string, place: number): number | null {
  if (place === word.length) return QUOTATION_MARK;
  const letter = word.charCodeAt(place);
  if (letter === QUOTATION_MARK || letter === BACKSLASH) return null;
  return letter >= BLANK && letter < FIRST_SURROGATE ? letter : null;
}

function contentOf(entry: unknown): string {
  return canonicalize(entry) ?? '';
}

function inOrder(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
