import type { QueryConfig } from 'pg';
import { OPEN_COMMENTS } from './comments/comment.query';
import type { CalendarDate } from '../common/calendar-date';

/** The assessment that took the place of `r` when text was taken out of it. */
const SUPERSEDED_BY =
  '(select s.id from assessment s where s.organization_id = r.organization_id and s.supersedes = r.id)';

const SUMMARY = `r.id, r.version, r.status, r.title, r.as_of as "asOf", r.digest,
  r.supersedes, ${SUPERSEDED_BY} as "supersededBy", r.redacted_at as "redactedAt", r.created_at as "createdAt", r.updated_at as "updatedAt",
  ${OPEN_COMMENTS} as "openComments"`;

export function assessmentById(organizationId: string, id: string): QueryConfig {
  return {
    name: 'assessment-by-id',
    text: `select ${SUMMARY} from assessment r where r.organization_id = $1 and r.id = $2`,
    values: [organizationId, id],
  };
}

export function assessmentPage(organizationId: string, after: string, limit: number): QueryConfig {
  return {
    name: 'assessment-page',
    text: `select ${SUMMARY} from assessment r
      where r.organization_id = $1 and r.id > $2 order by r.id limit $3`,
    values: [organizationId, after, limit + 1],
  };
}

/** The same, newest first: those before an id. */
export function newestAssessments(organizationId: string, before: string, limit: number): QueryConfig {
  return {
    name: 'assessment-newest',
    text: `select ${SUMMARY} from assessment r
      where r.organization_id = $1 and r.id < $2 order by r.id desc limit $3`,
    values: [organizationId, before, limit + 1],
  };
}

/** The canonical document as text, with its digest and seal; null where it was redacted, with what superseded it. */
export function assessmentDocument(organizationId: string, id: string): QueryConfig {
  return {
    name: 'assessment-document',
    text: `select r.status, r.document, r.digest, r.seal, ${SUPERSEDED_BY} as "supersededBy" from assessment r where r.organization_id = $1 and r.id = $2`,
    values: [organizationId, id],
  };
}

/** Those sealed for a date that is not after `asOf`, newest first. */
export function earlierSealed(organizationId: string, asOf: CalendarDate): QueryConfig {
  return {
    name: 'assessments-sealed-earlier',
    text: `select r.id as "assessmentId", r.as_of as "asOf", r.digest from assessment r
      where r.organization_id = $1 and r.status = 'sealed' and r.redacted_at is null and r.as_of <= $2
      order by r.as_of desc, r.created_at desc, r.id desc limit 1000`,
    values: [organizationId, asOf],
  };
}

/** The latest sealed assessment for a date that is not after `asOf`; of one date the one drawn up last. */
export function latestSealed(organizationId: string, asOf: CalendarDate): QueryConfig {
  return {
    name: 'assessment-latest-sealed',
    text: `select r.document, r.digest from assessment r
      where r.organization_id = $1 and r.status = 'sealed' and r.redacted_at is null and r.as_of <= $2
      order by r.as_of desc, r.created_at desc, r.id desc limit 1`,
    values: [organizationId, asOf],
  };
}
