// An entry of the audit log as it is digested. docs/audit-log.md describes the text for those who check a log without this software.
import { createHash } from 'node:crypto';
import { canonicalBytes } from '../common/signing/canonical-bytes';

export interface AuditEntry {
  organizationId: string;
  /** from 1, without a gap, in each organization */
  sequence: number;
  /** digest of the entry before; sixty-four zeros before the first */
  previousDigest: string;
  id: string;
  /** in UTC to the microsecond: 2026-03-01T09:30:00.000000Z */
  occurredAt: string;
  actorKind: string;
  actorId: string | null;
  /** the organization in whose name the actor worked; null where that is the organization itself */
  onBehalfOf: string | null;
  requestId: string | null;
  /** the network address that the request came from */
  address: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  data: Record<string, unknown>;
}

export interface ChainedEntry extends AuditEntry {
  digest: string;
}

export const BEFORE_THE_FIRST = '0'.repeat(64);

const FORMAT = 'duecare-audit-event 1';

/**
 * SHA-256 of the canonical JSON (RFC 8785) of the entry, lower-case hex. What is null is left out, so that an entry keeps its digest
 * when a later version knows one thing more to say of others.
 */
export function digestOfEntry(entry: AuditEntry): string {
  const given = Object.entries(entry).filter(([name, value]) => value !== null && name !== 'digest');
  const text = canonicalBytes({ format: FORMAT, ...Object.fromEntries(given) });
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The entry's columns under the names of its fields. */
export const ENTRY_COLUMNS = `r.organization_id as "organizationId", r.sequence::float8 as sequence, r.previous_digest as "previousDigest",
  r.id, to_char(r.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "occurredAt", r.actor_kind as "actorKind",
  r.actor_id as "actorId", r.on_behalf_of as "onBehalfOf", r.request_id as "requestId", r.address, r.action, r.subject_kind as "subjectKind",
  r.subject_id as "subjectId", r.data, r.digest`;

/** As ENTRY_COLUMNS has it; JavaScript's own instants know milliseconds. */
export function instantText(at: Date): string {
  return at.toISOString().replace('Z', '000Z');
}
