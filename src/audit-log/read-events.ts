// Who read which document. Written a moment later (late-events.ts); each read is an event of its own.
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import type { Caller } from '../identity/caller';
import type { HappenedEvent } from './audit-log';
import { LateEvents, type LateEvent } from './late-events';

/** As many reads may wait for a database that is away; then nothing is read that could not be recorded. */
const MOST_WAITING = 10_000;

@Injectable()
export class ReadEvents implements BeforeApplicationShutdown, OnApplicationShutdown {
  private waiting: LateEvent[] = [];
  private readonly late: LateEvents<LateEvent>;

  constructor(
    tenancy: Tenancy,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.late = new LateEvents('ReadEvents', tenancy, {
      count: () => this.waiting.length,
      takeAll: () => this.waiting.splice(0),
      putBack: (reads) => void this.waiting.unshift(...reads),
    });
  }

  /** @throws DomainError unavailable when too many wait to be written */
  note(organizationId: string, caller: Caller, event: HappenedEvent): void {
    if (this.waiting.length >= MOST_WAITING) {
      throw new DomainError('unavailable', 'Who reads cannot be recorded now, so nothing is given out.');
    }
    this.waiting.push({ organizationId, caller, at: this.clock.now(), event });
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
}
