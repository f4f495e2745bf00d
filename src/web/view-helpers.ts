// What the views may say beyond names of fields. Few and plain: whatever needs thought is worked out by a presenter.
import Handlebars from 'handlebars';
import { OwnMarkup } from '../common/markup/own-markup';
import { roleMay, type Action, type Role } from '../permissions/roles';
import { EXPLAINING_HELPERS } from './explaining-helpers';
import { limitAttributes, type FieldLimits } from './field-limits';
import { optionTags } from './option-tags';

const DATE = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
const MOMENT = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

export const VIEW_HELPERS: Readonly<Record<string, Handlebars.HelperDelegate>> = {
  /** Whether two words are the same: for the option that is chosen. */
  is: (left: unknown, right: unknown): boolean => left === right,
  /** Whether the role may do it: a button is shown to those alone who may press it. */
  may: (role: Role | null, action: Action): boolean => role !== null && roleMay(role, action),
  /** A calendar date in words: Nov 22, 2026. */
  date: (value: string | null): string => (value ? DATE.format(new Date(`${value}T00:00:00Z`)) : ''),
  /** A moment in words, in UTC, for those whose browser does not put it into their own time. */
  moment: (value: string | Date): Handlebars.SafeString => {
    const at = new Date(value);
    return new Handlebars.SafeString(`<time datetime="${at.toISOString()}">${MOMENT.format(at)} UTC</time>`);
  },
  /** "1 task", "2 tasks". */
  counted: (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`,
  /** A word of a list as a person reads it: not_enough_known, "not enough known". */
  inWords: (word: string | null): string => (word ?? '').replaceAll(/[_-]/g, ' '),
  /** What a script may judge of a field while somebody types, as attributes. */
  limits: ({ limits }: { limits?: FieldLimits }): Handlebars.SafeString =>
    new Handlebars.SafeString(limits ? limitAttributes(limits) : ''),
  /** The entries of a list to choose from. */
  optionTags: (list: Parameters<typeof optionTags>[0]): Handlebars.SafeString =>
    new Handlebars.SafeString(optionTags(list)),
  ...EXPLAINING_HELPERS,
  /** What our own code has drawn, unescaped: diagrams and heat maps. */
  own: (markup: unknown): Handlebars.SafeString => {
    if (!(markup instanceof OwnMarkup))
      throw new TypeError('Only markup drawn by this product is shown unescaped.');
    return new Handlebars.SafeString(markup.text);
  },
};
