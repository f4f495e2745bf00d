import type { RecordKind } from '../../records/record-kind';
import { writeAnswersAnew } from './answer-writes';
import { isFrozen, type QuestionnaireState } from './lifecycle';
import { Questionnaire } from './questionnaire.entity';

/** The answers of a questionnaire `r` as one JSON list, by question. */
const ANSWERS = `(select coalesce(jsonb_agg(to_jsonb(x) order by x.question collate "C"), '[]') from (
    select a.question, a.value, a.basis, a.evidence, a.evidence_keys as "evidenceKeys", a.answered_on as "answeredOn",
      a.answered_by as "answeredBy", a.note, a.carried_from as "carriedFrom", a.review
    from questionnaire_answer a where a.organization_id = r.organization_id and a.questionnaire_id = r.id) x)`;

export const QUESTIONNAIRE: RecordKind = {
  name: 'questionnaire',
  plural: 'questionnaires',
  entity: Questionnaire,
  dossierList: 'questionnaires',
  table: 'questionnaire',
  columns: `r.about, r.service_key as service, r.catalog_version as "catalogVersion", r.state, r.issued_on as "issuedOn",
    r.submitted_on as "submittedOn", r.submitted_by as "submittedBy", r.supersedes, r.withdrawal, r.questions,
    ${ANSWERS} as answers`,
  entries: { field: 'answers', writeAnew: writeAnswersAnew },
  isFrozen: ({ state }) => isFrozen(state as QuestionnaireState),
};
