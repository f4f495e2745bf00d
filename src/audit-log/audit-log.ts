// Who did what to which record, when, at whose request. Written in the transaction of the change, never changed afterwards.
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '../identity/caller';
import { AuditEvent } from './audit-event.entity';

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
  await manager.insert(
    AuditEvent,
    events.map((event) => ({
      ...event,
      data: event.data,
      organizationId,
      id: uuidv7(),
      occurredAt,
      actorKind: caller.kind,
      actorId: caller.id,
      requestId: caller.requestId,
    })),
  );
}
