// Where the practice's own records speak against an answer of "in place". The rule's entries name which records would (catalogs/security-rule.yaml).
import type { RuleEntry } from './security-rule';

/** What the records of the practice say on the day, as keys. */
export interface RecordsBeside {
  /** services with a flow of protected data to a business associate that no agreement in force covers */
  readonly withoutAgreement: readonly string[];
  /** provisions that a reader did not find, or found taken back, in an agreement in force */
  readonly missingPromises: readonly { readonly agreement: string; readonly provision: string }[];
}

export const NOTHING_BESIDE: RecordsBeside = { withoutAgreement: [], missingPromises: [] };

export type Contradiction =
  | { readonly kind: 'flow_without_agreement'; readonly services: readonly string[] }
  | { readonly kind: 'promise_missing'; readonly agreements: readonly string[] };

/** What contradicts that the entry is in place; keys sorted, each once. Whether it was answered so is not asked here. */
export function contradictionsOf(
  { contradictedBy, promises }: Pick<RuleEntry, 'contradictedBy' | 'promises'>,
  { withoutAgreement, missingPromises }: RecordsBeside,
): Contradiction[] {
  const found: Contradiction[] = [];
  if (contradictedBy === 'flow_without_agreement' && withoutAgreement.length > 0)
    found.push({ kind: 'flow_without_agreement', services: sorted(withoutAgreement) });
  const lacking = missingPromises.filter(({ provision }) => promises?.includes(provision));
  if (lacking.length > 0)
    found.push({ kind: 'promise_missing', agreements: sorted(lacking.map(({ agreement }) => agreement)) });
  return found;
}

function sorted(keys: readonly string[]): string[] {
  return [...new Set(keys)].sort();
}
