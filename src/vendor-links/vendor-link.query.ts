// The statements that read vendor links: those of a questionnaire for its practice, and for the vendor all that its pages show, in one.
import type { QueryConfig } from 'pg';
import type { CalendarDate } from '../common/calendar-date';
import type { AnswerValue } from '../questionnaires/records/answer-value.field';
import type { AskedQuestionFields } from '../questionnaires/records/asked-question.fields';
import type { QuestionnaireState } from '../questionnaires/records/lifecycle';

/** An answer as the vendor has it so far. That it is the vendor's word is said once it is submitted. */
export interface DraftedAnswer {
  value: AnswerValue;
  evidence: string | null;
  note: string | null;
  answeredOn: CalendarDate;
}

/** By id of the question. */
export type DraftedAnswers = Record<string, DraftedAnswer>;

export interface AttachedDocument {
  /** key of the evidence that it was stored as */
  key: string;
  title: string;
  digest: string;
  bytes: number;
  /** ids of the questions that it was attached to */
  questions: string[];
  on: CalendarDate;
}

export const LINK_COLUMNS = `l.id, l.email, l.created_by as "createdBy", l.created_at as "createdAt", l.expires_at as "expiresAt",
  l.begun_at as "begunAt", (select count(*)::integer from jsonb_object_keys(l.answers)) as answered,
  jsonb_array_length(l.documents) as attached, l.submitted_at as "submittedAt", l.submitted_by as "submittedBy", l.revoked_at as "revokedAt"`;

/** One more row than asked for, so that the reader knows whether there is a next page. */
export function vendorLinkPage(
  organizationId: string,
  questionnaireId: string,
  page: { after: string; limit: number },
): QueryConfig {
  return {
    name: 'vendor-link-page',
    text: `select ${LINK_COLUMNS} from vendor_link l
      where l.organization_id = $1 and l.questionnaire_id = $2 and l.id > $3 order by l.id limit $4`,
    values: [organizationId, questionnaireId, page.after, page.limit + 1],
  };
}

/** What vendors have submitted to a questionnaire, the last first. */
export interface SubmittedByVendor {
  id: string;
  submittedAt: Date;
  submittedBy: { name: string; role: string; email: string };
  answers: DraftedAnswers;
  documents: AttachedDocument[];
}

export function submittedByVendors(organizationId: string, questionnaireId: string): QueryConfig {
  return {
    name: 'submitted-by-vendors',
    text: `select l.id, l.submitted_at as "submittedAt", l.submitted_by as "submittedBy", l.answers, l.documents from vendor_link l
      where l.organization_id = $1 and l.questionnaire_id = $2 and l.submitted_at is not null order by l.submitted_at desc, l.id desc`,
    values: [organizationId, questionnaireId],
  };
}

/** What the pages of a vendor show. Nothing else of the practice is read: not its own answers, notes or evidence. */
export interface AskedOfVendor {
  practice: string;
  service: string;
  vendorKey: string;
  serviceKey: string;
  timeZone: string;
  state: QuestionnaireState;
  questions: AskedQuestionFields[];
  answers: DraftedAnswers;
  documents: AttachedDocument[];
  expiresAt: Date;
}

export function askedOfVendor(organizationId: string, linkId: string): QueryConfig {
  return {
    name: 'asked-of-vendor',
    text: `select o.name as practice, o.time_zone as "timeZone", s.name as service, s.key as "serviceKey", s.vendor_key as "vendorKey",
        q.state, (select coalesce(jsonb_agg(x.asked order by x.place), '[]') from jsonb_array_elements(q.questions) with ordinality as x (asked, place)
          where x.asked ->> 'answeredBy' = 'vendor') as questions,
        l.answers, l.documents, l.expires_at as "expiresAt"
      from vendor_link l
      join organization o on o.organization_id = l.organization_id
      join questionnaire q on q.organization_id = l.organization_id and q.id = l.questionnaire_id
      join service s on s.organization_id = q.organization_id and s.key = q.service_key
      where l.organization_id = $1 and l.id = $2`,
    values: [organizationId, linkId],
  };
}
