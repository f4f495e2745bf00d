// What a field must be, as far as a script can judge it while somebody types (views/assets/judging.js). It stands in attributes of our own: those of HTML would
// have the browser stop a form with bubbles of its own, and cut off what is pasted without a word. The server judges every form all the same.
import { escaped } from '../common/markup/own-markup';
import type { Field } from '../common/fields';

export interface FieldLimits {
  required: boolean;
  /** characters, counted as code points */
  longest: number | null;
  least: number | null;
  most: number | null;
  /** what the text has to be */
  is: 'whole-number' | 'number' | 'date' | 'email' | null;
}

const KINDS: Readonly<Record<string, FieldLimits['is']>> = { integer: 'whole-number', number: 'number' };

/** @param shownAs kind of the field on the page. @returns null for what is chosen and not typed, and for lists */
export function limitsOf(
  { type, format, maxLength, minimum, maximum }: Field['schema'],
  required: boolean,
  shownAs: string,
): FieldLimits {
  const isList = type === 'array';
  const dateOrMail = format === 'date' ? 'date' : shownAs === 'email' ? 'email' : null;
  return {
    required,
    longest: isList ? null : (maxLength ?? null),
    least: minimum ?? null,
    most: maximum ?? null,
    is: KINDS[type ?? ''] ?? dateOrMail,
  };
}

/** As attributes of an element. */
export function limitAttributes({ required, longest, least, most, is }: FieldLimits): string {
  const given = { longest, least, most, is };
  const data = Object.entries(given).flatMap(([name, value]) =>
    value === null ? [] : [` data-${name}="${escaped(String(value))}"`],
  );
  return `${required ? ' aria-required="true"' : ''} data-judged${data.join('')}`;
}
