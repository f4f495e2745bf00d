import type { QueryConfig } from 'pg';

const COLUMNS = `c.id, c.assessment_id as "assessmentId", c.section, c.service_key as service, c.answer_to as "answerTo", c.text, c.author,
  c.created_at as "createdAt", c.resolved_at as "resolvedAt", c.resolved_by as "resolvedBy"`;

/** Of an assessment `r`: comments that nobody has resolved. Answers are no comments of their own. */
export const OPEN_COMMENTS = `(select count(*)::integer from assessment_comment c
  where c.organization_id = r.organization_id and c.assessment_id = r.id and c.answer_to is null and c.resolved_at is null)`;

/** Comments on one assessment with their answers, oldest first. */
export function commentPage(
  organizationId: string,
  assessmentId: string,
  after: string,
  limit: number,
): QueryConfig {
  return {
    name: 'comment-page',
    text: `select ${COLUMNS} from assessment_comment c
      where c.organization_id = $1 and c.assessment_id = $2 and c.id > $3 order by c.id limit $4`,
    values: [organizationId, assessmentId, after, limit + 1],
  };
}

export function commentById(organizationId: string, assessmentId: string, id: string): QueryConfig {
  return {
    name: 'comment-by-id',
    text: `select ${COLUMNS} from assessment_comment c where c.organization_id = $1 and c.assessment_id = $2 and c.id = $3`,
    values: [organizationId, assessmentId, id],
  };
}

/** Comments on all assessments, for who takes everything along. */
export function everyComment(organizationId: string, after: string, limit: number): QueryConfig {
  return {
    text: `select ${COLUMNS} from assessment_comment c where c.organization_id = $1 and c.id > $2 order by c.id limit $3`,
    values: [organizationId, after, limit],
  };
}

/** What has to be known of an assessment to comment on it, and whether it is about the service. */
export function commentable(
  organizationId: string,
  assessmentId: string,
  service: string | null,
): QueryConfig {
  return {
    text: `select r.status, r.document is null as "isGone", $3::text is null or exists (
        select from jsonb_array_elements(r.document::jsonb -> 'results') result where result -> 'service' ->> 'key' = $3) as "hasService"
      from assessment r where r.organization_id = $1 and r.id = $2`,
    values: [organizationId, assessmentId, service],
  };
}

/** A person as they are called, and what they are in the organization. */
export function memberAs(organizationId: string, personId: string): QueryConfig {
  return {
    text: `select p.id as "personId", p.name, m.role from membership m join person p on p.id = m.person_id
      where m.organization_id = $1 and m.person_id = $2 and m.ended_at is null`,
    values: [organizationId, personId],
  };
}
