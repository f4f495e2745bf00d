// The table with what it is looked up in: read once, checked whole, shared by the page, the command and the tests.
import type { Catalogs } from '../catalogs/load-catalogs';
import { explanations } from '../explanations/explanations';
import { pagePatterns } from '../web/pages';
import { servingEntries, targetFinder } from './known-targets';
import type { FindTarget } from './targets';
import { traceFaults, type TraceFault } from './trace-faults';
import { readTraceTable, type TraceTable } from './trace-table';

export interface Traceability {
  table: TraceTable;
  find: FindTarget;
  faults: readonly TraceFault[];
}

/** Pages count as far as their controllers are loaded. @throws CatalogError for a file that does not fit its shape */
export function loadTraceability(catalogs: Catalogs): Traceability {
  const table = readTraceTable();
  const explained = explanations();
  const find = targetFinder({ catalogs, explanations: explained, pages: pagePatterns() });
  const faults = traceFaults(table, {
    find,
    serving: servingEntries(catalogs),
    paraphraseOf: explained.citations.find,
  });
  return { table, find, faults };
}

/** @throws Error that lists every fault: a table that does not hold together stops the start, as any other catalog does */
export function soundTraceability(catalogs: Catalogs): Traceability {
  const traceability = loadTraceability(catalogs);
  const told = traceability.faults.map(({ at, says }) => `  ${at} ${says}`);
  if (told.length > 0) throw new Error(`catalogs/traceability:\n${told.join('\n')}`);
  return traceability;
}
