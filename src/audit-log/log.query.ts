// The log in pages by number, with what was signed over it.
import type { QueryConfig } from 'pg';
import { ENTRY_COLUMNS } from './audit-entry';

export function entriesAfter(organizationId: string, sequence: number, limit: number): QueryConfig {
  return {
    name: 'audit-log-entries',
    text: `select ${ENTRY_COLUMNS} from audit_event r where r.organization_id = $1 and r.sequence > $2 order by r.sequence limit $3`,
    values: [organizationId, sequence, limit],
  };
}

const CHECKPOINT_COLUMNS = `r.id, r.organization_id as "organizationId", r.sequence::float8 as sequence, r.digest,
  to_char(r.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, r.public_key as "publicKey",
  r.key_id as "keyId", r.signature`;

/** Those over entries from one number to another, of both. */
export function checkpointsBetween(organizationId: string, from: number, to: number): QueryConfig {
  return {
    name: 'audit-log-checkpoints-between',
    text: `select ${CHECKPOINT_COLUMNS} from audit_log_checkpoint r
      where r.organization_id = $1 and r.sequence between $2 and $3 order by r.sequence, r.id`,
    values: [organizationId, from, to],
  };
}

/** The one that reaches furthest, if beyond an entry. */
export function checkpointBeyond(organizationId: string, sequence: number): QueryConfig {
  return {
    name: 'audit-log-checkpoint-beyond',
    text: `select ${CHECKPOINT_COLUMNS} from audit_log_checkpoint r
      where r.organization_id = $1 and r.sequence > $2 order by r.sequence desc, r.id limit 1`,
    values: [organizationId, sequence],
  };
}

/** The last that was signed before a moment, and by the database's clock was there before it: the database lets go of no more. */
export function lastCheckpointBefore(organizationId: string, at: Date): QueryConfig {
  return {
    text: `select ${CHECKPOINT_COLUMNS} from audit_log_checkpoint r
      where r.organization_id = $1 and greatest(r.signed_at, r.recorded_at) < $2 order by r.sequence desc limit 1`,
    values: [organizationId, at],
  };
}

export function checkpointPage(organizationId: string, after: string, limit: number): QueryConfig {
  return {
    name: 'audit-log-checkpoint-page',
    text: `select ${CHECKPOINT_COLUMNS} from audit_log_checkpoint r
      where r.organization_id = $1 and r.id > $2 order by r.id limit $3`,
    values: [organizationId, after, limit + 1],
  };
}

export function headOf(organizationId: string): QueryConfig {
  return {
    name: 'audit-log-head',
    text: `select h.sequence::float8 as sequence, h.digest from organization o
      left join audit_log_head h on h.organization_id = o.organization_id where o.organization_id = $1`,
    values: [organizationId],
  };
}
