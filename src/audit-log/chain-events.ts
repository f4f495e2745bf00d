// The end of the log, and how events are added to it. The head is a row per organization: who adds holds it until the commit, so
// writers of one organization follow each other and those of others are never waited for.
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '../identity/caller';
import { BEFORE_THE_FIRST, digestOfEntry, instantText, type ChainedEntry } from './audit-entry';

export interface LogHead {
  sequence: number;
  digest: string;
}

export interface UnchainedEvent {
  action: string;
  subjectKind: string;
  subjectId: string;
  data: Record<string, unknown>;
  caller: Caller;
  occurredAt: Date;
}

const TAKE_HEAD =
  'select sequence::float8 as sequence, digest from audit_log_head where organization_id = $1 for update';

const BEGIN_LOG = `insert into audit_log_head (organization_id, sequence, digest) values ($1, 0, '${BEFORE_THE_FIRST}')
  on conflict do nothing`;

/** All entries as one parameter: an import may have thousands, and a statement takes 65,535 parameters. */
const ADD = `
  with added as (
    insert into audit_event (organization_id, id, sequence, previous_digest, digest, occurred_at, actor_kind, actor_id,
      on_behalf_of, request_id, address, action, subject_kind, subject_id, data)
    select $1, e.id, e.sequence, e."previousDigest", e.digest, e."occurredAt", e."actorKind", e."actorId",
      e."onBehalfOf", e."requestId", e.address, e.action, e."subjectKind", e."subjectId", e.data
    from jsonb_to_recordset($2::jsonb) as e (id uuid, sequence bigint, "previousDigest" text, digest text, "occurredAt" timestamptz,
      "actorKind" text, "actorId" uuid, "onBehalfOf" uuid, "requestId" text, address text, action text, "subjectKind" text, "subjectId" uuid, data jsonb)
  )
  update audit_log_head set sequence = $3, digest = $4 where organization_id = $1`;

/** Takes the head of the log for the rest of the transaction. */
export async function takeHead(manager: EntityManager, organizationId: string): Promise<LogHead> {
  const head = await lockedHead(manager, organizationId);
  if (head) return head;
  await manager.query(BEGIN_LOG, [organizationId]);
  return (await lockedHead(manager, organizationId)) as LogHead;
}

/** Adds events to the log, however many, in one statement. */
export async function chainEvents(
  manager: EntityManager,
  organizationId: string,
  events: readonly UnchainedEvent[],
): Promise<void> {
  const id = organizationId.toLowerCase(); // as the database gives it back
  const entries = linked(id, await takeHead(manager, id), events);
  const last = entries.at(-1) as ChainedEntry;
  await manager.query(ADD, [id, JSON.stringify(entries), last.sequence, last.digest]);
}

async function lockedHead(manager: EntityManager, organizationId: string): Promise<LogHead | undefined> {
  return (await manager.query<LogHead[]>(TAKE_HEAD, [organizationId]))[0];
}

function linked(organizationId: string, head: LogHead, events: readonly UnchainedEvent[]): ChainedEntry[] {
  let before = head;
  return events.map((event) => {
    const entry = {
      organizationId,
      sequence: before.sequence + 1,
      previousDigest: before.digest,
      id: uuidv7(),
      occurredAt: instantText(event.occurredAt),
      actorKind: event.caller.kind,
      actorId: event.caller.id,
      onBehalfOf: event.caller.onBehalfOf,
      requestId: event.caller.requestId,
      address: event.caller.address,
      action: event.action,
      subjectKind: event.subjectKind,
      subjectId: event.subjectId.toLowerCase(),
      data: asStored(event.data),
    };
    const chained = { ...entry, digest: digestOfEntry(entry) };
    before = chained;
    return chained;
  });
}

/** What JSON makes of it: instants are texts, what is undefined is not there. */
function asStored(data: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
}
