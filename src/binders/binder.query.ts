// How the binder of an assessment stands, in one statement; and what is read while it is written.
import type { QueryConfig } from 'pg';
import { BINDER_FORMATS, type BinderPart } from './binder-standing';

export interface BinderFacts {
  id: string;
  status: 'draft' | 'reviewed' | 'sealed';
  asOf: string;
  digest: string;
  redactedAt: Date | null;
  /** the report and the workbook of the document as it is now, the printed one before one that waits */
  parts: BinderPart[];
}

export function binderFacts(organizationId: string, assessmentId: string): QueryConfig {
  return {
    name: 'binder-facts',
    text: `select a.id, a.status, a.as_of as "asOf", a.digest, a.redacted_at as "redactedAt", coalesce((
        select jsonb_agg(to_jsonb(x) order by x.format) from (
          select distinct on (r.format) r.id, r.format, r.status, r.failure from report r
          where r.organization_id = $1 and r.assessment_id = $2 and r.kind = 'security-risk-assessment'
            and r.format in (${BINDER_FORMATS.map((format) => `'${format}'`).join(', ')}) and r.document_digest = a.digest
          order by r.format, (r.status = 'done') desc, r.id desc
        ) x), '[]') as parts
      from assessment a where a.organization_id = $1 and a.id = $2`,
    values: [organizationId, assessmentId],
  };
}

/** A piece of what was printed, so that the whole never lies in memory. @param from counted from 1 */
export function reportPiece(
  organizationId: string,
  reportId: string,
  from: number,
  bytes: number,
): QueryConfig {
  return {
    name: 'binder-report-piece',
    text: `select substring(r.content from $3 for $4) as piece from report r
      where r.organization_id = $1 and r.id = $2 and r.content is not null`,
    values: [organizationId, reportId, from, bytes],
  };
}

/** Stored files with these digests; of one digest the readable one first. */
export function filesOfDigests(organizationId: string, digests: readonly string[]): QueryConfig {
  return {
    name: 'binder-files',
    text: `select distinct on (r.digest) r.id, r.digest, r.bytes, r.media_type as "mediaType", r.name, r.uploaded_at as "uploadedAt",
        r.destroyed_at as "destroyedAt", r.destroyed_because as "destroyedBecause"
      from stored_file r where r.organization_id = $1 and r.digest = any ($2::text[])
      order by r.digest, (r.destroyed_at is null) desc, r.id desc`,
    values: [organizationId, [...digests]],
  };
}

/** The last entry of the audit log before a moment: an extract begins after it. */
export function lastEntryBefore(organizationId: string, at: Date): QueryConfig {
  return {
    name: 'binder-log-start',
    text: `select r.sequence::float8 as sequence, r.digest from audit_event r
      where r.organization_id = $1 and r.occurred_at < $2 order by r.sequence desc limit 1`,
    values: [organizationId, at],
  };
}
