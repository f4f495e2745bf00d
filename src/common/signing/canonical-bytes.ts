// The one text of a document (RFC 8785): what is digested, signed and kept. Anything that two writers could put down in two ways,
// or that JSON would silently drop or change, is refused here rather than sealed.
import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { pointerTo } from '../faults';

/** Deeper than any assessment; also what stops a value that contains itself. */
const MAX_DEPTH = 64;

/** A value that has no single JSON form: a programming mistake, since documents are made of text, numbers, booleans and null. */
export class NotCanonicalError extends Error {
  readonly code = 'not-canonical';
}

/**
 * The canonical JSON text of a document; its UTF-8 bytes are what the digest is over.
 * @throws NotCanonicalError for numbers past 2^53 - 1, minus zero, undefined, lone surrogates, holes in lists and
 *   anything but plain records and lists; the message names the place
 */
export function canonicalBytes(document: unknown): string {
  refuseAmbiguity(document, '', 0);
  return canonicalize(document) ?? '';
}

/** SHA-256 of a canonical text, in lower-case hex. */
export function digestOf(canonicalText: string): string {
  return createHash('sha256').update(canonicalText, 'utf8').digest('hex');
}

function refuseAmbiguity(value: unknown, pointer: string, depth: number): void {
  if (depth > MAX_DEPTH) throw notCanonical(pointer, `is nested deeper than ${MAX_DEPTH} levels`);
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') return refuseBrokenText(value, pointer);
  if (typeof value === 'number') return refuseInexactNumber(value, pointer);
  if (Array.isArray(value)) {
    // by index, not by iterating: a hole is then met as undefined
    for (let index = 0; index < value.length; index += 1) {
      refuseAmbiguity(value[index], pointerTo(pointer, index), depth + 1);
    }
    return;
  }
  if (typeof value !== 'object' || !isPlain(value)) throw notCanonical(pointer, `is ${kindOf(value)}`);
  for (const [name, held] of Object.entries(value)) {
    refuseBrokenText(name, pointer);
    refuseAmbiguity(held, pointerTo(pointer, name), depth + 1);
  }
}

function refuseBrokenText(text: string, pointer: string): void {
  if (/\p{Surrogate}/u.test(text)) throw notCanonical(pointer, 'has half of a surrogate pair');
}

/** A fraction has one form, the shortest that reads back as it (RFC 8785, section 3.2.2.3). Past 2^53 two numbers may share one. */
function refuseInexactNumber(value: number, pointer: string): void {
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER) || Object.is(value, -0))
    throw notCanonical(pointer, 'is not a number that every reader reads alike');
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  const isBare = prototype === null || prototype === Object.prototype || isForeignObjectPrototype(prototype);
  return isBare && Object.getOwnPropertySymbols(value).length === 0 && !Object.hasOwn(value, 'toJSON');
}

/** A plain record made in another realm (a worker's, a test runner's) has another Object.prototype. */
function isForeignObjectPrototype(prototype: unknown): boolean {
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, 'hasOwnProperty');
}

function kindOf(value: unknown): string {
  return typeof value === 'object' ? 'not a plain record' : `of type ${typeof value}`;
}

function notCanonical(pointer: string, what: string): NotCanonicalError {
  return new NotCanonicalError(`The value at "${pointer}" ${what}, so the document has no canonical form.`);
}
