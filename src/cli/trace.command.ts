// duecare trace: how far the product serves the rows of the source documents, and what is still to be built for them.
import '../app.module'; // pages count as far as their controllers are loaded
import { loadCatalogs } from '../catalogs/load-catalogs';
import { claimsSaid } from '../traceability/claims-said';
import {
  awaitedWork,
  coverageBy,
  coverageOf,
  rowsByTargetKind,
  MAPPINGS,
  unmapped,
  type AwaitedWork,
  type Coverage,
} from '../traceability/coverage';
import { productTexts } from '../traceability/product-texts';
import { KIND_WORDS, nameOf } from '../traceability/targets';
import { ROW_KINDS, type TraceTable } from '../traceability/trace-table';
import { loadTraceability, type Traceability } from '../traceability/traceability';
import { EXIT, type ExitCode } from './exit-codes';
import { textTable } from './text-table';

const LINE_WIDTH = 120;

export interface TraceFlags {
  awaiting?: boolean;
}

/** Prints the coverage; with `awaiting`, the rows by what they wait for. Fails while a row is served by nothing or anything does not hold together. */
export function printTrace({ awaiting }: TraceFlags): ExitCode {
  const traceability = loadTraceability(loadCatalogs());
  const said = saidLines(traceability.table);
  const lines = awaiting ? awaitedLines(traceability) : coverageLines(traceability, said);
  process.stdout.write(`${lines.join('\n')}\n`);
  const open = unmapped(traceability.table.rows).length;
  return open + traceability.faults.length + said.length > 0 ? EXIT.failed : EXIT.ok;
}

function coverageLines({ table, find, faults }: Traceability, said: readonly string[]): string[] {
  const { rows, documents, themes } = table;
  const open = unmapped(rows).map(({ id }) => id);
  const ofCode = (code: string) => faults.filter((fault) => fault.code === code).length;
  const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  const work = awaitedWork(table, find);
  const numbers = textTable(
    ['', 'rows'],
    [
      ['total', `${rows.length}`],
      ...MAPPINGS.map((mapping) => [WORDS[mapping], `${coverageOf(rows).counts[mapping]}`]),
      ['unmapped (awaiting or forgotten)', `${open.length}`],
      ['dangling ids', `${ofCode('dangling')}`],
      ['duplicates', `${ofCode('duplicate')}`],
    ],
    LINE_WIDTH,
  );
  return [
    numbers,
    ...section('By document', coverageTable(coverageBy(rows, idsOf(documents), ({ document }) => document))),
    ...section('By theme', coverageTable(coverageBy(rows, idsOf(themes), ({ theme }) => theme))),
    ...section('By kind of row', coverageTable(coverageBy(rows, ROW_KINDS, ({ kind }) => kind))),
    ...section(
      'Served by',
      textTable(
        ['kind', 'rows'],
        rowsByTargetKind(rows, ({ servedBy }) => servedBy).map((one) => [one.kind, `${one.rows}`]),
        LINE_WIDTH,
      ),
    ),
    ...section(
      'Awaited',
      textTable(
        ['kind', 'rows', 'pieces'],
        rowsByTargetKind(rows, ({ awaits }) => awaits).map((one) => [
          one.kind,
          `${one.rows}`,
          `${work.filter(({ kind }) => kind === one.kind).length}`,
        ]),
        LINE_WIDTH,
      ),
    ),
    ...listed('Built meanwhile, so that rows can name it in servedBy', builtMeanwhile(work)),
    ...listed('Unmapped', open),
    ...listed(
      'Does not hold together',
      faults.map(({ at, says }) => `${at} ${says}`),
    ),
    ...listed('Said, though it is a claim not to be repeated', said),
  ];
}

const WORDS: Readonly<Record<(typeof MAPPINGS)[number], string>> = {
  mapped: 'mapped',
  partly: 'partly: the rest is awaited',
  awaiting: 'awaiting',
  out_of_scope: 'out of scope',
  forgotten: 'forgotten',
};

function awaitedLines({ table, find }: Traceability): string[] {
  return awaitedWork(table, find).flatMap(({ kind, id, says, rows, isBuilt }, place, all) => [
    ...(all[place - 1]?.kind === kind ? [] : ['', `${KIND_WORDS[kind]}`, '']),
    `  ${id}: ${says} (${rows.length})${isBuilt ? ' [built]' : ''}`,
    `    ${rows.join(' ')}`,
  ]);
}

function coverageTable(coverage: readonly Coverage[]): string {
  return textTable(
    ['', 'rows', 'mapped', 'partly', 'awaiting', 'out of scope', 'forgotten'],
    coverage.map(({ of, total, counts }) => [
      of,
      `${total}`,
      ...MAPPINGS.map((mapping) => `${counts[mapping]}`),
    ]),
    LINE_WIDTH,
  );
}

function builtMeanwhile(work: readonly AwaitedWork[]): string[] {
  return work.filter(({ isBuilt }) => isBuilt).map((entry) => `${nameOf(entry)}: ${entry.rows.join(' ')}`);
}

function saidLines({ claimsNotRepeated }: TraceTable): string[] {
  return productTexts().flatMap(({ file, text }) =>
    claimsSaid(text, claimsNotRepeated).map(({ claim, said }) => `${file} ${claim}: ${said}`),
  );
}

function section(title: string, body: string): string[] {
  return ['', title, '', body];
}

function listed(title: string, entries: readonly string[]): string[] {
  return entries.length === 0 ? [] : ['', `${title}:`, ...entries.map((entry) => `  ${entry}`)];
}
