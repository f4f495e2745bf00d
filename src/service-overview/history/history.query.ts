// Who did what to a tool and to the records about it: entries of the audit log, found by its index of subjects, the latest first.
import type { QueryConfig } from 'pg';

export interface HistoryRow {
  sequence: number;
  at: Date;
  actorKind: 'person' | 'api_key' | 'system';
  actorName: string | null;
  action: string;
  subjectKind: string;
  /** what the record is called; null where it has no name of its own */
  subjectName: string | null;
  data: Record<string, unknown>;
}

/** Questions whether the tool may be used now are many, and no change: they stand in the audit log alone. */
const NO_CHANGE = 'access.evaluated';

const OF_VENDOR = (table: string, name = 'null'): string =>
  `select '${table}' as kind, r.id, ${name} as name from ${table} r where r.organization_id = $1 and r.vendor_key = s.vendor_key`;
const OF_SERVICE = (table: string, name = 'null'): string =>
  `select '${table}' as kind, r.id, ${name} as name from ${table} r where r.organization_id = $1 and r.service_key = s.key`;

const SUBJECTS = [
  `select 'service', s.id, s.name`,
  `select 'vendor', v.id, v.name from vendor v where v.organization_id = $1 and v.key = s.vendor_key`,
  OF_VENDOR('agreement', 'r.title'),
  OF_VENDOR('evidence', 'r.title'),
  OF_VENDOR('soc2_report', 'r.auditor'),
  OF_VENDOR('attestation', `replace(r.kind, '_', ' ')`),
  OF_VENDOR('financial_standing'),
  OF_SERVICE('data_flow', 'r.purpose'),
  OF_SERVICE('checklist'),
  OF_SERVICE('practice_measures'),
  OF_SERVICE('adjustment', 'r.threat'),
  OF_SERVICE('model_card', 'r.model'),
  OF_SERVICE('clinical_validation', 'r.study'),
  OF_SERVICE('service_level'),
  OF_SERVICE('exit_terms'),
  OF_SERVICE('bias_audit', 'r.measure'),
  OF_SERVICE('log_review'),
  OF_SERVICE('disputed_decision', 'r.reference'),
  OF_SERVICE('performance_measurement'),
  OF_VENDOR('vendor_review'),
  OF_SERVICE('exit_plan'),
  OF_SERVICE('questionnaire'),
  `select 'incident', r.id, r.title from incident r join incident_service l on l.organization_id = $1 and l.incident_key = r.key
    where r.organization_id = $1 and l.service_key = s.key`,
  `select 'consent_form', r.id, r.form_version from consent_form r join consent_form_service l on l.organization_id = $1 and l.consent_form_key = r.key
    where r.organization_id = $1 and l.service_key = s.key`,
].join(' union all ');

/** @param before the number of the entry after which (downwards) the page begins; null for the first page */
export function historyOfTool(
  organizationId: string,
  serviceId: string,
  before: number | null,
  limit: number,
): QueryConfig {
  return {
    name: 'history-of-tool',
    text: `select e.sequence::float8 as sequence, e.occurred_at as at, e.actor_kind as "actorKind", coalesce(p.name, k.label) as "actorName",
        e.action, e.subject_kind as "subjectKind", t.name as "subjectName", e.data
      from service s cross join lateral (${SUBJECTS}) as t (kind, id, name)
      join audit_event e on e.organization_id = $1 and e.subject_kind = t.kind and e.subject_id = t.id
      left join person p on e.actor_kind = 'person' and p.id = e.actor_id
      left join api_key k on e.actor_kind = 'api_key' and k.organization_id = e.organization_id and k.id = e.actor_id
      where s.organization_id = $1 and s.id = $2 and e.action <> '${NO_CHANGE}' and ($3::bigint is null or e.sequence < $3)
      order by e.sequence desc limit $4`,
    values: [organizationId, serviceId, before, limit + 1],
  };
}
