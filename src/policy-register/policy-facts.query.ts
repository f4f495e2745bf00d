// Everything that the pages about policies and training show, in one statement.
import type { QueryConfig } from 'pg';
import { byName } from '../database/by-name.sql';
import type { CalendarDate } from '../common/calendar-date';
import { POLICY } from '../policies/policy.record';
import type { PolicyRecordDto } from '../policies/policy.dto';
import { POLICY_ACKNOWLEDGEMENT } from '../policies/policy-acknowledgement.record';
import type { CreatePolicyAcknowledgementDto } from '../policies/policy-acknowledgement.dto';
import type { CreatePolicyVersionDto } from '../policies/policy-version.dto';
import { STAFF_MEMBER } from '../workforce/staff-member.record';
import type { CreateStaffMemberDto } from '../workforce/staff-member.dto';
import { HAS_ACCOUNT } from '../workforce/accounts-of-staff';
import { TRAINING_RECORD } from '../workforce/training-record.record';
import type { CreateTrainingRecordDto } from '../workforce/training-record.dto';

export type OnRecord<T> = T & { id: string; version: number };

/** `text` is there for the versions of the policy that is asked about, and null for all others. */
export type VersionOnRecord = OnRecord<Omit<CreatePolicyVersionDto, 'text'>> & {
  text: CreatePolicyVersionDto['text'] | null;
};
export type StaffOnRecord = OnRecord<CreateStaffMemberDto> & {
  recordedOn: CalendarDate;
  /** they acknowledge policies themselves, signed in */
  hasAccount: boolean;
};

export interface PolicyFactsRow {
  timeZone: string;
  practice: string;
  /** states of clients and clinicians */
  states: string[];
  tools: string[];
  policies: OnRecord<PolicyRecordDto>[];
  versions: VersionOnRecord[];
  acknowledgements: OnRecord<CreatePolicyAcknowledgementDto>[];
  staff: StaffOnRecord[];
  training: OnRecord<CreateTrainingRecordDto>[];
  evidence: { key: string; name: string }[];
}

/** One row, none when the organization is not there. @param policy id of the policy whose texts are read too; null for none */
export function policyFacts(organizationId: string, policy: string | null): QueryConfig {
  const list = (columns: string, table: string, order: string, more = '') =>
    `(select coalesce(jsonb_agg(to_jsonb(x) order by ${order}), '[]') from (select r.id, r.key, r.version, ${more} ${columns}
      from ${table} r where r.organization_id = $1) x)`;
  const versions = `r.policy_key as policy, r.number, r.title, r.digest, r.evidence_key as evidence, r.adopted_on as "adoptedOn",
    r.approved_by as "approvedBy", r.reason,
    case when exists (select from policy p where p.organization_id = $1 and p.id = $2::uuid and p.key = r.policy_key) then r.text end as text`;
  return {
    name: 'policy-facts',
    text: `select o.time_zone as "timeZone", o.name as practice,
      (select coalesce(array_agg(distinct s order by s), '{}') from unnest(o.client_states || o.clinician_states) s) as states,
      (select coalesce(array_agg(x.name order by ${byName('x.name')}, x.key), '{}') from service x where x.organization_id = $1) as tools,
      ${list(POLICY.columns, 'policy', `${byName('x.title')}, x.key`)} as policies,
      ${list(versions, 'policy_version', 'x.policy, x.number desc')} as versions,
      ${list(POLICY_ACKNOWLEDGEMENT.columns, 'policy_acknowledgement', 'x."acknowledgedOn", x.key')} as acknowledgements,
      ${list(STAFF_MEMBER.columns, 'staff_member', `${byName('x.name')}, x.key`, `(r.created_at at time zone o.time_zone)::date as "recordedOn", ${HAS_ACCOUNT},`)} as staff,
      ${list(TRAINING_RECORD.columns, 'training_record', 'x."completedOn" desc, x.key')} as training,
      (select coalesce(jsonb_agg(to_jsonb(e) order by ${byName('e.name')}, e.key), '[]')
        from (select x.key, x.title as name from evidence x where x.organization_id = $1) e) as evidence
      from organization o where o.organization_id = $1`,
    values: [organizationId, policy],
  };
}
