// Who read which document. Written a moment later and many at once, so that a read stays a read: at the latest after a second, at a
// hundred, and before the process ends.
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import type { Caller } from '../identity/caller';
import { recordEvents, type HappenedEvent } from './audit-log';

const FLUSH_MILLISECONDS = 1_000;
const FLUSH_AT = 100;
/** As many reads may wait for a database that is away; then nothing is read that could not be recorded. */
const MOST_WAITING = 10_000;

/** PostgreSQL: no such organization to refer to. */
const ERASED = '23503';

interface Read {
  organizationId: string;
  caller: Caller;
  at: Date;
  event: HappenedEvent;
}

@Injectable()
export class ReadEvents implements BeforeApplicationShutdown {
  private readonly logger = new Logger('ReadEvents');
  private waiting: Read[] = [];
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();
  private isEnding = false;

  constructor(
    private readonly tenancy: Tenancy,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError unavailable when too many wait to be written */
  note(organizationId: string, caller: Caller, event: HappenedEvent): void {
    if (this.waiting.length >= MOST_WAITING) {
      throw new DomainError('unavailable', 'Who reads cannot be recorded now, so nothing is given out.');
    }
    this.waiting.push({ organizationId, caller, at: this.clock.now(), event });
    if (this.waiting.length >= FLUSH_AT || this.isEnding) void this.flush();
    else this.timer ??= setTimeout(() => void this.flush(), FLUSH_MILLISECONDS).unref();
  }

  /** Resolves once everything noted so far is written, or could not be and waits for the next time. */
  flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  /** Requests under way may still note something: it is written at once. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isEnding = true;
    await this.flush();
  }

  private async write(): Promise<void> {
    const reads = this.waiting;
    this.waiting = [];
    for (const [organizationId, ofOrganization] of byOrganization(reads)) {
      try {
        await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
          for (const { caller, at, event } of ofOrganization)
            await recordEvents(manager, organizationId, caller, at, [event]);
        });
      } catch (error) {
        if ((error as { code?: unknown }).code === ERASED) continue; // there is no log any more
        this.logger.error({
          error: error instanceof Error ? error.name : 'unknown',
          waiting: ofOrganization.length,
        });
        this.waiting.unshift(...ofOrganization);
        if (!this.isEnding) this.timer ??= setTimeout(() => void this.flush(), FLUSH_MILLISECONDS).unref();
      }
    }
  }
}

function byOrganization(reads: readonly Read[]): Map<string, Read[]> {
  const groups = new Map<string, Read[]>();
  for (const read of reads) {
    const group = groups.get(read.organizationId);
    if (group) group.push(read);
    else groups.set(read.organizationId, [read]);
  }
  return groups;
}
