// The order in which services are told: what must not be used first, then by level; each gets a letter that the maps use.
import { DECISIONS, type ServiceResult } from '../../assessments/scoring/service-result';
import { rankOf } from '../../common/level';

export interface OrderedService {
  result: ServiceResult;
  /** from 1 */
  position: number;
  /** A to Z, then AA, AB ... */
  letter: string;
}

export function servicesInOrder(results: readonly ServiceResult[]): OrderedService[] {
  return [...results]
    .sort(worstFirst)
    .map((result, index) => ({ result, position: index + 1, letter: letterOf(index) }));
}

function worstFirst(one: ServiceResult, other: ServiceResult): number {
  return (
    DECISIONS.indexOf(one.decision.code) - DECISIONS.indexOf(other.decision.code) ||
    rankOf(other.level) - rankOf(one.level) ||
    other.indexOutOf100 - one.indexOutOf100 ||
    compared(one.service.name, other.service.name) ||
    compared(one.service.key, other.service.key)
  );
}

/** By code unit: an alphabet's own order may change with the language data of a Node release. */
function compared(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}
