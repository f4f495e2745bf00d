// The statements that read questionnaires: one whole, or a page of them without the wording of their questions.
import type { QueryConfig } from 'pg';
import { recordById } from '../records/record-kind';
import type { AnswerFields } from './records/answer.fields';
import type { AskedQuestionFields } from './records/asked-question.fields';
import { QUESTIONNAIRE } from './records/questionnaire.record';
import type { QuestionnaireRecordFields } from './records/questionnaire.fields';

interface Meta {
  id: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export type StoredQuestionnaire = Meta &
  Omit<QuestionnaireRecordFields, 'questions'> & { questions: AskedQuestionFields[] };

/** What a summary is counted from: of questions and answers no more than their form. */
export type StoredSummary = Meta &
  Omit<QuestionnaireRecordFields, 'questions' | 'answers'> & {
    questions: Pick<AskedQuestionFields, 'id' | 'answerType'>[];
    answers: Pick<AnswerFields, 'question' | 'value' | 'carriedFrom' | 'review'>[];
  };

export function questionnaireById(organizationId: string, id: string): QueryConfig {
  return recordById(QUESTIONNAIRE, organizationId, id);
}

const SUMMARY = `r.id, r.key, r.version, r.created_at as "createdAt", r.updated_at as "updatedAt", r.about,
  r.service_key as service, r.catalog_version as "catalogVersion", r.state, r.issued_on as "issuedOn",
  r.submitted_on as "submittedOn", r.submitted_by as "submittedBy", r.supersedes, r.withdrawal,
  (select coalesce(jsonb_agg(jsonb_build_object('id', q.asked -> 'id', 'answerType', q.asked -> 'answerType') order by q.place), '[]')
    from jsonb_array_elements(r.questions) with ordinality as q (asked, place)) as questions,
  (select coalesce(jsonb_agg(jsonb_build_object('question', a.question, 'carriedFrom', a.carried_from, 'review', a.review,
      'value', case when a.value = '"unknown"' then a.value else '""' end)), '[]')
    from questionnaire_answer a where a.organization_id = r.organization_id and a.questionnaire_id = r.id) as answers`;

export interface SummaryFilter {
  after: string;
  limit: number;
  key: string | null;
  service: string | null;
  state: string | null;
}

/** One more row than asked for, so that the reader knows whether there is a next page. */
export function questionnairePage(
  organizationId: string,
  { after, limit, key, service, state }: SummaryFilter,
): QueryConfig {
  return {
    name: 'questionnaire-page',
    text: `select ${SUMMARY} from questionnaire r
      where r.organization_id = $1 and r.id > $2 and ($3::text is null or r.key = $3)
        and ($4::text is null or r.service_key = $4) and ($5::text is null or r.state = $5)
      order by r.id limit $6`,
    values: [organizationId, after, key, service, state, limit + 1],
  };
}
