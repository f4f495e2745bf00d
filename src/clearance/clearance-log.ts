// The record of decisions in the audit log. A decision is a read and stays one: it is only noted here, and what was noted is written in
// batches. Equal decisions of a batch are one event that counts them. Who asked for whom is not among it: the subject was never kept.
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { recordEvents, type HappenedEvent } from '../audit-log/audit-log';
import { CLOCK, type Clock } from '../common/clock';
import { apartFromKeyedWork } from '../database/keyed-work';
import { Tenancy } from '../database/tenancy';
import type { Caller } from '../identity/caller';
import type { Clearance } from './clearance-facts';
import type { Purpose } from './purposes';

const FLUSH_MILLISECONDS = 1_000;
const FLUSH_ENTRIES = 100;
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

interface Entry {
  organizationId: string;
  /** who asked, without a request of its own, since the record counts several */
  caller: Caller;
  event: HappenedEvent & { data: { count: number; firstAt: string; lastAt: string } };
}

@Injectable()
export class ClearanceLog
  implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown
{
  private readonly logger = new Logger('ClearanceLog');
  private entries = new Map<string, Entry>();
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly tenancy: Tenancy,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.flush(), FLUSH_MILLISECONDS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.flush();
  }

  /** Requests that were under way as the shutdown began have been answered by now. */
  async onApplicationShutdown(): Promise<void> {
    await this.flush();
  }

  note(decision: MadeDecision): void {
    const at = this.clock.now().toISOString();
    const key = keyOf(decision);
    const known = this.entries.get(key);
    if (known) {
      known.event.data.count += 1;
      known.event.data.lastAt = at;
      return;
    }
    this.entries.set(key, entryOf(decision, at));
    if (this.entries.size === FLUSH_ENTRIES) void apartFromKeyedWork(() => this.flush());
  }

  /** Writes what was noted. One at a time; what cannot be written is kept for the next. */
  flush(): Promise<void> {
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  private async write(): Promise<void> {
    const entries = [...this.entries.entries()];
    this.entries = new Map();
    for (const batch of batchesOf(entries)) {
      try {
        await this.writeBatch(batch.map(([, entry]) => entry));
      } catch (error) {
        this.logger.error({ error: error instanceof Error ? error.name : 'unknown', kept: batch.length });
        this.keep(batch);
      }
    }
  }

  private async writeBatch(batch: readonly Entry[]): Promise<void> {
    const { organizationId } = batch[0] as Entry;
    const now = this.clock.now();
    await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      for (const { caller, event } of batch)
        await recordEvents(manager, organizationId, caller, now, [event]);
    });
  }

  private keep(batch: readonly [string, Entry][]): void {
    let lost = 0;
    for (const [key, entry] of batch) {
      const since = this.entries.get(key)?.event.data;
      if (since) {
        since.count += entry.event.data.count;
        since.firstAt = entry.event.data.firstAt;
      } else if (this.entries.size < MOST_ENTRIES) this.entries.set(key, entry);
      else lost += entry.event.data.count;
    }
    if (lost > 0) this.logger.error({ lostDecisions: lost });
  }
}

function keyOf({ organizationId, caller, serviceId, action, clearance }: MadeDecision): string {
  return `${organizationId} ${caller.id} ${caller.address} ${serviceId} ${action} ${clearance.decision} ${codesOf(clearance).join()}`;
}

function entryOf({ organizationId, caller, serviceId, action, clearance }: MadeDecision, at: string): Entry {
  const decision = clearance.decision ? 'permit' : 'deny';
  return {
    organizationId,
    caller: { ...caller, requestId: null },
    event: {
      action: 'access.evaluated',
      subjectKind: serviceId ? 'service' : 'organization',
      subjectId: serviceId ?? organizationId,
      data: {
        action,
        decision,
        reasons: codesOf(clearance),
        count: 1,
        firstAt: at,
        lastAt: at,
      },
    },
  };
}

function codesOf({ context }: Clearance): string[] {
  const codes = context.reasons.map(({ code }) => code);
  return codes.length === 1 ? codes : [...new Set(codes)];
}

/** Events of one organization go together, in one transaction. */
function batchesOf(entries: readonly [string, Entry][]): [string, Entry][][] {
  const batches = new Map<string, [string, Entry][]>();
  for (const pair of entries) {
    const { organizationId } = pair[1];
    const batch = batches.get(organizationId);
    if (batch) batch.push(pair);
    else batches.set(organizationId, [pair]);
  }
  return [...batches.values()];
}
