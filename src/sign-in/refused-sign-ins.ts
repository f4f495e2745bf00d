// Refused attempts to sign in, for the person whose account they were on to read. Written after the answer: it would take longer for an account
// that is there, and who measures would learn which are.
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock';
import { Tenancy } from '../database/tenancy';
import { recordPersonEvent } from '../people/person-events';

@Injectable()
export class RefusedSignIns implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly logger = new Logger('RefusedSignIns');
  private readonly beingWritten = new Set<Promise<void>>();

  constructor(
    private readonly tenancy: Tenancy,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  note(personId: string, requestId: string): void {
    const written = this.write(personId, requestId, this.clock.now())
      .catch((error: unknown) =>
        this.logger.error({ requestId, error: error instanceof Error ? error.name : 'unknown' }),
      )
      .finally(() => this.beingWritten.delete(written));
    this.beingWritten.add(written);
  }

  /** Once all that were noted are written. */
  async settled(): Promise<void> {
    await Promise.all(this.beingWritten);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.settled();
  }

  /** Requests that were under way as the shutdown began have been answered by now. */
  onApplicationShutdown(): Promise<void> {
    return this.settled();
  }

  private write(personId: string, requestId: string, at: Date): Promise<void> {
    return this.tenancy.withPerson(personId, (manager) =>
      recordPersonEvent(manager, { personId, sessionId: null, requestId }, at, { action: 'sign_in.refused' }),
    );
  }
}
