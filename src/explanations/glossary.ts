// Words of the field in plain words (catalogs/glossary.yaml).
import { calendarDate, flag, listOf, nullable, record, text } from '../common/catalog-files/shape';
import { readCatalogFile } from './read-catalog-file';

export interface Term {
  /** as views name it, and as the place on the page of all terms */
  id: string;
  word: string;
  /** other names of the same */
  also: readonly string[];
  /** one or two sentences */
  says: string;
  /** where a rule defines it */
  citation: string | null;
  /** too common to be explained wherever it stands in a question */
  isEveryday: boolean;
}

const shape = record({
  ...{ id: text, version: text, effectiveOn: calendarDate },
  terms: listOf(
    record({
      id: text,
      word: text,
      also: nullable(listOf(text)),
      says: text,
      citation: nullable(text),
      everyday: nullable(flag),
    }),
    1,
  ),
});

/** By id, in alphabetical order of the words. @throws Error where two entries have one id */
export function loadGlossary(): ReadonlyMap<string, Term> {
  const { terms } = readCatalogFile('glossary.yaml', shape);
  const sorted = terms
    .map(({ everyday, also, ...term }): Term => ({
      ...term,
      also: also ?? [],
      isEveryday: everyday === true,
    }))
    .sort((left, right) => left.word.localeCompare(right.word, 'en'));
  const byId = new Map(sorted.map((term) => [term.id, term]));
  if (byId.size < sorted.length) throw new Error('catalogs/glossary.yaml: two terms have one id');
  return byId;
}
