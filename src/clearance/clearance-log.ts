// The record of decisions in the audit log. A decision is a read and stays one: it is only noted here, and what was noted is written in
// batches (audit-log/late-events.ts). Equal decisions of a batch are one event that counts them. Who asked for whom is not among it: the subject was never kept.
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { HappenedEvent } from '../audit-log/audit-log';
import { LateEvents, type LateEvent } from '../audit-log/late-events';
import { CLOCK, type Clock } from '../common/clock';
import { Tenancy } from '../database/tenancy';
import type { Caller } from '../identity/caller';
import type { Clearance } from './clearance-facts';
import type { Purpose } from './purposes';

/** While nothing can be written, this many different decisions are kept; of more, only how many they were is told. */
const MOST_ENTRIES = 10_000;

export interface MadeDecision {
  organizationId: string;
  caller: Caller;
  /** null where the practice has no such service: what was asked for instead is not kept */
  serviceId: string | null;
  action: Purpose;
  clearance: Clearance;
}

interface Entry extends LateEvent {
  /** what equal decisions have in common */
  key: string;
  event: HappenedEvent & { data: { count: number; firstAt: string; lastAt: string } };
}

@Injectable()
export class ClearanceLog implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly logger = new Logger('ClearanceLog');
  private entries = new Map<string, Entry>();
  private readonly late: LateEvents<Entry>;

  constructor(
    tenancy: Tenancy,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.late = new LateEvents('ClearanceLog', tenancy, {
      count: () => this.entries.size,
      takeAll: () => this.takeAll(),
      putBack: (entries) => this.putBack(entries),
    });
  }

  note(decision: MadeDecision): void {
    const at = this.clock.now();
    const key = keyOf(decision);
    const known = this.entries.get(key);
    if (known) {
      known.event.data.count += 1;
      known.event.data.lastAt = at.toISOString();
      known.at = at;
      return;
    }
    this.entries.set(key, entryOf(decision, key, at));
    this.late.noted();
  }

  flush(): Promise<void> {
    return this.late.flush();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.late.end();
  }

  /** Requests that were under way as the shutdown began have been answered by now. */
  onApplicationShutdown(): Promise<void> {
    return this.late.flush();
  }

  private takeAll(): Entry[] {
    const entries = [...this.entries.values()];
    this.entries = new Map();
    return entries;
  }

  private putBack(entries: readonly Entry[]): void {
    let lost = 0;
    for (const entry of entries) {
      const since = this.entries.get(entry.key)?.event.data;
      if (since) {
        since.count += entry.event.data.count;
        since.firstAt = entry.event.data.firstAt;
      } else if (this.entries.size < MOST_ENTRIES) this.entries.set(entry.key, entry);
      else lost += entry.event.data.count;
    }
    if (lost > 0) this.logger.error({ lostDecisions: lost });
  }
}

function keyOf({ organizationId, caller, serviceId, action, clearance }: MadeDecision): string {
  return `${organizationId} ${caller.id} ${caller.address} ${serviceId} ${action} ${clearance.decision} ${codesOf(clearance).join()}`;
}

function entryOf(
  { organizationId, caller, serviceId, action, clearance }: MadeDecision,
  key: string,
  at: Date,
): Entry {
  const decision = clearance.decision ? 'permit' : 'deny';
  return {
    key,
    organizationId,
    caller: { ...caller, requestId: null }, // the record counts several requests
    at,
    event: {
      action: 'access.evaluated',
      subjectKind: serviceId ? 'service' : 'organization',
      subjectId: serviceId ?? organizationId,
      data: {
        action,
        decision,
        reasons: codesOf(clearance),
        count: 1,
        firstAt: at.toISOString(),
        lastAt: at.toISOString(),
      },
    },
  };
}

function codesOf({ context }: Clearance): string[] {
  const codes = context.reasons.map(({ code }) => code);
  return codes.length === 1 ? codes : [...new Set(codes)];
}
