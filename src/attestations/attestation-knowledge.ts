// catalogs/attestations.yaml as parsed: what each kind of attestation is worth, on which criteria and for how long.
import type { Basis } from '../common/words';
import type { AttestationKind } from './attestation.fields';

/** What an attestation must show to be more than a statement. */
export const ATTESTATION_NEEDS = ['accredited_body', 'independent_issuer', 'covered_by_opinion'] as const;
export type AttestationNeed = (typeof ATTESTATION_NEEDS)[number];

export interface AttestationDefinition {
  /** the id of the fact base, such as ATT-ISO27001 */
  readonly id: string;
  readonly kind: AttestationKind;
  readonly name: string;
  readonly what: string;
  /** in words, for people */
  readonly weight: string;
  /** how long it counts from its issue; null: as long as its own term says, or not at all where it earns nothing */
  readonly validityMonths: number | null;
  /** after so many months without a surveillance or interim review it is ageing; null where there is none */
  readonly surveillanceMonths: number | null;
  readonly needs: AttestationNeed | null;
  /** true: findings of critical or high severity that are open, or not told of, take all credit */
  readonly asksFindings: boolean;
  readonly assurance: Basis;
  readonly earns: readonly { readonly criteria: readonly string[]; readonly met: 'fully' | 'partly' }[];
  readonly basis: string;
}

export interface AttestationKnowledge {
  readonly attestations: readonly AttestationDefinition[];
}
