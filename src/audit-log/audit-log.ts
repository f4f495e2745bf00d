// Who did what to which record, when, from where, at whose request. Written in the transaction of the change, as its last statement,
// and never changed afterwards.
import type { EntityManager } from 'typeorm';
import { takeConfirmed } from '../common/client-identifiers/confirmed-text';
import { beforeCommit } from '../database/last-of-transaction';
import { ensureOrganization } from '../database/tenancy';
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

/** What a transaction has recorded so far and not yet chained, by organization: setting up, say, takes over every one that is there already. */
const recordedIn = new WeakMap<EntityManager, Map<string, UnchainedEvent[]>>();

/** Records what happened. All events of a transaction are chained and stored together, right before it commits. */
export function recordEvents(
  manager: EntityManager,
  organizationId: string,
  caller: Caller,
  occurredAt: Date,
  events: readonly HappenedEvent[],
): Promise<void> {
  if (events.length > 0) {
    const recorded = recordedFor(manager, organizationId.toLowerCase());
    const all = [...events, ...confirmationOf(events)];
    recorded.push(...all.map((event) => ({ ...event, caller, occurredAt })));
  }
  return Promise.resolve();
}

/** Named at most: an import may have thousands. */
const MOST_PLACES = 50;

/** That the sender confirmed text which looks like a client's: where it stands and what it looks like, beside the first event of the write. */
function confirmationOf([first]: readonly HappenedEvent[]): HappenedEvent[] {
  const findings = takeConfirmed();
  if (!first || findings.length === 0) return [];
  const data = { places: findings.length, findings: findings.slice(0, MOST_PLACES) };
  return [{ ...first, action: 'text.confirmed', data }];
}

/** Chains what was recorded so far, now: for a checkpoint that is to cover it. */
export async function chainRecorded(manager: EntityManager, organizationId: string): Promise<void> {
  const id = organizationId.toLowerCase();
  const recorded = recordedIn.get(manager)?.get(id)?.splice(0) ?? [];
  if (recorded.length === 0) return;
  await ensureOrganization(manager, id);
  await chainEvents(manager, id, recorded);
}

function recordedFor(manager: EntityManager, organizationId: string): UnchainedEvent[] {
  const logs = recordedIn.get(manager) ?? new Map<string, UnchainedEvent[]>();
  recordedIn.set(manager, logs);
  const known = logs.get(organizationId);
  if (known) return known;
  const recorded: UnchainedEvent[] = [];
  logs.set(organizationId, recorded);
  beforeCommit(manager, () => chainRecorded(manager, organizationId));
  return recorded;
}
