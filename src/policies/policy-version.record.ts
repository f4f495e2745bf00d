import type { RecordKind } from '../records/record-kind';
import { PolicyVersion } from './policy-version.entity';

/** Nothing of a version ever changes: what is different is a new one. */
export const POLICY_VERSION: RecordKind = {
  name: 'policy_version',
  plural: 'policy-versions',
  entity: PolicyVersion,
  dossierList: 'policyVersions',
  table: 'policy_version',
  columns: `r.policy_key as policy, r.number, r.title, r.text, r.digest, r.evidence_key as evidence, r.adopted_on as "adoptedOn",
    r.approved_by as "approvedBy", r.reason`,
  step: { action: 'policies.adopt', isTaken: () => true },
  isFrozen: () => true,
};
