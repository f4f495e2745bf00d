// What each citation says, in plain words (catalogs/citations.yaml), joined with what states ask about recording and AI (catalogs/recording-consent.yaml).
import {
  calendarDate,
  listOf,
  nullable,
  oneOf,
  record,
  ShapeError,
  text,
} from '../common/catalog-files/shape';
import type { Shape, Shapes } from '../common/catalog-files/shape';
import { readCatalogFile } from './read-catalog-file';

export const CITATION_KINDS = [
  ...['standard', 'required', 'addressable', 'rule', 'definition', 'guidance', 'proposed', 'state'],
] as const;
export type CitationKind =
  'standard' | 'required' | 'addressable' | 'rule' | 'definition' | 'guidance' | 'proposed' | 'state';

export interface Paraphrase {
  citation: string;
  /** the citation as a part of an address */
  slug: string;
  title: string;
  kind: CitationKind;
  /** what the rule asks or means, in our words */
  says: string;
  /** what it comes to where AI tools are used; empty where nothing is to be added */
  here: string;
  /** how the entry is known, as a sentence */
  source: string;
  /** somebody has read the text, or a copy or account of it */
  isChecked: boolean;
}

interface CitationsFile {
  id: string;
  version: string;
  effectiveOn: string;
  lawAsOf: string;
  sources: Record<string, string>;
  citations: {
    citation: string;
    title: string;
    kind: string;
    says: string;
    here: string | null;
    source: string;
  }[];
  aliases: { spelling: string; citation: string }[];
}

const namedTexts: Shape<Record<string, string>> = (value, path) => {
  if (typeof value !== 'object' || value === null) throw new ShapeError(path, 'must be a record of texts');
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, text(one, `${path}.${name}`)]));
};

const shapes: Shapes<CitationsFile> = {
  ...{ id: text, version: text, effectiveOn: calendarDate, lawAsOf: calendarDate, sources: namedTexts },
  citations: listOf(
    record({
      citation: text,
      title: text,
      kind: oneOf(CITATION_KINDS),
      says: text,
      here: nullable(text),
      source: text,
    }),
    1,
  ),
  aliases: listOf(record({ spelling: text, citation: text })),
};

export interface CitationCatalog {
  /** by citation, in the order of the file, states last */
  paraphrases: readonly Paraphrase[];
  /** @returns what a citation says, as it is spelled here, or null */
  find: (citation: string) => Paraphrase | null;
  bySlug: (slug: string) => Paraphrase | null;
}

/** @throws Error naming the place in the file where it does not hold together */
export function loadCitations(): CitationCatalog {
  const file = readCatalogFile('citations.yaml', record(shapes));
  const ours = file.citations.map((entry): Paraphrase => {
    const source = file.sources[entry.source];
    if (!source) throw new Error(`catalogs/citations.yaml: ${entry.citation} names no source of the list`);
    const { citation, title, says } = entry;
    return {
      ...{ citation, title, says, source, slug: slugOf(citation), kind: entry.kind as CitationKind },
      ...{ here: entry.here ?? '', isChecked: entry.source !== 'knowledge' },
    };
  });
  const paraphrases = [...ours, ...stateParaphrases()];
  const byCitation = new Map(paraphrases.map((one) => [one.citation, one]));
  const slugs = new Map(paraphrases.map((one) => [one.slug, one]));
  if (byCitation.size < paraphrases.length || slugs.size < paraphrases.length)
    throw new Error('catalogs/citations.yaml: two entries are about one citation');
  for (const { spelling, citation } of file.aliases) {
    const meant = byCitation.get(citation);
    if (!meant) throw new Error(`catalogs/citations.yaml: ${spelling} leads to no entry`);
    byCitation.set(spelling, meant);
  }
  return {
    paraphrases,
    find: (citation) => byCitation.get(citation) ?? null,
    bySlug: (slug) => slugs.get(slug) ?? null,
  };
}

/** 45 CFR 164.308(a)(1): 45-cfr-164.308-a-1 */
export function slugOf(citation: string): string {
  return citation
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '');
}

/** The parts of the catalog of recording consent that are told here; src/catalogs checks the whole of it as the application starts. */
interface StatesFile {
  states: (Record<
    'name' | 'inPerson' | 'electronic' | 'treatAs' | 'citation' | 'evidence' | 'note',
    string
  > & {
    confidence: 'high' | 'medium' | 'low';
  })[];
  stateActs: (Record<'name' | 'state' | 'citation' | 'effectiveOn' | 'evidence' | 'summary', string> & {
    confidence: 'high' | 'medium' | 'low';
  })[];
}

const CONSENT_WORDS: Readonly<Record<string, string>> = {
  one_party: 'one person in the conversation has to agree',
  all_party: 'everyone in the conversation has to agree',
  unclear: 'it is not clear who has to agree',
};
const TREATED_WORDS: Readonly<Record<string, string>> = {
  one_party:
    'Duecare takes it that one person’s agreement is enough by law. Asking everyone is still good practice.',
  all_party: 'Duecare takes it that everyone has to agree.',
};

function stateParaphrases(): Paraphrase[] {
  const { states, stateActs } = readCatalogFile('recording-consent.yaml', (value) => value as StatesFile);
  const kind = 'state' as const;
  const recording = states.map(
    ({ citation, name, inPerson, electronic, treatAs, note, evidence }): Paraphrase => ({
      ...{ citation, slug: slugOf(citation), kind, title: `${name}: recording a conversation` },
      says: `For recording in person, ${consentWords(inPerson)}; by phone or video, ${consentWords(electronic)}. ${note}`,
      here: TREATED_WORDS[treatAs] ?? '',
      ...knownBy(evidence),
    }),
  );
  const acts = stateActs.map(
    ({ citation, name, state, effectiveOn, summary, confidence, evidence }): Paraphrase => ({
      ...{ citation, slug: slugOf(citation), kind, title: `${name} (${state})` },
      says: `${summary} In force since ${effectiveOn}.`,
      here: confidence === 'high' ? '' : 'Duecare holds it as good practice until the act has been read.',
      ...knownBy(evidence),
    }),
  );
  return [...recording, ...acts];
}

function consentWords(rule: string): string {
  return CONSENT_WORDS[rule] ?? rule.replaceAll('_', ' ');
}

function knownBy(evidence: string): Pick<Paraphrase, 'source' | 'isChecked'> {
  const words = evidence.replaceAll('primary_text_read_', 'text of the law read on ');
  return {
    source: `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
    isChecked: !/^from knowledge/.test(evidence),
  };
}
