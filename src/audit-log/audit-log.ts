// Who did what to which record, when, from where, at whose request. Written in the transaction of the change, as its last statement,
// and never changed afterwards.
import type { EntityManager } from 'typeorm';
import { beforeCommit } from '../database/last-of-transaction';
import type { Caller } from '../identity/caller';
import { chainEvents, type UnchainedEvent } from './chain-events';

export interface HappenedEvent {
  /** reads as a past event: vendor.updated */
  action: string;
  subjectKind: string;
  subjectId: string;
  /** ids, keys, versions and names of changed fields; never the text that somebody typed */
  data: Record<string, unknown>;
}

/** What a transaction has recorded so far and not yet chained. */
const recordedIn = new WeakMap<EntityManager, UnchainedEvent[]>();

/** Records what happened. All events of a transaction are chained and stored together, right before it commits. */
export function recordEvents(
  manager: EntityManager,
  organizationId: string,
  caller: Caller,
  occurredAt: Date,
  events: readonly HappenedEvent[],
): Promise<void> {
  if (events.length === 0) return Promise.resolve();
  const recorded = recordedIn.get(manager) ?? begin(manager, organizationId);
  recorded.push(...events.map((event) => ({ ...event, caller, occurredAt })));
  return Promise.resolve();
}

/** Chains what was recorded so far, now: for a checkpoint that is to cover it. */
export async function chainRecorded(manager: EntityManager, organizationId: string): Promise<void> {
  const recorded = recordedIn.get(manager)?.splice(0) ?? [];
  if (recorded.length > 0) await chainEvents(manager, organizationId, recorded);
}

function begin(manager: EntityManager, organizationId: string): UnchainedEvent[] {
  const recorded: UnchainedEvent[] = [];
  beforeCommit(manager, () => chainRecorded(manager, organizationId));
  recordedIn.set(manager, recorded);
  return recorded;
}
