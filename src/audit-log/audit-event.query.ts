import type { QueryConfig } from 'pg';

/** Entries after a number, one more than the limit: the log is read in the order in which it was written. */
export function auditEventPage(organizationId: string, after: number, limit: number): QueryConfig {
  return {
    name: 'audit-event-page',
    text: `select r.id, r.occurred_at as "occurredAt", r.actor_kind as "actorKind", r.actor_id as "actorId",
        r.on_behalf_of as "onBehalfOf",
        r.request_id as "requestId", r.address, r.action, r.subject_kind as "subjectKind", r.subject_id as "subjectId", r.data,
        r.sequence::float8 as sequence, r.previous_digest as "previousDigest", r.digest
      from audit_event r where r.organization_id = $1 and r.sequence > $2 order by r.sequence limit $3`,
    values: [organizationId, after, limit + 1],
  };
}
