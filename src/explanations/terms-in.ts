// Which words of the glossary occur in a text. Pure.
import type { Term } from './glossary';

/** @returns terms whose word, or other name, stands in the text as a word of its own, or with an s; of two that overlap the longer. Everyday words are left out */
export function termsIn(text: string, terms: readonly Term[]): Term[] {
  let rest = text;
  return terms
    .filter(({ isEveryday }) => !isEveryday)
    .flatMap((term) => [term.word, ...term.also].map((name) => ({ term, name })))
    .sort((left, right) => right.name.length - left.name.length)
    .filter(({ name }) => {
      const found = new RegExp(`(?<![\\w-])${escapedPattern(name)}s?(?![\\w-])`, 'gi');
      const before = rest;
      rest = rest.replaceAll(found, ' ');
      return rest !== before;
    })
    .map(({ term }) => term)
    .filter((term, at, all) => all.indexOf(term) === at);
}

function escapedPattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
