// Events that are written a moment later and many at once, so that what they tell of stays a read: at the latest after a second, at a hundred, and before
// the process ends. What cannot be written waits for the next time.
import { Logger } from '@nestjs/common';
import { apartFromConfirmedText } from '../common/client-identifiers/confirmed-text';
import { apartFromKeyedWork } from '../database/keyed-work';
import type { Tenancy } from '../database/tenancy';
import type { Caller } from '../identity/caller';
import { recordEvents, type HappenedEvent } from './audit-log';

const FLUSH_MILLISECONDS = 1_000;
const FLUSH_AT = 100;

/** PostgreSQL: no such organization to refer to. */
const ERASED = '23503';
/** Refused for good, by Tenancy: of a closed organization the database takes only some events. */
const CLOSED = 'organization-closed';

export interface LateEvent {
  organizationId: string;
  caller: Caller;
  at: Date;
  event: HappenedEvent;
}

/** Where events wait; whoever notes them decides which of them are one. */
export interface WaitingEvents<Event extends LateEvent> {
  count(): number;
  /** Empties it. */
  takeAll(): Event[];
  /** Takes back what could not be written, older than whatever came since. */
  putBack(events: readonly Event[]): void;
}

export class LateEvents<Event extends LateEvent> {
  private readonly logger: Logger;
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();
  private isEnding = false;

  /** @param name of whoever notes them, in the log */
  constructor(
    name: string,
    private readonly tenancy: Tenancy,
    private readonly waiting: WaitingEvents<Event>,
  ) {
    this.logger = new Logger(name);
  }

  /** Told after each event that has been put to those that wait. */
  noted(): void {
    if (this.isEnding || this.waiting.count() === FLUSH_AT) void this.flush();
    else this.flushLater();
  }

  /** Resolves once everything noted so far is written, or could not be. One batch after the other. */
  flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.writing = apart(() => this.writing.then(() => this.write()));
    return this.writing;
  }

  /** From here on an event is written at once: requests that are under way may still note some. */
  end(): Promise<void> {
    this.isEnding = true;
    return this.flush();
  }

  private flushLater(): void {
    if (!this.isEnding) this.timer ??= setTimeout(() => void this.flush(), FLUSH_MILLISECONDS).unref();
  }

  private async write(): Promise<void> {
    for (const [organizationId, events] of byOrganization(this.waiting.takeAll()))
      await this.writeOf(organizationId, events);
  }

  private async writeOf(organizationId: string, events: readonly Event[]): Promise<void> {
    try {
      await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
        for (const { caller, at, event } of events)
          await recordEvents(manager, organizationId, caller, at, [event]);
      });
    } catch (error) {
      const { code } = error as { code?: unknown };
      if (code === ERASED) return; // there is no log any more
      if (code === CLOSED) return this.writeWhatIsTaken(organizationId, events);
      this.logger.error({ error: error instanceof Error ? error.name : 'unknown', waiting: events.length });
      this.waiting.putBack(events);
      this.flushLater();
    }
  }

  /** Whatever a closed organization refuses would wait for ever and, in the end, keep every other from being noted. */
  private async writeWhatIsTaken(organizationId: string, events: readonly Event[]): Promise<void> {
    const [first] = events;
    if (events.length > 1) for (const event of events) await this.writeOf(organizationId, [event]);
    else this.logger.error({ error: CLOSED, organizationId, lost: first?.event.action });
  }
}

/** A request with an Idempotency-Key, or with text that its sender confirms, may set it off; what many left is not its work. */
function apart<T>(run: () => T): T {
  return apartFromKeyedWork(() => apartFromConfirmedText(run));
}

/** Events of one organization go together, in one transaction. */
function byOrganization<Event extends LateEvent>(events: readonly Event[]): Map<string, Event[]> {
  const groups = new Map<string, Event[]>();
  for (const event of events) {
    const group = groups.get(event.organizationId);
    if (group) group.push(event);
    else groups.set(event.organizationId, [event]);
  }
  return groups;
}
