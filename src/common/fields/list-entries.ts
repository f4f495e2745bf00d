// Which entries of a list of words, keys or texts are wrong: class-validator only says that some are.
import type { Field, FieldSchema } from './field';
import { isPlainText } from './plain-text.validator';

export const COUNTRY_PATTERN = '^[A-Z]{2}$';
export const COUNTRY_MESSAGE = 'must be a two-letter country code such as US';

export interface WrongEntry {
  index: number;
  detail: string;
}

/** The entries that break the schema of the list's entries; none when the list as a whole is at fault (too long, repeats). */
export function wrongEntriesIn(value: unknown, field?: Field): WrongEntry[] {
  const items = field?.schema.items;
  if (!items || !Array.isArray(value) || value.length > (field.schema.maxItems ?? Infinity)) return [];
  return value.flatMap((entry: unknown, index) => {
    const detail = wrongIn(entry, items);
    return detail ? [{ index, detail }] : [];
  });
}

function wrongIn(entry: unknown, { enum: choices, pattern, maxLength }: FieldSchema): string | undefined {
  if (choices) {
    return choices.includes(entry as string) ? undefined : `must be one of: ${choices.join(', ')}`;
  }
  if (typeof entry !== 'string') return 'must be text';
  if (pattern === COUNTRY_PATTERN && !new RegExp(pattern, 'u').test(entry)) return COUNTRY_MESSAGE;
  if (maxLength !== undefined && [...entry].length > maxLength)
    return `must be at most ${maxLength} characters long`;
  if (pattern === undefined || new RegExp(pattern, 'u').test(entry)) return undefined;
  return isPlainText(entry) && entry.trim() !== ''
    ? 'must be a key: lower-case letters, digits and single hyphens'
    : 'must be plain text that is not blank';
}
