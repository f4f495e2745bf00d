// The practice's own systems beside its flows: flows are told tool by tool, and the record system is at the practice's end of most of them. What neither a connection
// nor a flow leads to is said to be not yet known.
import { isWayUnknown, ownSystems, type OwnSystem } from '../../assets/own-systems';
import type { AssessmentDocument } from '../../assessments/assessment.document';
import type { ConnectionRow } from './inventory-rows';
import type { NumberedFlow } from './flows.presenter';
import { counted, listed } from './number-words';

export interface OwnSystemRow {
  name: string;
  /** "Laptops of the clinicians (C1); named in the steps of F4"; what is not known is said */
  ways: string;
  isUnknown: boolean;
}

/** @param connections as the inventory of the report numbers them */
export function ownSystemRows(
  { dossier }: Pick<AssessmentDocument, 'dossier'>,
  connections: readonly ConnectionRow[],
  flows: readonly NumberedFlow[],
): OwnSystemRow[] {
  const rows = new Map(connections.map((row) => [row.key, row]));
  const numbers = new Map(flows.map(({ flow, number }) => [flow.key, number]));
  return ownSystems(dossier).map((system) => ({
    name: system.name,
    ways: waysInWords(system, rows, numbers),
    isUnknown: isWayUnknown(system),
  }));
}

function waysInWords(
  system: OwnSystem,
  rows: ReadonlyMap<string, ConnectionRow>,
  numbers: ReadonlyMap<string, string>,
): string {
  if (isWayUnknown(system)) return UNKNOWN_WAY;
  const ways = system.connections.flatMap((key) => {
    const row = rows.get(key);
    return row ? [`${row.fromEnd === `asset ${system.key}` ? row.to : row.from} (${row.number})`] : [];
  });
  // in the order of the numbers, which is that of the map
  const named = [...numbers].flatMap(([key, number]) => (system.flows.includes(key) ? [number] : []));
  return [
    ...(ways.length > 0 ? [listed(ways)] : []),
    named.length > 0 ? `Named in the steps of ${listed(named)}` : 'No flow names it',
  ].join('. ');
}

export const UNKNOWN_WAY = 'Not yet known: how client data gets in and out';

/** "No flow is recorded of 2 tools: A and B."; empty where each has one. */
export function withoutFlowWords(
  { dossier }: Pick<AssessmentDocument, 'dossier'>,
  flows: readonly NumberedFlow[],
): string {
  const told = new Set(flows.map(({ service }) => service.key));
  const names = dossier.services.filter(({ key }) => !told.has(key)).map(({ name }) => name);
  if (names.length === 0) return '';
  return `No flow is recorded of ${counted(names.length, 'tool')}: ${listed(names)}. How client data gets in and out of ${names.length === 1 ? 'it' : 'them'} is not yet known.`;
}
