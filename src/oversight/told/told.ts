// A record of living with AI as it is told: what it is, how it stands, and its facts, for pages, reports and sheets alike. Days stay days, so that each writes
// them in its own way.
import type { CalendarDate } from '../../common/calendar-date';
import type { OversightCatalog } from '../oversight-catalog';
import type { OversightKind } from '../oversight-words';
import type { PromisedExit } from '../exit-plans/exit-standing';
import type { PromisedLevel } from '../performance-measurements/promise-kept';

export type ToldCell = string | number | { readonly date: CalendarDate } | null;

/** `weak`: something is not as it should be, or not known; `good`: it is; `plain`: it says neither. */
export type Tone = 'good' | 'weak' | 'plain';

export interface ToldRemark {
  readonly words: string;
  readonly tone: Tone;
}

export interface ToldFact {
  readonly label: string;
  readonly value: ToldCell;
}

export interface ToldTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ToldCell[])[];
}

export interface ToldOversight {
  readonly kind: OversightKind;
  readonly key: string;
  /** key of the service that it is about; null for a review of a vendor */
  readonly service: string | null;
  readonly vendor: string | null;
  readonly title: string;
  /** the day by which records are put in order */
  readonly on: CalendarDate;
  readonly verdict: ToldRemark;
  readonly remarks: readonly ToldRemark[];
  readonly facts: readonly ToldFact[];
  readonly table: ToldTable | null;
}

/** What is known around a record. */
export interface Around {
  readonly catalog: OversightCatalog;
  /** the date for which it is told */
  readonly today: CalendarDate;
  /** names by key */
  readonly services: ReadonlyMap<string, string>;
  readonly evidence: ReadonlyMap<string, string>;
  readonly serviceLevels: ReadonlyMap<string, PromisedLevel>;
  /** by service */
  readonly exitTerms: ReadonlyMap<string, PromisedExit>;
}

export const good = (words: string): ToldRemark => ({ words, tone: 'good' });
export const weak = (words: string): ToldRemark => ({ words, tone: 'weak' });
export const plain = (words: string): ToldRemark => ({ words, tone: 'plain' });
export const date = (day: CalendarDate): ToldCell => ({ date: day });

/** Facts that say something; what is empty is left out. */
export function factsOf(facts: Readonly<Record<string, ToldCell | undefined>>): ToldFact[] {
  return Object.entries(facts).flatMap(([label, value]) =>
    value === null || value === undefined || value === '' ? [] : [{ label, value }],
  );
}

export function day(value: CalendarDate | null | undefined): ToldCell {
  return value ? { date: value } : null;
}

/** Names of the evidence, one after the other. */
export function evidenceNames(keys: readonly string[] | null | undefined, around: Around): string {
  return (keys ?? []).map((key) => around.evidence.get(key) ?? key).join('; ');
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A count too small to be shown can point to a person. */
export function countShown(people: number, from: number): string | number {
  return people > 0 && people < from ? `fewer than ${from}` : people;
}
