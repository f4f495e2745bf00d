// Where the table does not hold together: with itself, with what the product has, and with the entries that name rows by themselves. Pure.
import type { Paraphrase } from '../explanations/citation-catalog';
import { citedParts } from '../explanations/cited-parts';
import type { Serving } from './known-targets';
import { mappingOf } from './coverage';
import { nameOf, type FindTarget, type Target } from './targets';
import { documentOf, type TraceRow, type TraceTable } from './trace-table';

export type FaultCode =
  /** an id that nothing in the product has */
  | 'dangling'
  /** an id that stands twice */
  | 'duplicate'
  /** neither served nor awaited nor out of scope, or out of scope and served */
  | 'mapping'
  /** another number of rows than the document was read into */
  | 'count'
  /** a document, theme or awaited thing that the lists do not have, or that no row has */
  | 'list'
  /** an entry of a catalog and the table disagree on what it serves */
  | 'disagreement'
  /** a citation that is not paraphrased, or more sure than it may be */
  | 'citation';

export interface TraceFault {
  readonly code: FaultCode;
  /** id of the row, entry or claim */
  readonly at: string;
  readonly says: string;
}

export interface Surroundings {
  find: FindTarget;
  serving: readonly Serving[];
  paraphraseOf: (citation: string) => Paraphrase | null;
}

export function traceFaults(table: TraceTable, { find, serving, paraphraseOf }: Surroundings): TraceFault[] {
  return [
    ...duplicates(table),
    ...table.documents.flatMap(({ id, rows: told }) => {
      const found = table.rows.filter(({ document }) => document === id).length;
      return found === told ? [] : [fault('count', id, `has ${found} rows, not ${told}`)];
    }),
    ...table.rows.flatMap((row) => [
      ...mappingFaults(row),
      ...listFaults(row, table),
      ...row.servedBy.flatMap((target) => dangling(row.id, target, find)),
      ...citationFaults(row, table, paraphraseOf),
    ]),
    ...table.claimsNotRepeated.flatMap((claim) => [
      ...claim.obeyedBy.flatMap((target) => dangling(claim.id, target, find)),
      ...claim.documents
        .filter((document) => !table.documents.some(({ id }) => id === document))
        .map((document) => fault('list', claim.id, `names no document: ${document}`)),
    ]),
    ...unused(table),
    ...disagreements(table.rows, serving),
  ];
}

function duplicates({ documents, themes, awaited, rows, claimsNotRepeated }: TraceTable): TraceFault[] {
  const lists: readonly (readonly string[])[] = [
    ...[documents, themes, rows, claimsNotRepeated].map((list) => list.map(({ id }) => id)),
    awaited.map(nameOf),
  ];
  const within = rows.flatMap(({ id, servedBy, awaits }) =>
    twice([...servedBy, ...awaits].map(nameOf)).map((name) => fault('duplicate', id, `names ${name} twice`)),
  );
  return [
    ...lists.flatMap((ids) => twice(ids).map((id) => fault('duplicate', id, 'is there twice'))),
    ...within,
  ];
}

function mappingFaults(row: TraceRow): TraceFault[] {
  const mapping = mappingOf(row);
  if (mapping === 'forgotten')
    return [fault('mapping', row.id, 'is served by nothing, awaits nothing and is not out of scope')];
  if (mapping === 'out_of_scope' && row.servedBy.length + row.awaits.length > 0)
    return [fault('mapping', row.id, 'is out of scope and served or awaiting')];
  return [];
}

function listFaults(row: TraceRow, { documents, themes, awaited }: TraceTable): TraceFault[] {
  const known = new Set(awaited.map(nameOf));
  return [
    ...(documents.some(({ id }) => id === row.document) && documentOf(row.id) === row.document
      ? []
      : [fault('list', row.id, `is no row of a document ${row.document}`)]),
    ...(themes.some(({ id }) => id === row.theme)
      ? []
      : [fault('list', row.id, `names no theme: ${row.theme}`)]),
    ...row.awaits
      .filter((target) => !known.has(nameOf(target)))
      .map((target) => fault('list', row.id, `awaits what is not in the list: ${nameOf(target)}`)),
  ];
}

function dangling(at: string, target: Target, find: FindTarget): TraceFault[] {
  return find(target) === null ? [fault('dangling', at, `names ${nameOf(target)}, which is not there`)] : [];
}

function citationFaults(
  { id, citation, confidence, document }: TraceRow,
  { documents }: TraceTable,
  paraphraseOf: Surroundings['paraphraseOf'],
): TraceFault[] {
  if ((citation === null) !== (confidence === null))
    return [fault('citation', id, 'has a citation or a confidence without the other')];
  if (citation === null) return [];
  const parts = citedParts(citation, paraphraseOf).filter(({ text }) => /\d/.test(text));
  const told = parts.filter(({ paraphrase }) => paraphrase === null);
  if (told.length > 0)
    return [
      fault('citation', id, `cites what is not paraphrased: ${told.map(({ text }) => text).join(', ')}`),
    ];
  const isLight = documents.find((one) => one.id === document)?.weight === 'lower';
  const most = isLight || parts.some(({ paraphrase }) => !paraphrase?.isChecked) ? 'low' : 'medium';
  return confidence === most
    ? []
    : [fault('citation', id, `must be of confidence ${most}: that a rule is touched is our own reading`)];
}

function unused({ awaited, themes, rows }: TraceTable): TraceFault[] {
  const waitedFor = new Set(rows.flatMap(({ awaits }) => awaits.map(nameOf)));
  return [
    ...awaited
      .filter((entry) => !waitedFor.has(nameOf(entry)))
      .map((entry) => fault('list', nameOf(entry), 'is awaited by no row')),
    ...themes
      .filter(({ id }) => !rows.some(({ theme }) => theme === id))
      .map(({ id }) => fault('list', id, 'is the theme of no row')),
  ];
}

/** Both ways: an entry that names a row stands in that row, and a row that such an entry serves is named by it. */
function disagreements(rows: readonly TraceRow[], serving: readonly Serving[]): TraceFault[] {
  const entries = new Map(serving.map((entry) => [nameOf(entry), entry]));
  const byId = new Map(rows.map((row) => [row.id, new Set(row.servedBy.map(nameOf))]));
  const untold = serving.flatMap((entry) =>
    entry.sourceIds
      .filter((id) => documentOf(id) !== '' && !byId.get(id)?.has(nameOf(entry)))
      .map((id) => fault('disagreement', id, `is among the sourceIds of ${nameOf(entry)}, not served by it`)),
  );
  const unnamed = rows.flatMap(({ id, servedBy }) =>
    servedBy
      .filter((target) => entries.get(nameOf(target))?.sourceIds.includes(id) === false)
      .map((target) => fault('disagreement', id, `is not among the sourceIds of ${nameOf(target)}`)),
  );
  return [...untold, ...unnamed];
}

function twice(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))];
}

function fault(code: FaultCode, at: string, says: string): TraceFault {
  return { code, at, says };
}
