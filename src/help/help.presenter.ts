// Terms and paraphrases as the pages of help show them. Pure.
import type { CitationKind, Paraphrase } from '../explanations/citation-catalog';
import type { Term } from '../explanations/glossary';
import { holdsAll } from './words-sought';

const KIND_WORDS: Readonly<Record<CitationKind, string>> = {
  standard: 'A standard of the HIPAA Security Rule: it has to be met.',
  required: 'Required by the HIPAA Security Rule.',
  addressable:
    'Addressable under the HIPAA Security Rule. That is not optional: judge whether it is reasonable for you; do it, or write down why not and do something equally good.',
  rule: 'A rule of law.',
  definition: 'A definition in the law.',
  guidance: 'Guidance or a standard that helps to meet the law. Not law itself.',
  proposed: 'Only proposed. Not law.',
  state: 'Law of a state.',
};

const GROUPS: readonly { title: string; holds: (one: Paraphrase) => boolean }[] = [
  { title: 'HIPAA Security Rule', holds: ({ citation }) => /^45 CFR 164\.3/.test(citation) },
  { title: 'HIPAA Breach Notification Rule', holds: ({ citation }) => /^45 CFR 164\.4/.test(citation) },
  {
    title: 'HIPAA Privacy Rule and definitions',
    holds: ({ citation }) => /^(45 CFR 16|HIPAA)/.test(citation),
  },
  { title: 'Other federal rules', holds: ({ citation }) => /^(42|45) CFR/.test(citation) },
  { title: 'State law', holds: ({ kind }) => kind === 'state' },
  { title: 'Standards, guidance and proposals', holds: () => true },
];

export interface CitationView {
  citation: string;
  href: string;
  title: string;
  kind: string;
  says: string;
  here: string;
  source: string;
  isChecked: boolean;
}

export function citationView(paraphrase: Paraphrase): CitationView {
  const { citation, slug, title, kind, says, here, source, isChecked } = paraphrase;
  return {
    citation,
    title,
    says,
    here,
    source,
    isChecked,
    href: `/help/citations/${slug}`,
    kind: KIND_WORDS[kind],
  };
}

/** Terms in which every word of what is sought occurs; all for nothing sought. */
export function termsLike(terms: readonly Term[], sought: string): object[] {
  return terms
    .filter(({ word, also, says }) => holdsAll([word, ...also, says].join(' '), sought))
    .map(({ id, word, also, says, citation }) => ({
      id,
      word,
      also: also.join(', '),
      says,
      citation: citation ?? '',
    }));
}

export function citationGroups(
  paraphrases: readonly Paraphrase[],
  sought: string,
): { title: string; citations: CitationView[] }[] {
  const found = paraphrases.filter(({ citation, title, says }) =>
    holdsAll(`${citation} ${title} ${says}`, sought),
  );
  const groups = GROUPS.map(({ title }) => ({ title, citations: [] as CitationView[] }));
  for (const one of found)
    groups[GROUPS.findIndex(({ holds }) => holds(one))]?.citations.push(citationView(one));
  return groups.filter(({ citations }) => citations.length > 0);
}
