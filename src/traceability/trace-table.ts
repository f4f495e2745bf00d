// The table of what serves each row of the source documents: catalogs/traceability.yaml and the folder of that name (docs/traceability.md).
import { CONFIDENCES, type CatalogHead, type Confidence } from '../assessments/scoring/scoring-model';
import { headShapes } from '../catalogs/catalog-head.shape';
import { readWithoutDigest } from '../catalogs/catalog-files';
import { integer, listOf, nullable, oneOf, record, ShapeError, text } from '../common/catalog-files/shape';
import type { Shape } from '../common/catalog-files/shape';
import { TARGET_KINDS, type Target, type TargetKind } from './targets';

export const ROW_KINDS = ['explicit', 'implied'] as const;
/** explicit: the document says it; implied: it takes it to do what the document says */
export type RowKind = (typeof ROW_KINDS)[number];

/** How often the document wants it done. No rule of HIPAA sets any of these. */
export const CADENCES = [
  'every_note',
  'every_note_once_signed',
  'every_output',
  'real_time',
  'continuous',
  'monthly',
  'quarterly',
  'regular',
  'ongoing',
  'before_use_and_ongoing',
  'before_use_and_on_change',
] as const;
export type Cadence = (typeof CADENCES)[number];

/** Whose it is, where the document says so. */
export const ROLES_IN_PRACTICE = [
  'clinical_director',
  'clinicians',
  'therapist',
  'therapist_in_private_practice',
  'intake',
  'office_staff',
  'everyone',
] as const;
export type RoleInPractice = (typeof ROLES_IN_PRACTICE)[number];

export const WEIGHTS = ['full', 'lower'] as const;

export interface SourceDocument {
  readonly id: string;
  /** how many rows it was read into */
  readonly rows: number;
  /** lower: it raises questions and settles nothing, so no rule that its rows touch is held for sure */
  readonly weight: (typeof WEIGHTS)[number];
  readonly says: string;
}

export interface Theme {
  readonly id: string;
  readonly title: string;
}

/** What is not built yet, by the kind and the id that it will have. */
export interface Awaited extends Target {
  readonly says: string;
}

export interface TraceRow {
  readonly id: string;
  /** what the document asks, in our own words */
  readonly says: string;
  readonly kind: RowKind;
  readonly document: string;
  readonly theme: string;
  readonly cadence: Cadence | null;
  readonly role: RoleInPractice | null;
  /** the rules that it touches, by our own reading; null where none does */
  readonly citation: string | null;
  /** how sure that reading is; stands with a citation and only there */
  readonly confidence: Confidence | null;
  readonly servedBy: readonly Target[];
  readonly awaits: readonly Target[];
  /** why nothing of the product will ever serve it; null for a row that something does or will */
  readonly outOfScope: string | null;
}

export interface ForbiddenWords {
  /** regular expression, looked for in each sentence without regard to case */
  readonly pattern: string;
  /** a sentence in which this is found may stand */
  readonly unless: string | null;
}

/** Something that a source document says and Duecare does not. */
export interface ClaimNotRepeated {
  readonly id: string;
  readonly documents: readonly string[];
  readonly claims: string;
  readonly instead: string;
  /** where the product says or does so */
  readonly obeyedBy: readonly Target[];
  readonly neverSaid: readonly ForbiddenWords[];
  /** SHA-256, in hex, of names in lower case that stand nowhere */
  readonly names: readonly string[] | null;
}

export interface TraceTable extends CatalogHead {
  readonly documents: readonly SourceDocument[];
  readonly themes: readonly Theme[];
  readonly awaited: readonly Awaited[];
  readonly rows: readonly TraceRow[];
  readonly claimsNotRepeated: readonly ClaimNotRepeated[];
}

const ROW_ID = /^SEED(\d{3})-\d{3}$/;

const rowId: Shape<string> = (value, path) => {
  const found = text(value, path);
  if (!ROW_ID.test(found)) throw new ShapeError(path, 'must be an id such as SEED003-017');
  return found;
};

const pattern: Shape<string> = (value, path) => {
  const found = text(value, path);
  try {
    new RegExp(found, 'iu');
  } catch {
    throw new ShapeError(path, 'must be a regular expression');
  }
  return found;
};

const kind: Shape<TargetKind> = oneOf(TARGET_KINDS);
const target = record<Target>({ kind, id: text });

/** Absent is none. */
const targets: Shape<readonly Target[]> = (value, path) => nullable(listOf(target, 1))(value, path) ?? [];

export const traceTableShape = record<TraceTable>({
  ...headShapes,
  documents: listOf(
    record<SourceDocument>({ id: text, rows: integer(1, 1000), weight: oneOf(WEIGHTS), says: text }),
    1,
  ),
  themes: listOf(record<Theme>({ id: text, title: text }), 1),
  awaited: listOf(record<Awaited>({ kind, id: text, says: text })),
  rows: listOf(
    record<TraceRow>({
      id: rowId,
      says: text,
      kind: oneOf(ROW_KINDS),
      document: text,
      theme: text,
      cadence: nullable(oneOf(CADENCES)),
      role: nullable(oneOf(ROLES_IN_PRACTICE)),
      citation: nullable(text),
      confidence: nullable(oneOf(CONFIDENCES)),
      servedBy: targets,
      awaits: targets,
      outOfScope: nullable(text),
    }),
    1,
  ),
  claimsNotRepeated: listOf(
    record<ClaimNotRepeated>({
      id: text,
      documents: listOf(text, 1),
      claims: text,
      instead: text,
      obeyedBy: listOf(target),
      neverSaid: listOf(record<ForbiddenWords>({ pattern, unless: nullable(pattern) })),
      names: nullable(listOf(text, 1)),
    }),
  ),
});

/** The document that an id of a row is of: 003 for SEED003-017. */
export function documentOf(id: string): string {
  return ROW_ID.exec(id)?.[1] ?? '';
}

/** @throws CatalogError naming the file and the place in it that does not fit */
export function readTraceTable(root?: string): TraceTable {
  return readWithoutDigest('traceability', traceTableShape, undefined, root);
}
