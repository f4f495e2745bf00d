import type { QueryConfig } from 'pg';
import { isCurrent, type ModelInForce } from '../assessments/scores/service-score.query';
import type { DecisionCode } from '../assessments/scoring/service-result';
import type { CalendarDate } from '../common/calendar-date';
import type { Level } from '../common/level';

export interface DashboardService {
  id: string;
  key: string;
  name: string;
  decision: DecisionCode;
  decisionLabel: string;
  level: Level;
  why: string;
  confidencePercent: number;
  holdsUntil: CalendarDate | null;
  isCurrent: boolean;
  /** ratings of the threats, for the map */
  threats: { id: string; likelihood: Level; impact: Level; risk: Level }[];
}

export interface DashboardRow {
  services: DashboardService[];
  lastSealed: { id: string; asOf: CalendarDate } | null;
}

/** Everything on the first page of a practice but for its tasks, in one statement: the worst service first. */
export function dashboard(organizationId: string, model: ModelInForce): QueryConfig {
  return {
    name: 'dashboard',
    text: `select
      (select coalesce(jsonb_agg(jsonb_build_object(
          'id', s.id, 'key', s.key, 'name', s.name, 'decision', x.decision, 'decisionLabel', x.result #>> '{decision,label}', 'level', x.level,
          'why', x.why, 'confidencePercent', x.confidence_percent, 'holdsUntil', x.holds_until, 'isCurrent', ${isCurrent('$2', '$3')},
          'threats', (
            select coalesce(jsonb_agg(jsonb_build_object('id', t ->> 'id', 'likelihood', t #>> '{residual,likelihood}',
              'impact', t #>> '{residual,impact}', 'risk', t #>> '{residual,risk}')), '[]')
            from jsonb_array_elements(x.result -> 'threats') t)
        ) order by x.index_out_of_100 desc, s.key), '[]')
        from service_score x
        join service s on s.organization_id = x.organization_id and s.key = x.service_key
        join organization o on o.organization_id = x.organization_id
        where x.organization_id = $1) as services,
      (select jsonb_build_object('id', a.id, 'asOf', a.as_of) from assessment a
        where a.organization_id = $1 and a.status = 'sealed' and a.redacted_at is null
        order by a.as_of desc, a.created_at desc, a.id desc limit 1) as "lastSealed"`,
    values: [organizationId, model.id, model.version],
  };
}
