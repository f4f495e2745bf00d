import { strictnessOf } from '../practice-decisions/decision-rules';
import type { QueryConfig } from 'pg';
import { byName } from '../database/by-name.sql';
import { isCurrent, type ModelInForce } from '../assessments/scores/service-score.query';
import type { DecisionCode } from '../assessments/scoring/service-result';
import type { CalendarDate } from '../common/calendar-date';
import { AGEING_MONTHS } from '../evidence/freshness';
import type { Level } from '../common/level';
import type { PracticeOutcome } from '../practice-decisions/practice-decision.fields';

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
  /** titles of the gates that stop it */
  stoppedBy: string[];
  /** what has to be put right before it may be used */
  remedies: string[];
  /** what the practice itself decided last; null where it has noted nothing */
  ownOutcome: PracticeOutcome | null;
  /** ratings of the threats, for the map */
  threats: { id: string; title: string; likelihood: Level; impact: Level; risk: Level }[];
}

/** A document on file that is, or soon will be, of little worth. */
export interface TurningEvidence {
  title: string;
  /** first day on which it is stale or expired */
  turnsOn: CalendarDate;
  isExpiry: boolean;
  /** a service that it is about; null where the vendor has none */
  serviceId: string | null;
}

/** A notice that the practice owes because of an incident. */
export interface IncidentDue {
  /** of the incident */
  id: string;
  title: string;
  /** what to do, with the last day */
  words: string;
  dueOn: CalendarDate;
}

export interface DashboardRow {
  services: DashboardService[];
  lastSealed: { id: string; asOf: CalendarDate } | null;
  /** what has turned since the last sealed assessment, or turns soon */
  evidence: TurningEvidence[];
  /** what is due of incidents, overdue ones among it */
  incidents: IncidentDue[];
}

/** So far ahead is looked for what is due. */
export const DUE_WITHIN_DAYS = 60;

const TURNS_ON = `least(coalesce(e.valid_until + 1, 'infinity'), (e.issued_on + interval '${AGEING_MONTHS} months')::date + 1)`;

const LAST_SEALED = `select a.id, a.as_of from assessment a
  where a.organization_id = $1 and a.status = 'sealed' and a.redacted_at is null
  order by a.as_of desc, a.created_at desc, a.id desc limit 1`;

/** Everything on the first page of a practice but for its tasks, in one statement: the worst service first. No whole result is unpacked. */
export function dashboard(organizationId: string, model: ModelInForce): QueryConfig {
  return {
    name: 'dashboard',
    text: `select
      (select coalesce(jsonb_agg(jsonb_build_object(
          'id', s.id, 'key', s.key, 'name', s.name, 'decision', x.decision, 'decisionLabel', x.overview -> 'decisionLabel', 'level', x.level,
          'why', x.why, 'confidencePercent', x.confidence_percent, 'holdsUntil', x.holds_until, 'isCurrent', ${isCurrent('$2', '$3')},
          'stoppedBy', x.overview -> 'stoppedBy', 'remedies', x.overview -> 'remedies', 'threats', x.overview -> 'threats',
          'ownOutcome', (select d.outcome from practice_decision d where d.organization_id = $1 and d.service_key = s.key
            order by d.decided_on desc, ${strictnessOf('d.outcome')}, d.key collate "C" desc limit 1)
        ) order by x.index_out_of_100 desc, ${byName('s.name')}, s.key), '[]')
        from service_score x
        join service s on s.organization_id = x.organization_id and s.key = x.service_key
        join organization o on o.organization_id = x.organization_id
        where x.organization_id = $1) as services,
      (select jsonb_build_object('id', a.id, 'asOf', a.as_of) from (${LAST_SEALED}) a) as "lastSealed",
      (select coalesce(jsonb_agg(jsonb_build_object('title', e.title, 'turnsOn', e.turns_on, 'isExpiry', e.turns_on = e.valid_until + 1,
          'serviceId', (select s.id from service s where s.organization_id = $1 and s.vendor_key = e.vendor_key
            order by exists (select 1 from evidence_service l
              where l.organization_id = $1 and l.evidence_key = e.key and l.service_key = s.key) desc, s.key limit 1))
          order by e.turns_on, ${byName('e.title')}), '[]')
        from (select e.key, e.title, e.vendor_key, e.valid_until, ${TURNS_ON} as turns_on,
            (now() at time zone o.time_zone)::date as today
          from evidence e join organization o on o.organization_id = e.organization_id
          where e.organization_id = $1) e
        where e.turns_on <= e.today + ${DUE_WITHIN_DAYS}
          and e.turns_on > coalesce((select a.as_of from (${LAST_SEALED}) a), e.today - ${DUE_WITHIN_DAYS})) as evidence,
      (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'title', i.title, 'words', d ->> 'words', 'dueOn', d ->> 'dueOn')
          order by d ->> 'dueOn', i.key), '[]')
        from incident i cross join lateral jsonb_array_elements(i.duties) d
        where i.organization_id = $1 and d ->> 'dueOn' is not null) as incidents`,
    values: [organizationId, model.id, model.version],
  };
}
