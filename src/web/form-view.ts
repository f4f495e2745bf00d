// The fields of a form as their partial shows them: what each is called, what it helps to know, what was typed, what is wrong.
import { fieldsOf, type Constructor, type Field } from '../common/fields';
import type { FormBody } from '../common/http/form-body';
import { limitsOf, type FieldLimits } from './field-limits';
import { NO_FAULTS, type ShownFaults } from './form-faults';
import { standingChoices, standingKind } from './standing-choices';

/** How a page speaks of a field. What may be chosen comes from the field itself; here it gets words. */
export interface FieldWords {
  label: string;
  help?: string;
  /** how it is shown, where the field's own form does not say */
  kind?: 'area' | 'password' | 'email' | 'hidden' | 'select' | 'text' | 'date';
  /** words of the choices; without them a choice is shown by its own */
  options?: Readonly<Record<string, string | { label: string; help: string }>>;
  autocomplete?: string;
  /** many short choices, side by side */
  short?: boolean;
}

export interface OptionView {
  value: string;
  label: string;
  help: string;
  isChosen: boolean;
  /** the heading of a long list under which it stands */
  group?: string;
}

export interface FieldView {
  name: string;
  label: string;
  help: string;
  kind: string;
  required: boolean;
  value: string;
  options: OptionView[];
  fault: string;
  describedBy: string;
  autocomplete: string;
  inputmode: string;
  short: boolean;
  /** what it means that nothing is chosen, where a list says so */
  blank?: string;
  /** a list that is chosen from entry by entry, with a few more */
  picks?: { number: number; blank: string; options: OptionView[] }[];
  /** what a script may judge while somebody types, in the server's words; absent for fields that only the server judges */
  limits?: FieldLimits;
}

/** Values to show: what was typed before, or what is stored. */
export type Values = (name: string) => readonly string[];

export const typedIn =
  (form: FormBody): Values =>
  (name) =>
    form.all(name);

/** @param record as the API answers with it */
export const storedIn =
  (record: object): Values =>
  (name) => {
    const value = name.split('/').reduce<unknown>((held, step) => {
      return typeof held === 'object' && held !== null ? (held as Record<string, unknown>)[step] : undefined;
    }, record);
    if (value === null || value === undefined) return [];
    return [value].flat().map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
  };

export const NOTHING_TYPED: Values = () => [];

/**
 * @param words by name of the field as declared; only fields that have words are shown
 * @param at what stands before the names in the form: `practice/`
 */
export function fieldViews<Name extends string>(
  type: Constructor,
  words: Readonly<Record<Name, FieldWords>>,
  values: Values = NOTHING_TYPED,
  faults: ShownFaults = NO_FAULTS,
  at = '',
): Record<Name, FieldView> {
  const declared = new Map(fieldsOf(type).map((field) => [field.name, field]));
  const views = Object.entries<FieldWords>(words).map(([name, of]) => {
    const field = declared.get(name);
    if (!field) throw new Error(`${type.name} has no field ${name}`);
    return [name, fieldView(field, of, values, faults, `${at}${name}`)];
  });
  return Object.fromEntries(views) as Record<Name, FieldView>;
}

/** What each field is called, by its name in the form. */
export function labelsOf(words: Readonly<Record<string, FieldWords>>, at = ''): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([name, { label }]) => [`${at}${name}`, label]));
}

function fieldView(
  { schema, required }: Field,
  { label, help = '', kind, options = {}, autocomplete = '', short = false }: FieldWords,
  values: Values,
  faults: ShownFaults,
  name: string,
): FieldView {
  const chosen = values(name);
  const shownAs = kind ?? standingKind(schema) ?? kindOf(schema);
  const standing = standingChoices(schema, chosen);
  const fault = faults.of[name] ?? '';
  const described = [help && `${name}-help`, fault && `${name}-fault`].filter(Boolean).join(' ');
  return {
    ...{ name, label, help, kind: shownAs, required, fault, autocomplete, short },
    value: shownAs === 'area' ? chosen.join('\n') : (chosen[0] ?? ''),
    options:
      standing?.map((choice): OptionView => ({
        ...choice,
        help: '',
        isChosen: chosen.includes(choice.value),
      })) ??
      optionsOf(schema).map((value): OptionView => {
        const words = options[value] ?? value.replaceAll(/[_-]/g, ' ');
        const of = typeof words === 'string' ? { label: words, help: '' } : words;
        return { value, ...of, isChosen: chosen.includes(value) };
      }),
    ...(standing && !required ? { blank: UNKNOWN } : {}),
    ...(standing && shownAs === 'countries' ? { picks: picksOf(standing, chosen) } : {}),
    describedBy: described,
    inputmode: schema.type === 'integer' ? 'numeric' : '',
    limits: limitsOf(schema, required, shownAs),
  };
}

const UNKNOWN = 'I don’t know';
/** One list for each entry, and so many more. */
const MORE_PICKS = 2;

function picksOf(
  choices: NonNullable<ReturnType<typeof standingChoices>>,
  chosen: readonly string[],
): NonNullable<FieldView['picks']> {
  return Array.from({ length: chosen.length + MORE_PICKS }, (_none, place) => ({
    ...{ number: place + 1, blank: UNKNOWN },
    options: choices.map((choice) => ({ ...choice, help: '', isChosen: choice.value === chosen[place] })),
  }));
}

function kindOf({ type, items, format, enum: choices, maxLength = 0 }: Field['schema']): string {
  if (choices) return 'choice';
  if (type === 'array') return items?.enum ? 'choices' : 'area';
  if (type === 'boolean') return 'choice';
  if (format === 'date') return 'date';
  return maxLength > 300 ? 'area' : 'text';
}

function optionsOf({ type, items, enum: choices }: Field['schema']): readonly string[] {
  if (type === 'boolean') return ['true', 'false'];
  return choices ?? items?.enum ?? [];
}
