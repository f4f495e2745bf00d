// A record was changed while somebody filled in its form: what was typed stays in the form, and what is stored now stands beside it.
import type { FieldView, Values } from './form-view';

export interface StoredField {
  label: string;
  /** in the words of the form; "nothing" where it is empty */
  stored: string;
}

/** The fields whose stored value is another than the one typed. */
export function storedBeside(fields: readonly FieldView[], typed: Values, stored: Values): StoredField[] {
  return fields
    .filter(({ name }) => sorted(typed(name)) !== sorted(stored(name)))
    .map(({ name, label, options }) => ({ label, stored: inWords(stored(name), options) }));
}

function sorted(values: readonly string[]): string {
  return JSON.stringify(values.flatMap((value) => value.split(/\r?\n/)).sort());
}

function inWords(values: readonly string[], options: FieldView['options']): string {
  const words = values.map((value) => options.find((option) => option.value === value)?.label ?? value);
  return words.length > 0 ? words.join(', ') : 'nothing';
}
