// The rows of the source documents as the page of help shows them, by document and theme. Pure.
import type { Confidence } from '../assessments/scoring/scoring-model';
import { slugOf } from '../explanations/citation-catalog';
import { coverageOf, type Counts } from '../traceability/coverage';
import { KIND_WORDS, nameOf, type FindTarget, type Target } from '../traceability/targets';
import type { TraceRow, TraceTable } from '../traceability/trace-table';
import { holdsAll } from './words-sought';

export interface TargetView {
  kind: string;
  says: string;
  /** where it can be read without signing in; empty where it cannot */
  href: string;
}

export interface RowView {
  id: string;
  says: string;
  isImplied: boolean;
  /** how often and of whom, in words; empty where the document does not say */
  asked: string;
  citation: string;
  sure: string;
  servedBy: TargetView[];
  awaits: TargetView[];
  outOfScope: string;
}

export interface DocumentView {
  id: string;
  says: string;
  isLight: boolean;
  rows: number;
  themes: { title: string; rows: RowView[] }[];
}

export interface TraceabilityView {
  total: number;
  counts: Counts;
  documents: DocumentView[];
  claims: { id: string; claims: string; instead: string; obeyedBy: TargetView[] }[];
}

const SURE: Readonly<Record<Confidence, string>> = {
  high: '',
  medium: 'by our own reading',
  low: 'by our own reading, less sure',
};

/** Rows and claims in which every word of what is sought occurs, in what they say or what serves them; all for nothing sought. */
export function traceabilityView(table: TraceTable, find: FindTarget, sought: string): TraceabilityView {
  const awaited = new Map(table.awaited.map((entry) => [nameOf(entry), entry.says]));
  const rows = table.rows.map((row) => ({ row, view: rowView(row, find, awaited) }));
  const found = rows.filter(({ view }) => holdsAll(wordsOf(view), sought));
  const claims = table.claimsNotRepeated.map(({ id, claims, instead, obeyedBy }) => ({
    id,
    claims,
    instead,
    obeyedBy: obeyedBy.map((target) => targetView(target, find(target) ?? '')),
  }));
  const { total, counts } = coverageOf(table.rows);
  return {
    total,
    counts,
    documents: table.documents
      .map(({ id, says, weight }) => {
        const ofDocument = found.filter(({ row }) => row.document === id);
        const themes = table.themes
          .map(({ id: theme, title }) => ({
            title,
            rows: ofDocument.filter(({ row }) => row.theme === theme).map(({ view }) => view),
          }))
          .filter((group) => group.rows.length > 0);
        return { id, says, isLight: weight === 'lower', rows: ofDocument.length, themes };
      })
      .filter((document) => document.rows > 0),
    claims: claims.filter(({ claims, instead }) => holdsAll(`${claims} ${instead}`, sought)),
  };
}

function rowView(row: TraceRow, find: FindTarget, awaited: ReadonlyMap<string, string>): RowView {
  return {
    id: row.id,
    says: row.says,
    isImplied: row.kind === 'implied',
    asked: [row.cadence, row.role]
      .map((word) => (word ?? '').replaceAll('_', ' '))
      .filter(Boolean)
      .join(', '),
    citation: row.citation ?? '',
    sure: row.confidence === null ? '' : SURE[row.confidence],
    servedBy: row.servedBy.map((target) => targetView(target, find(target) ?? '')),
    awaits: row.awaits.map((target) => targetView(target, awaited.get(nameOf(target)) ?? '')),
    outOfScope: row.outOfScope ?? '',
  };
}

function targetView({ kind, id }: Target, says: string): TargetView {
  return { kind: KIND_WORDS[kind], says, href: hrefOf({ kind, id }) };
}

function hrefOf({ kind, id }: Target): string {
  if (kind === 'term') return `/help/glossary#${id}`;
  if (kind === 'citation') return `/help/citations/${slugOf(id)}`;
  return '';
}

function wordsOf(view: RowView): string {
  const { id, says, asked, citation, outOfScope, servedBy, awaits } = view;
  const targets = [...servedBy, ...awaits].map((target) => `${target.kind} ${target.says}`);
  return [id, says, asked, citation, outOfScope, ...targets].join(' ');
}
