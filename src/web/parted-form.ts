// A long form in parts: fields of the record itself, of a record within it, and rows for the entries of its lists, always one empty row more. A list
// may be empty in two ways: nobody has looked yet (absent), or somebody looked and there is nothing in it. The second is ticked.
import type { Constructor } from '../common/fields';
import type { FormBody } from '../common/http/form-body';
import { DomainError } from '../common/problems/domain.error';
import type { ShownFaults } from './form-faults';
import { fieldViews, labelsOf, storedIn, type FieldView, type FieldWords, type Values } from './form-view';
import type { FormRow, FormSection, StoredRecord } from './record-form';
import { recordFromForm } from './record-from-form';
import { MOST_ROWS, rowsTyped } from './rows-typed';

export type Words = Readonly<Record<string, FieldWords>>;

/** What a person chooses by its name and the record names by its key. */
export interface Choosable {
  key: string;
  name: string;
}

export interface FormPart {
  title: string;
  help?: string;
  /** rarely needed: closed until something stands in it */
  isFolded?: boolean;
  /** fields of the record itself */
  words?: Words;
  /** records within the record, by their place: `review/`. One in which nothing stands is not on record */
  within?: readonly { at: string; type: Constructor; words: Words }[];
  /** entries of a list; `one` is what one is called */
  rows?: { list: string; type: Constructor; words: Words; one: string };
  /** by list: what is ticked where it is known that nothing belongs in it */
  none?: Readonly<Record<string, string>>;
}

export interface PartedForm {
  type: Constructor;
  parts: readonly FormPart[];
  /** by name of the field, wherever it stands */
  choices?: Readonly<Record<string, readonly Choosable[]>>;
}

const NONE = '-none';

export function sectionsOf(
  { type, parts, choices = {} }: PartedForm,
  values: Values,
  faults: ShownFaults,
): FormSection[] {
  const views = (of: Constructor, words: Words, at = ''): FieldView[] =>
    Object.values(fieldViews(of, words, values, faults, at)).flatMap((view) =>
      chosenByName(view, choices, values),
    );
  return parts.map(({ title, help = '', isFolded = false, words = {}, within = [], rows, none = {} }) => ({
    ...{ title, help, isFolded },
    fields: [
      ...views(type, words).flatMap((view) => [view, ...noneOf(view.name, none, values, faults)]),
      ...within.flatMap((part) => views(part.type, part.words, part.at).map(neededIfAny)),
      ...(rows ? noneOf(rows.list, none, values, faults) : []),
    ],
    rows: rows ? rowViews(rows, values, (at) => views(rows.type, rows.words, at)) : [],
  }));
}

/** Of the record's own fields; rows and records within say themselves what they are called. */
export function labelsOfParts(parts: readonly FormPart[]): Record<string, string> {
  return Object.assign({}, ...parts.map(({ words = {} }) => labelsOf(words))) as Record<string, string>;
}

/**
 * What the names of the form do not say by themselves: what is empty as a whole, and which empty lists are known to be.
 * @throws DomainError request-invalid where a list is said to be empty and has entries
 */
export function besideOf({ type, parts }: PartedForm, form: FormBody): Record<string, unknown> {
  const read = recordFromForm(type, form);
  const within = parts.flatMap((part) => part.within ?? []).map(({ at }) => at.split('/')[0] as string);
  const lists = parts.flatMap(({ rows, none = {} }) => [...(rows ? [rows.list] : []), ...Object.keys(none)]);
  return Object.fromEntries([
    ...within.map((name) => [name, isEmpty(read[name]) ? null : read[name]]),
    ...lists.map((name) => [name, listOrNone(name, read[name], form)]),
  ]) as Record<string, unknown>;
}

export function storedRecord(record: { version: number }): StoredRecord {
  const stored = storedIn(record);
  const values: Values = (name) => {
    if (!name.endsWith(NONE)) return stored(name);
    const list = (record as unknown as Record<string, unknown>)[name.slice(0, -NONE.length)];
    return Array.isArray(list) && list.length === 0 ? ['yes'] : [];
  };
  return { version: record.version, values };
}

/** The entries that were typed, beside the place of their rows: for what the form does not ask of an entry, such as its key. */
export function entriesTyped(
  type: Constructor,
  list: string,
  form: FormBody,
): { row: number; entry: object }[] {
  return rowsTyped(form, list).flatMap((row) => {
    const entry = recordFromForm(type, form, `${list}/${row}/`);
    return isEmpty(entry) ? [] : [{ row, entry }];
  });
}

function rowViews(
  { list, words, one }: NonNullable<FormPart['rows']>,
  values: Values,
  views: (at: string) => FieldView[],
): FormRow[] {
  const names = Object.keys(words);
  const stands = (row: number): boolean => names.some((name) => values(`${list}/${row}/${name}`).length > 0);
  let last = MOST_ROWS - 1;
  while (last >= 0 && !stands(last)) last -= 1;
  return Array.from({ length: last + 2 }, (_none, row) => {
    const fields = views(`${list}/${row}/`);
    return { title: `${one} ${row + 1}`, fields: row > last ? fields.map(neededIfAny) : fields };
  });
}

/** A field that only counts once something else of its part is said: no script may ask for it before; the server tells. */
function neededIfAny(view: FieldView): FieldView {
  return { ...view, ...(view.limits ? { limits: { ...view.limits, required: false } } : {}) };
}

function noneOf(
  list: string,
  none: Readonly<Record<string, string>>,
  values: Values,
  { of }: ShownFaults,
): FieldView[] {
  const words = none[list];
  if (!words) return [];
  const name = `${list}${NONE}`;
  const option = { value: 'yes', label: words, help: '', isChosen: values(name).includes('yes') };
  return [
    {
      ...{
        name,
        label: 'If there is nothing to list',
        kind: 'choices',
        required: false,
        value: '',
        options: [option],
      },
      ...{
        help: 'Nothing listed and nothing ticked means that nobody has looked yet.',
        fault: of[name] ?? '',
      },
      ...{ describedBy: '', autocomplete: '', inputmode: '', short: false },
    },
  ];
}

function chosenByName(
  view: FieldView,
  choices: NonNullable<PartedForm['choices']>,
  values: Values,
): FieldView[] {
  const of = choices[view.name.split('/').at(-1) as string];
  if (!of) return [view];
  const chosen = values(view.name);
  // Without anything to choose from the question is none.
  if (of.length === 0 && chosen.length === 0) return [];
  const options = of.map(({ key, name }) => ({
    value: key,
    label: name,
    help: '',
    isChosen: chosen.includes(key),
  }));
  return [{ ...view, kind: view.kind === 'area' ? 'choices' : 'select', options }];
}

function listOrNone(name: string, read: unknown, form: FormBody): unknown {
  const isNone = form.text(`${name}${NONE}`) === 'yes' || form.all(`${name}${NONE}`).includes('yes');
  if (isEmpty(read)) return isNone ? [] : null;
  if (!isNone) return read;
  const detail = 'says that there are none, but something is listed; take one of the two away';
  const fault = { pointer: `/${name}${NONE}`, code: 'invalid-field', detail } as const;
  throw new DomainError('request-invalid', 'The form says two things at once.', [fault]);
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}
