import type { QueryConfig } from 'pg';

/**
 * Ids of assessments whose document may hold a text, oldest first: those named, and those that hold a mark of any text.
 * @param marks letters a to z and digits of the texts, in lower case; canonical JSON writes them as they are
 */
export function assessmentsThatMayHold(
  organizationId: string,
  named: readonly string[],
  marks: readonly string[],
): QueryConfig {
  return {
    text: `select r.id from assessment r
      where r.organization_id = $1 and r.document is not null
        and (r.id = any ($2::uuid[]) or exists (select from unnest($3::text[]) mark where position(mark in lower(r.document collate "C")) > 0))
      order by r.id`,
    values: [organizationId, named, marks],
  };
}

/** Empties the reports on an assessment. Gives which they are, with the digest of what was printed. */
export function redactReportsOn(organizationId: string, assessmentId: string): QueryConfig {
  return {
    text: `update report r set status = 'redacted', content = null, failure = null
      where r.organization_id = $1 and r.assessment_id = $2 and r.status <> 'redacted'
      returning r.id, r.content_digest as "contentDigest"`,
    values: [organizationId, assessmentId],
  };
}

export function reportsOn(organizationId: string, assessmentId: string): QueryConfig {
  return {
    text: `select r.id from report r
      where r.organization_id = $1 and r.assessment_id = $2 and r.status <> 'redacted' order by r.id`,
    values: [organizationId, assessmentId],
  };
}

/** Comments that may hold a text, as `assessmentsThatMayHold`. */
export function commentsThatMayHold(
  organizationId: string,
  named: readonly string[],
  marks: readonly string[],
): QueryConfig {
  return {
    text: `select c.id, c.assessment_id as "assessmentId", c.text from assessment_comment c
      where c.organization_id = $1
        and (c.id = any ($2::uuid[]) or exists (select from unnest($3::text[]) mark where position(mark in lower(c.text collate "C")) > 0))
      order by c.id`,
    values: [organizationId, named, marks],
  };
}

/** Comments go over to the assessment that took the place of theirs. */
export function moveComments(organizationId: string, from: string, to: string): QueryConfig {
  return {
    text: 'update assessment_comment set assessment_id = $3 where organization_id = $1 and assessment_id = $2',
    values: [organizationId, from, to],
  };
}

/** The text of a comment that is named. */
export function textOfComment(organizationId: string, id: string): QueryConfig {
  return {
    text: 'select c.text from assessment_comment c where c.organization_id = $1 and c.id = $2',
    values: [organizationId, id],
  };
}

/** Files whose name may hold a text. */
export function filesThatMayHold(organizationId: string, marks: readonly string[]): QueryConfig {
  return {
    text: `select f.id, f.name from stored_file f
      where f.organization_id = $1 and f.name is not null
        and exists (select from unnest($2::text[]) mark where position(mark in lower(f.name collate "C")) > 0)
      order by f.id`,
    values: [organizationId, marks],
  };
}
