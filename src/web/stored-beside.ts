// Somebody else changed the record while a form was filled in: what they stored is shown beside what was typed.
import type { FieldView } from './form-view';

export interface StoredField {
  label: string;
  words: string;
}

/** @returns the fields in which the two differ, as stored */
export function storedBeside(
  typed: Readonly<Record<string, FieldView>>,
  stored: Readonly<Record<string, FieldView>>,
): StoredField[] {
  return Object.entries(stored)
    .map(([name, field]) => ({ label: field.label, words: wordsOf(field), typed: wordsOf(typed[name]) }))
    .filter(({ words, typed }) => words !== typed)
    .map(({ label, words }) => ({ label, words }));
}

function wordsOf(field: FieldView | undefined): string {
  const chosen = (field?.options ?? []).filter(({ isChosen }) => isChosen).map(({ label }) => label);
  return chosen.join(', ') || field?.value || 'nothing';
}
