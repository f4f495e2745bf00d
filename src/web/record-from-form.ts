// A form as the record that the API takes, by the declarations of its fields: numbers, ticks, lists. What cannot be read as such stays as it was typed,
// so that the same rules refuse it in the same words.
import { fieldsOf, type Constructor, type Field } from '../common/fields';
import type { FormBody } from '../common/http/form-body';
import type { Fault } from '../common/problems/domain.error';
import { rowsTyped } from './rows-typed';

/** Of each list of records that was read from a form, by its name there, the rows that were typed in: those left empty are no records. */
const typedRows = new WeakMap<FormBody, Map<string, readonly number[]>>();

/**
 * @param at what stands before the names of the record's fields in the form: `practice/`
 * @returns the fields that the form has. One left empty is null where it may be, and absent where it must not
 */
export function recordFromForm(type: Constructor, form: FormBody, at = ''): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const field of fieldsOf(type)) {
    const value = valueOf(field, form, `${at}${field.name}`);
    if (value !== undefined) record[field.name] = value;
  }
  return record;
}

function valueOf(field: Field, form: FormBody, name: string): unknown {
  const { nested, schema } = field;
  if (nested && schema.type === 'array') return entriesOf(nested(), form, name);
  if (nested) return hasAny(form, `${name}/`) ? recordFromForm(nested(), form, `${name}/`) : undefined;
  if (schema.type === 'array') return listOf(field, form, name);
  if (!form.has(name)) return undefined;
  const text = form.text(name).trim();
  if (text === '') return field.required ? undefined : null;
  return read(text, schema.type);
}

/** Boxes to tick, or one line of text for each entry. A hidden empty entry of the same name says that the list was on the page. */
function listOf({ schema, required }: Field, form: FormBody, name: string): unknown {
  if (!form.has(name)) return undefined;
  const ticked = schema.items?.enum || schema.items?.pattern === undefined;
  const entries = ticked ? form.all(name) : form.all(name).flatMap((text) => text.split(/\r?\n/));
  const list = entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
  return list.length === 0 && !required ? null : list;
}

/** Records of a list: name/0/key, name/1/key. One in which nothing was typed is none. */
function entriesOf(type: Constructor, form: FormBody, name: string): unknown {
  if (!hasAny(form, `${name}/`)) return undefined;
  const rows = rowsTyped(form, name)
    .map((index) => ({ index, record: recordFromForm(type, form, `${name}/${index}/`) }))
    .filter(({ record }) => Object.values(record).some((value) => value !== null && value !== undefined));
  const known = typedRows.get(form) ?? new Map<string, readonly number[]>();
  const indexesTyped = rows.map(({ index }) => index);
  typedRows.set(form, known.set(name, indexesTyped));
  return rows.map(({ record }) => record);
}

/** Faults of the record at the rows of the form: the second signature of the record may be the third row, when one was left empty. */
export function faultsAsTyped(form: FormBody, faults: readonly Fault[]): Fault[] {
  return faults.map((fault) => ({ ...fault, pointer: pointerAsTyped(form, fault.pointer) }));
}

function pointerAsTyped(form: FormBody, pointer: string): string {
  const rows = typedRows.get(form);
  const [, ...steps] = pointer.split('/');
  const typed = steps.reduce((name, step) => {
    const index = /^\d+$/.test(step) ? rows?.get(name)?.[Number(step)] : undefined;
    return `${name}${name === '' ? '' : '/'}${index ?? step}`;
  }, '');
  return pointer === '' ? pointer : `/${typed}`;
}

function hasAny(form: FormBody, start: string): boolean {
  return form.names.some((name) => name.startsWith(start));
}

function read(text: string, type: string | undefined): unknown {
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return text;
}
