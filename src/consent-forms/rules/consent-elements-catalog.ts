// catalogs/consent-elements.yaml as it is read: forms, the elements that they are made of, and the words that facts are told in.
import type { CatalogHead, StateActRequirement } from '../../assessments/scoring/scoring-model';
import type { DataClass } from '../../data-flows/data-flow.fields';
import type { ConsentKind, NoteReviewScope } from '../../practice-measures/practice-measures.fields';
import type { ServiceFunction } from '../../vendors/service.fields';
import type { ConsentElementId, ConsentFactId } from '../records/consent-element-ids';

export interface ConsentFormDefinition {
  readonly id: ConsentKind;
  readonly title: string;
  /** the first sentences of the form */
  readonly opens: string;
  /** what is ticked beside the signature */
  readonly agrees: string;
  readonly declines: string;
}

export const CONSENT_SECTIONS = ['about', 'how', 'data', 'choices', 'wrong', 'signing'] as const;
export type ConsentSection = (typeof CONSENT_SECTIONS)[number];

/** Where a practice puts on record what is missing. */
export const RECORDED_AT = [
  'profile',
  'form',
  'tool',
  'data-flows',
  'agreements',
  'practice-measures',
  'subcontractors',
] as const;
export type RecordedAt = (typeof RECORDED_AT)[number];

export interface ConsentFactDefinition {
  readonly id: ConsentFactId;
  readonly title: string;
  /** told to the practice while the fact is not on record */
  readonly missing: string;
  readonly at: RecordedAt;
}

export interface ConsentSentence {
  readonly text: string;
  /** in these forms alone; null in all forms of the element */
  readonly forms: readonly ConsentKind[] | null;
  /** only while all of these hold */
  readonly when: readonly ConsentFactId[] | null;
  /** only while none of these holds */
  readonly unless: readonly ConsentFactId[] | null;
}

/** Of these, only what is surely known is said to clients (catalogs/recording-consent.yaml). */
export interface ConsentLawSentence {
  readonly on: ConsentKind;
  readonly requires: StateActRequirement | 'all_party';
  /** with {states} */
  readonly says: string;
  /** true: only where the tools work on sessions that are recorded or transcribed */
  readonly sessionsOnly: boolean;
}

export interface ConsentElementDefinition {
  readonly id: ConsentElementId;
  readonly title: string;
  readonly forms: readonly ConsentKind[];
  readonly section: ConsentSection;
  /** the element is in the form only while all of these hold */
  readonly when: readonly ConsentFactId[] | null;
  /** told to the practice: why the element is there */
  readonly asks: string;
  /** without these on record the element is open */
  readonly needs: readonly ConsentFactId[] | null;
  readonly says: readonly ConsentSentence[];
  /** what own words may begin with, where our sentences cannot be said */
  readonly proposes: string | null;
  readonly sourceIds: readonly string[];
  readonly basis: 'good_practice' | 'state_law' | 'hipaa';
  readonly citation: string | null;
  readonly verification: 'verified' | 'partly' | 'unverified';
}

export const LAW_NOTES = [
  'allPartySure',
  'allPartyUnsure',
  'oneParty',
  'acrossStates',
  'acrossStatesAlike',
  'actSure',
  'actUnsure',
  'actComing',
] as const;
export type LawNoteId = (typeof LAW_NOTES)[number];

export interface ConsentElementsCatalog extends CatalogHead {
  readonly forms: readonly ConsentFormDefinition[];
  readonly sections: readonly { readonly id: ConsentSection; readonly title: string }[];
  readonly facts: readonly ConsentFactDefinition[];
  readonly words: {
    /** null for what has no words of its own */
    readonly functions: Readonly<Record<ServiceFunction, string | null>>;
    readonly dataClasses: Readonly<Record<DataClass, string>>;
    readonly reviews: Readonly<Record<Extract<NoteReviewScope, 'every_note' | 'sample'>, string>>;
  };
  readonly law: readonly ConsentLawSentence[];
  /** told to the practice about the law of its states */
  readonly notes: Readonly<Record<LawNoteId, string>>;
  readonly elements: readonly ConsentElementDefinition[];
}

const PLACE = /\{(\w+)\}/g;

/** The places of a sentence, in order. */
export function placesIn(text: string): string[] {
  return [...text.matchAll(PLACE)].map(([, name]) => name as string);
}

/** @throws Error where a place has nothing to fill it: the catalog and the code do not fit */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(PLACE, (_all, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`nothing fills the place {${name}}`);
    return value;
  });
}
