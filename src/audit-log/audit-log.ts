// Who did what to which record, when, at whose request. Written in the transaction of the change, never changed afterwards.
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '../identity/caller';

/** All events as one parameter: an import may have thousands, and a statement takes 65,535 parameters. */
const INSERT = `
  insert into audit_event (organization_id, id, occurred_at, actor_kind, actor_id, on_behalf_of, request_id, action,
    subject_kind, subject_id, data)
  select $1, e.id, $2, $3, $4, $7, $5, e.action, e."subjectKind", e."subjectId", e.data
  from jsonb_to_recordset($6::jsonb) as e (id uuid, action text, "subjectKind" text, "subjectId" uuid, data jsonb)`;

export interface HappenedEvent {
  /** reads as a past event: vendor.updated */
  action: string;
  subjectKind: string;
  subjectId: string;
  /** ids, keys, versions and names of changed fields; never the text that somebody typed */
  data: Record<string, unknown>;
}

/** Records what happened, all events of one change in one statement. */
export async function recordEvents(
  manager: EntityManager,
  organizationId: string,
  caller: Caller,
  occurredAt: Date,
  events: readonly HappenedEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({ ...event, id: uuidv7() }));
  await manager.query(INSERT, [
    organizationId,
    occurredAt,
    caller.kind,
    caller.id,
    caller.requestId,
    JSON.stringify(rows),
    caller.onBehalfOf,
  ]);
}
