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
  isFrozen: () => true,
};
