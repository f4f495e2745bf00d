// What the page of a tool tells beside its score, flows, agreements and evidence: adjustments, companies behind it, names of the records that the
// engine speaks of, results in sealed assessments. One statement.
import { strictnessOf } from '../practice-decisions/decision-rules';
import type { QueryConfig } from 'pg';
import type { DecisionCode } from '../assessments/scoring/service-result';
import { ADJUSTMENT } from '../adjustments/adjustment.record';
import type { AdjustmentFields } from '../adjustments/adjustment.fields';
import type { CalendarDate } from '../common/calendar-date';
import type { Level } from '../common/level';
import type { IncidentFields } from '../incidents/incident.fields';
import type { PracticeMeasuresFields } from '../practice-measures/practice-measures.fields';
import { PRACTICE_MEASURES } from '../practice-measures/practice-measures.record';
import type { IntegrationFields, ModelProviderFields, SubcontractorFields } from '../vendors/service.fields';
import type { NamedKind } from './engine-words';
import { FINDING } from '../findings/finding.record';
import { PRACTICE_DECISION } from '../practice-decisions/practice-decision.record';
import { RISK_ACCEPTANCE } from '../risk-acceptances/risk-acceptance.record';
import type { RiskManagementFacts } from './risk-management-section.presenter';
import { PAPERS_OF_TOOL, type PapersFacts } from './papers/papers-of-tool.query';

/** So many sealed assessments are looked into, the newest. */
const MOST_SEALED = 8;

export type StoredAdjustment = AdjustmentFields & { id: string; key: string };

export interface CompaniesFacts {
  usesAi: boolean;
  modelProvider: string | null;
  /** null where nobody has said whether there are any */
  subcontractors: SubcontractorFields[] | null;
  modelProviders: ModelProviderFields[] | null;
  integrations: IntegrationFields[] | null;
}

export interface ThenResult {
  assessmentId: string;
  asOf: CalendarDate;
  decision: DecisionCode;
  level: Level;
}

export type StoredMeasures = PracticeMeasuresFields & { id: string };

export interface ToolFactsRow extends CompaniesFacts {
  /** what the practice does itself; null where nothing is on record */
  measures: StoredMeasures | null;
  adjustments: StoredAdjustment[];
  /** but for flows and agreements, which the page has already */
  named: { kind: NamedKind; key: string; name: string }[];
  /** oldest first */
  sealed: ThenResult[];
  papers: PapersFacts;
  /** that concern it, the latest first */
  incidents: (Pick<IncidentFields, 'title' | 'kind' | 'knownOn'> & {
    id: string;
    closedOn: CalendarDate | null;
  })[];
  managed: RiskManagementFacts;
  /** how many records each register of living with AI holds about it */
  overseen: Record<OverseenRegister, number>;
}

const OF_VENDOR = (kind: NamedKind, table: string, name: string): string =>
  `select '${kind}' as kind, r.key, ${name} as name from ${table} r where r.organization_id = $1 and r.vendor_key = s.vendor_key`;
const OF_SERVICE = (kind: NamedKind, table: string, name: string): string =>
  `select '${kind}' as kind, r.key, ${name} as name from ${table} r where r.organization_id = $1 and r.service_key = s.key`;

const NAMED = [
  OF_VENDOR('SOC 2 report', 'soc2_report', 'r.auditor'),
  OF_VENDOR('attestation', 'attestation', `replace(r.kind, '_', ' ')`),
  OF_VENDOR('financial standing', 'financial_standing', `r.as_of::text`),
  OF_SERVICE('model card', 'model_card', `r.model || ' ' || r.model_version`),
  OF_SERVICE('clinical validation', 'clinical_validation', 'r.study'),
  OF_SERVICE('exit terms', 'exit_terms', `'exit terms'`),
  OF_SERVICE('service level', 'service_level', `replace(r.measure, '_', ' ')`),
  `select 'question' as kind, q ->> 'id', q ->> 'question' from questionnaire r, jsonb_array_elements(r.questions) q
    where r.organization_id = $1 and r.service_key = s.key and r.state in ('issued', 'submitted')`,
].join(' union ');

/** What the practice does about the risks of the tool `s`. */
const MANAGED = `jsonb_build_object(
  'acceptances', (select coalesce(jsonb_agg(to_jsonb(a) order by a.key), '[]') from (select r.key, ${RISK_ACCEPTANCE.columns}
    from risk_acceptance r where r.organization_id = $1 and r.service_key = s.key) a),
  'findings', (select coalesce(jsonb_agg(to_jsonb(f) order by f."foundOn" desc, f.id), '[]') from (select r.id, ${FINDING.columns}
    from finding r where r.organization_id = $1 and r.service_key = s.key) f),
  'decided', (select to_jsonb(d) from (select r.id, ${PRACTICE_DECISION.columns} from practice_decision r
    where r.organization_id = $1 and r.service_key = s.key order by r.decided_on desc, ${strictnessOf('r.outcome')}, r.key collate "C" desc limit 1) d))`;
export const OVERSEEN_REGISTERS = [
  'bias-audits',
  'log-reviews',
  'disputed-decisions',
  'performance-measurements',
  'vendor-reviews',
  'exit-plans',
] as const;
export type OverseenRegister = (typeof OVERSEEN_REGISTERS)[number];

/** A review of the vendor counts where it was about this tool. */
const OVERSEEN = OVERSEEN_REGISTERS.map((register) => {
  const table = register.replaceAll('-', '_').replace(/s$/, '');
  const which = register === 'vendor-reviews' ? 's.key = any (x.services)' : 'x.service_key = s.key';
  return `'${register}', (select count(*) from ${table} x where x.organization_id = $1 and ${which})`;
}).join(', ');

export function toolFacts(organizationId: string, serviceId: string): QueryConfig {
  return {
    name: 'tool-facts',
    text: `select s.uses_ai as "usesAi", s.model_provider as "modelProvider", s.subcontractors, s.model_providers as "modelProviders",
        s.integrations, ${PAPERS_OF_TOOL} as papers,
      (select coalesce(jsonb_agg(to_jsonb(a) order by a."decidedOn" desc, a.key), '[]')
        from (select r.id, r.key, ${ADJUSTMENT.columns} from adjustment r
          where r.organization_id = $1 and r.service_key = s.key) a) as adjustments,
      (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'title', i.title, 'kind', i.kind, 'knownOn', i.known_on, 'closedOn', i.closed_on)
          order by i.known_on desc, i.key), '[]')
        from incident_service l join incident i on i.organization_id = $1 and i.key = l.incident_key
        where l.organization_id = $1 and l.service_key = s.key) as incidents,
      ${MANAGED} as managed,
      jsonb_build_object(${OVERSEEN}) as overseen,
      (select coalesce(jsonb_agg(to_jsonb(n)), '[]') from (${NAMED}) n) as named,
      (select to_jsonb(m) from (select r.id, ${PRACTICE_MEASURES.columns} from practice_measures r
        where r.organization_id = $1 and r.service_key = s.key) m) as measures,
      (select coalesce(jsonb_agg(jsonb_build_object('assessmentId', d.id, 'asOf', d.as_of, 'decision', d.result #>> '{decision,code}',
          'level', d.result ->> 'level') order by d.as_of, d.id), '[]')
        from (select a.id, a.as_of, jsonb_path_query_first(a.document::jsonb, '$.results[*] ? (@.service.key == $key)',
              jsonb_build_object('key', s.key)) as result
          from (select * from assessment x where x.organization_id = $1 and x.status = 'sealed' and x.redacted_at is null
            order by x.as_of desc, x.created_at desc, x.id desc limit ${MOST_SEALED}) a) d
        where d.result is not null) as sealed
      from service s where s.organization_id = $1 and s.id = $2`,
    values: [organizationId, serviceId],
  };
}
