// The words of a named person, as each of the forms asks for one; and who is offered.
import { PersonFields } from '../adjustments/adjustment.fields';
import type { NamedPerson } from '../assessments/assessment.document';
import type { FieldWords, Values } from '../web/form-view';
import type { FormPart } from '../web/parted-form';

export function whoWords(name: string, role = 'In what role?'): Record<'name' | 'role', FieldWords> {
  return { name: { label: name }, role: { label: role } };
}

/** @param at field that holds the person: `owner` */
export function whoPart(title: string, at: string, name: string): FormPart {
  return { title, within: [{ at: `${at}/`, type: PersonFields, words: whoWords(name) }] };
}

/** @param typed by name of the field; empty ones are offered as nothing */
export function offering(typed: Readonly<Record<string, string | undefined>>): Values {
  return (name) => (typed[name] ? [typed[name]] : []);
}

export function offeredPerson(at: string, { name, role }: NamedPerson): Record<string, string> {
  return { [`${at}/name`]: name, [`${at}/role`]: role };
}

/** A value of the address: never a list, never long. */
export function asked(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= 200 ? value : undefined;
}
