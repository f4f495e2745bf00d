// What is on record of a practice that finds its way to a first assessment, in one statement: for each tool whether each step has left something.
import type { QueryConfig } from 'pg';
import type { AssessmentResponse } from '../assessments/assessment.dto';
import type { ServiceFunction } from '../vendors/service.fields';

export interface ToolOnTheWay {
  id: string;
  key: string;
  name: string;
  functions: ServiceFunction[];
  usesAi: boolean;
  hasFlows: boolean;
  /** an agreement is on record, or somebody said that there is none, or that they do not know */
  hasAgreementSaid: boolean;
  hasEvidence: boolean;
  /** what the practice does itself */
  measuresId: string | null;
  /** more of the checklist is answered than whether there is an agreement */
  hasChecklist: boolean;
  /** the questionnaire that is being answered, else the one whose answers count */
  questionnaire: { id: string; state: 'issued' | 'submitted' } | null;
}

export interface FirstAssessmentRow {
  practiceName: string;
  tools: ToolOnTheWay[];
  /** the newest that has text */
  assessment: { id: string; status: AssessmentResponse['status'] } | null;
  /** the newest PDF of it, once it is there */
  hasPrint: boolean;
}

/** One row, none when the organization is not there. Tools in the order in which they were added. */
export function firstAssessment(organizationId: string): QueryConfig {
  const ofTool = (table: string) =>
    `exists (select from ${table} r where r.organization_id = $1 and r.service_key = s.key`;
  return {
    name: 'first-assessment',
    text: `select o.name as "practiceName",
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'key', s.key, 'name', s.name, 'functions', s.functions,
          'usesAi', s.uses_ai, 'hasFlows', ${ofTool('data_flow')}),
          'hasAgreementSaid', ${ofTool('agreement_service')})
            or ${ofTool('checklist')} and r.answers @> '[{"item": "baa_signed"}]'),
          'hasEvidence', exists (select from evidence_service l where l.organization_id = $1 and l.service_key = s.key),
          'measuresId', (select m.id from practice_measures m where m.organization_id = $1 and m.service_key = s.key limit 1),
          'hasChecklist', ${ofTool('checklist')}
            and exists (select from jsonb_array_elements(r.answers) a where a ->> 'item' <> 'baa_signed')),
          'questionnaire', (select jsonb_build_object('id', q.id, 'state', q.state) from questionnaire q
            where q.organization_id = $1 and q.service_key = s.key and q.state in ('issued', 'submitted')
            order by q.state = 'issued' desc, q.created_at desc, q.id desc limit 1)
        ) order by s.created_at, s.key), '[]') from service s where s.organization_id = $1) as tools,
      a.assessment, coalesce(a."hasPrint", false) as "hasPrint"
      from organization o
      left join lateral (
        select jsonb_build_object('id', x.id, 'status', x.status) as assessment,
          exists (select from report p where p.organization_id = $1 and p.assessment_id = x.id and p.format = 'pdf'
            and p.status = 'done') as "hasPrint"
        from assessment x where x.organization_id = $1 and x.redacted_at is null
        order by x.created_at desc, x.id desc limit 1) a on true
      where o.organization_id = $1`,
    values: [organizationId],
  };
}
