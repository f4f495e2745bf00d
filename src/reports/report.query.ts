import type { QueryConfig } from 'pg';

const STATUS = `r.id, r.assessment_id as "assessmentId", r.kind, r.service_key as service, r.format, r.status, r.failure, r.content_digest as "contentDigest",
  r.document_digest as "documentDigest", octet_length(r.content) as bytes, r.created_at as "createdAt",
  r.finished_at as "finishedAt"`;

/** Status of a report, without its content. */
export function reportById(organizationId: string, id: string): QueryConfig {
  return {
    name: 'report-by-id',
    text: `select ${STATUS} from report r where r.organization_id = $1 and r.id = $2`,
    values: [organizationId, id],
  };
}

export function reportPage(organizationId: string, after: string, limit: number): QueryConfig {
  return {
    name: 'report-page',
    text: `select ${STATUS} from report r
      where r.organization_id = $1 and r.id > $2 order by r.id limit $3`,
    values: [organizationId, after, limit + 1],
  };
}

/** The reports on one assessment, newest first. */
export function reportsOnAssessment(
  organizationId: string,
  assessmentId: string,
  limit: number,
): QueryConfig {
  return {
    name: 'reports-on-assessment',
    text: `select ${STATUS} from report r
      where r.organization_id = $1 and r.assessment_id = $2 order by r.id desc limit $3`,
    values: [organizationId, assessmentId, limit],
  };
}

export function reportContent(organizationId: string, id: string): QueryConfig {
  return {
    name: 'report-content',
    text: `select r.kind, r.service_key as service, r.format, r.status, r.content, r.content_digest as "contentDigest" from report r
      where r.organization_id = $1 and r.id = $2`,
    values: [organizationId, id],
  };
}
