import type { RecordKind } from '../records/record-kind';
import { PolicyAcknowledgement } from './policy-acknowledgement.entity';

/** What somebody said stays said. */
export const POLICY_ACKNOWLEDGEMENT: RecordKind = {
  name: 'policy_acknowledgement',
  plural: 'policy-acknowledgements',
  entity: PolicyAcknowledgement,
  dossierList: 'policyAcknowledgements',
  table: 'policy_acknowledgement',
  columns: `r.policy_version_key as "policyVersion", r.staff_member_key as "staffMember", r.acknowledged_on as "acknowledgedOn", r.how,
    r.noted_by as "notedBy"`,
  // Only they themselves say that they have read it, signed in; a file that says so for them is for an official to vouch for.
  step: { action: 'policies.adopt', isTaken: ({ how }) => how === 'signed_in' },
  isFrozen: () => true,
};
