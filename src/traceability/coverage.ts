// How far the rows of the source documents are served. Pure.
import { nameOf, TARGET_KINDS, type FindTarget, type Target, type TargetKind } from './targets';
import type { Awaited, TraceRow, TraceTable } from './trace-table';

/**
 * mapped: served by something that is there. partly: by something, and the rest is awaited. awaiting: all of it is awaited.
 * out_of_scope: never to be served, with the reason. forgotten: none of these.
 */
export const MAPPINGS = ['mapped', 'partly', 'awaiting', 'out_of_scope', 'forgotten'] as const;
export type Mapping = (typeof MAPPINGS)[number];

export function mappingOf({ servedBy, awaits, outOfScope }: TraceRow): Mapping {
  if (outOfScope !== null) return 'out_of_scope';
  if (servedBy.length > 0) return awaits.length > 0 ? 'partly' : 'mapped';
  return awaits.length > 0 ? 'awaiting' : 'forgotten';
}

/** Rows that nothing in the product serves as it is: unmapped, whether something is awaited or not. */
export function unmapped(rows: readonly TraceRow[]): TraceRow[] {
  return rows.filter((row) => ['awaiting', 'forgotten'].includes(mappingOf(row)));
}

export type Counts = Readonly<Record<Mapping, number>>;

export interface Coverage {
  readonly of: string;
  readonly total: number;
  readonly counts: Counts;
}

export function coverageOf(rows: readonly TraceRow[], of = 'all'): Coverage {
  const counts = Object.fromEntries(MAPPINGS.map((mapping) => [mapping, 0])) as Record<Mapping, number>;
  for (const row of rows) counts[mappingOf(row)] += 1;
  return { of, total: rows.length, counts };
}

/** One line for each group that has a row, in the order given; each row counts in one of them. */
export function coverageBy(
  rows: readonly TraceRow[],
  groups: readonly string[],
  groupOf: (row: TraceRow) => string,
): Coverage[] {
  return groups
    .map((group) => {
      const within = rows.filter((row) => groupOf(row) === group);
      return coverageOf(within, group);
    })
    .filter(({ total }) => total > 0);
}

/** How many rows each kind of thing serves; a row served by two kinds counts in both. */
export function rowsByTargetKind(
  rows: readonly TraceRow[],
  targetsOf: (row: TraceRow) => readonly Target[],
): { kind: TargetKind; rows: number }[] {
  return TARGET_KINDS.map((kind) => ({
    kind,
    rows: rows.filter((row) => targetsOf(row).some((target) => target.kind === kind)).length,
  })).filter((count) => count.rows > 0);
}

export interface AwaitedWork extends Awaited {
  /** ids of the rows that wait for it */
  readonly rows: readonly string[];
  /** it is there by now: the rows can name it */
  readonly isBuilt: boolean;
}

/** What is to be built, by kind, and of each kind the most awaited first. */
export function awaitedWork({ awaited, rows }: TraceTable, find: FindTarget): AwaitedWork[] {
  const order = (kind: TargetKind) => TARGET_KINDS.indexOf(kind);
  return awaited
    .map((entry) => ({
      ...entry,
      rows: rows
        .filter(({ awaits }) => awaits.some((one) => nameOf(one) === nameOf(entry)))
        .map(({ id }) => id),
      isBuilt: find(entry) !== null,
    }))
    .sort(
      (left, right) =>
        order(left.kind) - order(right.kind) ||
        right.rows.length - left.rows.length ||
        left.id.localeCompare(right.id, 'en'),
    );
}
