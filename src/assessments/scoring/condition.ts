// Conditions on situations, as catalogs write them: the name of a situation, or all, any or not of conditions. Each is made into a
// function once; asking it looks at a row of flags and nothing else.
import { SITUATION_NAMES, type SituationName } from './situation-names';

export type Condition =
  | SituationName
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** For each of SITUATION_NAMES, in that order: 1 where it holds, else 0. */
export type Held = Uint8Array;

export type Test = (held: Held) => boolean;

const BY_NAME = new Map<SituationName, Test>(
  SITUATION_NAMES.map((name, place) => [name, (held: Held) => held[place] === 1]),
);
const compiled = new WeakMap<object, Test>();

/** The condition as a function; the same condition object always gives the same function. */
export function testOf(condition: Condition): Test {
  if (typeof condition === 'string') return BY_NAME.get(condition) as Test;
  const known = compiled.get(condition);
  if (known) return known;
  const made = madeFrom(condition);
  compiled.set(condition, made);
  return made;
}

function madeFrom(condition: Exclude<Condition, SituationName>): Test {
  if ('not' in condition) {
    const denied = testOf(condition.not);
    return (held) => !denied(held);
  }
  if ('all' in condition) {
    const tests = condition.all.map(testOf);
    return (held) => {
      for (const test of tests) if (!test(held)) return false;
      return true;
    };
  }
  const tests = condition.any.map(testOf);
  return (held) => {
    for (const test of tests) if (test(held)) return true;
    return false;
  };
}

/** True when nothing in the condition is negated: then more of what is asked for never makes it false. */
export function isMonotone(condition: Condition): boolean {
  if (typeof condition === 'string') return true;
  if ('not' in condition) return false;
  return ('all' in condition ? condition.all : condition.any).every(isMonotone);
}

/** The situations that a condition names, each once. */
export function situationsNamedIn(condition: Condition): SituationName[] {
  if (typeof condition === 'string') return [condition];
  const parts = 'not' in condition ? [condition.not] : 'all' in condition ? condition.all : condition.any;
  return [...new Set(parts.flatMap(situationsNamedIn))];
}

/** The condition in words, for the workings: "records sessions and (uses AI or bills)". */
export function inWords(condition: Condition): string {
  if (typeof condition === 'string') return condition.replaceAll('_', ' ');
  if ('not' in condition) return `not ${bracketed(condition.not)}`;
  const [parts, word] = 'all' in condition ? [condition.all, ' and '] : [condition.any, ' or '];
  return parts.map(bracketed).join(word);
}

function bracketed(condition: Condition): string {
  return typeof condition === 'string' ? inWords(condition) : `(${inWords(condition)})`;
}

/** A row in which one situation holds or does not, and no other does. */
export function rowOf(name: SituationName, isHeld: boolean): Held {
  const held = new Uint8Array(SITUATION_NAMES.length);
  if (isHeld) held[SITUATION_NAMES.indexOf(name)] = 1;
  return held;
}

/** True where either row has a 1: what holds for any of several services. */
export function anyHeld(rows: readonly Held[]): Held {
  const held = new Uint8Array(SITUATION_NAMES.length);
  for (const row of rows) row.forEach((flag, place) => (held[place] = (held[place] as number) | flag));
  return held;
}
