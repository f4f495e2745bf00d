// What happened to an account: signed in, password changed, second factor set up. Written in the transaction of the change, listed to its person.
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { PersonCaller } from '../identity/caller';

export interface PersonEvent {
  /** reads as a past event: session.opened */
  action: string;
  /** ids and words of ours; never what somebody typed */
  data?: Record<string, unknown>;
}

export interface PersonOfEvent {
  personId: string;
  sessionId: string | null;
  requestId: string;
}

export async function recordPersonEvent(
  manager: EntityManager,
  { personId, sessionId, requestId }: PersonOfEvent,
  occurredAt: Date,
  { action, data = {} }: PersonEvent,
): Promise<void> {
  await manager.query(
    `insert into person_event (person_id, id, occurred_at, session_id, request_id, action, data) values ($1, $2, $3, $4, $5, $6, $7)`,
    [personId, uuidv7(), occurredAt, sessionId, requestId, action, data],
  );
}

/** For what somebody does in their own session. */
export function happenedTo(
  manager: EntityManager,
  { id, sessionId, requestId }: PersonCaller,
  now: Date,
  action: string,
  data: Record<string, unknown> = {},
): Promise<void> {
  return recordPersonEvent(manager, { personId: id, sessionId, requestId }, now, { action, data });
}
