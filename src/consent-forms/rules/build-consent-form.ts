// Builds a form of consent: the elements that apply, each in our sentences as the records fill them, or in the practice's own words; what is missing is told to
// the practice and never papered over. Pure: the same records give the same form.
import type { CalendarDate } from '../../common/calendar-date';
import type { ConsentKind } from '../../practice-measures/practice-measures.fields';
import type { ConsentElementId, ConsentFactId } from '../records/consent-element-ids';
import {
  filled,
  placesIn,
  type ConsentElementDefinition,
  type ConsentElementsCatalog,
  type ConsentSection,
  type ConsentSentence,
  type RecordedAt,
} from './consent-elements-catalog';
import { consentFacts } from './consent-facts';
import type { ConsentContext, ConsentFacts, ConsentFactValue, ConsentSource } from './consent-source';
import { lawNotes, type LawNote } from './law-facts';
import { readingLevelOf, type ReadingLevel } from './reading-level';

export interface AskedForm {
  readonly kind: ConsentKind;
  /** keys of the services that it is about */
  readonly services: readonly string[];
  readonly ownWords?: readonly OwnWords[] | null;
}

export interface OwnWords {
  readonly element: string;
  readonly words: string;
  readonly reason: string;
}

export interface MissingFact {
  readonly fact: ConsentFactId;
  readonly text: string;
  readonly at: RecordedAt;
}

/** A fact as an element used it, in words; null for what is not on record. */
export interface UsedFact {
  readonly fact: ConsentFactId;
  readonly value: string | null;
}

export interface BuiltElement {
  readonly id: ConsentElementId;
  readonly title: string;
  readonly section: ConsentSection;
  /** what the client reads; empty while the element is open */
  readonly text: string;
  readonly isOwn: boolean;
  /** why the practice wrote its own words */
  readonly reason: string | null;
  /** why the element is open; empty where own words stand in its place */
  readonly missing: readonly MissingFact[];
  /** what own words may begin with */
  readonly proposal: string;
  readonly asks: string;
  readonly usedFacts: readonly UsedFact[];
}

export interface BuiltForm {
  readonly kind: ConsentKind;
  readonly title: string;
  readonly opens: string;
  readonly agrees: string;
  readonly declines: string;
  readonly sections: readonly { id: ConsentSection; title: string; elements: readonly BuiltElement[] }[];
  readonly open: readonly BuiltElement[];
  readonly lawNotes: readonly LawNote[];
  readonly reading: ReadingLevel;
  readonly catalogVersion: string;
  readonly asOf: CalendarDate;
}

export function buildConsentForm(
  asked: AskedForm,
  source: ConsentSource,
  context: ConsentContext,
): BuiltForm {
  const { elements: catalog, recordingConsent, asOf } = context;
  const { kind } = asked;
  const facts = consentFacts(kind, asked.services, source, context);
  const built = catalog.elements
    .filter((element) => applies(element, kind, facts))
    .map((element) => buildElement(element, kind, facts, asked.ownWords ?? [], catalog));
  const form = catalog.forms.find(({ id }) => id === kind) as ConsentElementsCatalog['forms'][number];
  const opens = filled(form.opens, wordsOf(facts));
  return {
    kind,
    title: form.title,
    opens,
    agrees: form.agrees,
    declines: form.declines,
    sections: catalog.sections.flatMap(({ id, title }) => {
      const elements = built.filter(({ section }) => section === id);
      return elements.length > 0 ? [{ id, title, elements }] : [];
    }),
    open: built.filter(({ text }) => text === ''),
    lawNotes: lawNotes(kind, source.practice, asOf, recordingConsent, catalog.notes),
    reading: readingLevelOf([opens, ...built.map(({ text }) => text)].join('\n\n')),
    catalogVersion: catalog.version,
    asOf,
  };
}

function applies({ forms, when }: ConsentElementDefinition, kind: ConsentKind, facts: ConsentFacts): boolean {
  return forms.includes(kind) && (when ?? []).every((fact) => isSaid(facts[fact]));
}

function buildElement(
  element: ConsentElementDefinition,
  kind: ConsentKind,
  facts: ConsentFacts,
  ownWords: readonly OwnWords[],
  catalog: ConsentElementsCatalog,
): BuiltElement {
  const { id, title, section, asks } = element;
  const own = ownWords.find((one) => one.element === id);
  const sentences = element.says.filter((sentence) => stands(sentence, kind, facts));
  const missing = (element.needs ?? []).filter((fact) => facts[fact] === null || facts[fact] === false);
  const ours = sentences.filter((sentence) => canBeSaid(sentence, facts));
  const said = ours.map(({ text }) => filled(text, wordsOf(facts))).join(' ');
  return {
    ...{ id, title, section, asks },
    text: own ? own.words : missing.length > 0 ? '' : said,
    isOwn: own !== undefined,
    reason: own?.reason ?? null,
    missing: own ? [] : missing.map((fact) => missingFact(fact, catalog)),
    proposal: missing.length > 0 ? (element.proposes ?? said) : said,
    usedFacts: usedBy(element, kind).map((fact) => ({ fact, value: inWords(facts[fact]) })),
  };
}

function stands({ forms, when, unless }: ConsentSentence, kind: ConsentKind, facts: ConsentFacts): boolean {
  if (forms && !forms.includes(kind)) return false;
  if ((when ?? []).some((fact) => !isSaid(facts[fact]))) return false;
  return !(unless ?? []).some((fact) => isSaid(facts[fact]));
}

function canBeSaid({ text }: ConsentSentence, facts: ConsentFacts): boolean {
  return placesIn(text).every((place) => typeof facts[place as ConsentFactId] === 'string');
}

/** Holds, or has words. */
function isSaid(value: ConsentFactValue): boolean {
  return value === true || (typeof value === 'string' && value !== '');
}

function wordsOf(facts: ConsentFacts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([fact, value]) => (typeof value === 'string' ? [[fact, value]] : [])),
  );
}

function missingFact(fact: ConsentFactId, { facts }: ConsentElementsCatalog): MissingFact {
  const definition = facts.find(({ id }) => id === fact);
  return { fact, text: definition?.missing ?? '', at: definition?.at ?? 'form' };
}

/** Every fact that decides what the element says in this form, once, in the order of the catalog. `decision` is the practice's and never changes by itself. */
function usedBy({ needs, when, says }: ConsentElementDefinition, kind: ConsentKind): ConsentFactId[] {
  const sentences = says.filter(({ forms }) => !forms || forms.includes(kind));
  const used = [
    ...(needs ?? []),
    ...(when ?? []),
    ...sentences.flatMap((one) => [
      ...(placesIn(one.text) as ConsentFactId[]),
      ...(one.when ?? []),
      ...(one.unless ?? []),
    ]),
  ];
  return [...new Set(used)].filter((fact) => fact !== 'decision');
}

function inWords(value: ConsentFactValue): string | null {
  if (value === null || value === '') return null;
  return typeof value === 'string' ? value : value ? 'yes' : 'no';
}
