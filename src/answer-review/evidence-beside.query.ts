// The evidence that answers name, as a review shows it beside them: one statement for all of a questionnaire.
import type { QueryConfig } from 'pg';
import type { CalendarDate } from '../common/calendar-date';

export interface EvidenceBeside {
  id: string;
  key: string;
  version: number;
  title: string;
  issuedOn: CalendarDate;
  reference: string | null;
  /** of the stored file; null where none is kept, or it was destroyed */
  fileId: string | null;
}

export function evidenceOfQuestionnaire(organizationId: string, questionnaireId: string): QueryConfig {
  return {
    name: 'evidence-of-questionnaire',
    text: `select e.id, e.key, e.version, e.title, e.issued_on as "issuedOn", e.reference,
        (select f.id from stored_file f where f.organization_id = e.organization_id and f.digest = e.file ->> 'digest' and f.destroyed_at is null
          limit 1) as "fileId"
      from evidence e where e.organization_id = $1 and e.key in (
        select unnest(a.evidence_keys) from questionnaire_answer a where a.organization_id = $1 and a.questionnaire_id = $2)
      order by e.key`,
    values: [organizationId, questionnaireId],
  };
}
