// Words and citations that pages explain: read once, when the first page asks or the application starts.
import { loadCitations, type CitationCatalog } from './citation-catalog';
import { loadGlossary, type Term } from './glossary';

export interface Explanations {
  citations: CitationCatalog;
  terms: ReadonlyMap<string, Term>;
}

let loaded: Explanations | null = null;

/** @throws Error naming the catalog and the place in it that does not hold together */
export function explanations(): Explanations {
  loaded ??= { citations: loadCitations(), terms: loadGlossary() };
  return loaded;
}
