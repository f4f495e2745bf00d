// What views say to explain a word or a citation where it stands. A word opens by the `popover` attribute, without a script; it is explained where a page
// first has it, and is a plain word after that.
import Handlebars, { type HelperOptions } from 'handlebars';
import { citedParts } from '../explanations/cited-parts';
import { explanations } from '../explanations/explanations';
import type { Term } from '../explanations/glossary';
import { termsIn } from '../explanations/terms-in';

const escaped = (text: string): string => Handlebars.escapeExpression(text);

/** A citation within a sentence; the group keeps it when the sentence is split at it. */
const WITHIN_TEXT = /(\b4[25] CFR (?:Part 2\b|\d+\.\d+(?:\([A-Za-z0-9]+\))*))/;

/** Words explained so far, by what the page in the making shows. */
const explainedOn = new WeakMap<object, Set<string>>();

function isFirst({ id }: Term, { data }: HelperOptions): boolean {
  const page = (data as { root: object }).root;
  const explained = explainedOn.get(page) ?? new Set();
  explainedOn.set(page, explained);
  return explained.size < explained.add(id).size;
}

/** @param then the stop or comma after the word: a button may be parted from what follows it, so both stand in what is not */
function explained({ id, word, says }: Term, said = word, then = ''): string {
  const button = `<button type="button" class="term" popovertarget="about-${id}">${escaped(said)}</button>`;
  return (
    (then === '' ? button : `<span class="joined">${button}${escaped(then)}</span>`) +
    `<span class="about" id="about-${id}" popover>${escaped(says)} <a href="/help/glossary#${id}">All words</a></span>`
  );
}

export const EXPLAINING_HELPERS: Readonly<Record<string, Handlebars.HelperDelegate>> = {
  /** A word of the glossary: `{{term "gate"}}`, or as the sentence has it: `{{term "gate" "gates"}}`, with its stop: `{{term "gate" then="."}}`. */
  term: (id: string, said: unknown, options?: HelperOptions) => {
    const term = explanations().terms.get(id);
    if (!term) throw new Error(`the glossary has no ${id}`);
    const words = typeof said === 'string' ? said : undefined;
    const given = (options ?? said) as HelperOptions;
    const then = String(given.hash['then'] ?? '');
    const shown = isFirst(term, given) ? explained(term, words, then) : escaped((words ?? term.word) + then);
    return new Handlebars.SafeString(shown);
  },
  /** The words of a question or a field that are worth explaining, on a line of their own; nothing where there are none. */
  wordsIn: (...given: unknown[]) => {
    const options = given.pop() as HelperOptions;
    const found = termsIn(given.join(' '), [...explanations().terms.values()]).filter((term) =>
      isFirst(term, options),
    );
    if (found.length === 0) return '';
    const words = found
      .map((term, place) => explained(term, undefined, place < found.length - 1 ? ',' : ''))
      .join(' ');
    return new Handlebars.SafeString(`<p class="help">Words explained: ${words}</p>`);
  },
  /** Running text, each citation of a federal rule in it with a way to what it says. */
  citing: (text: string) => new Handlebars.SafeString(text.split(WITHIN_TEXT).map(cited).join('')),
  /** A citation, each rule in it with a way to what it says. */
  cited: (text: string) => new Handlebars.SafeString(cited(text)),
};

function cited(text: string): string {
  return citedParts(text, explanations().citations.find)
    .map(({ text: said, paraphrase }) =>
      paraphrase
        ? `<a class="cite" href="/help/citations/${paraphrase.slug}">${escaped(said)}</a>`
        : escaped(said),
    )
    .join('');
}
