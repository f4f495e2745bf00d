// Whoever proves a second factor is counted, one proof after the other: wrong ones are slowed, and of two who bring the same at the same moment
// the second finds it taken.
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CLOCK, type Clock } from '../common/clock';
import { Tenancy } from '../database/tenancy';
import type { PersonCaller } from '../identity/caller';
import { Standings } from '../identity/standings.service';
import { Attempts, ofPair, type Counted } from '../sign-in/attempts.service';
import { isKnownAddress } from '../sign-in/known-address';
import { refuseUnlessRecent } from './recent-sign-in';

@Injectable()
export class CountedProof {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly attempts: Attempts,
    private readonly standings: Standings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Runs what checks the proof and what follows from it; whatever it throws counts as a wrong attempt.
   * @param before runs once the attempt is counted and stays done, whatever comes of it
   * @throws DomainError too-many-attempts
   */
  async run<T>(
    caller: PersonCaller,
    check: (manager: EntityManager, now: Date) => Promise<T>,
    before?: () => Promise<void>,
  ): Promise<T> {
    const counted = await this.countedOf(caller);
    await this.attempts.claim(counted);
    await before?.();
    const done = await this.alone(caller.id, check);
    await this.attempts.succeeded(counted);
    this.standings.forgetAll();
    return done;
  }

  /**
   * Runs what follows for somebody who gave the proof just now: nothing is guessed, so nothing is counted.
   * @throws DomainError recent-sign-in-needed
   */
  async runRecent<T>(
    caller: PersonCaller,
    then: (manager: EntityManager, now: Date) => Promise<T>,
  ): Promise<T> {
    const done = await this.alone(caller.id, async (manager, now) => {
      await refuseUnlessRecent(manager, caller, now);
      return then(manager, now);
    });
    this.standings.forgetAll();
    return done;
  }

  /**
   * Whoever knows only the password can try codes from anywhere: from an address from which the second factor was given before, that keeps its
   * person from nothing. There it is counted by address, and for all such addresses together.
   */
  private async countedOf({ id, address }: PersonCaller): Promise<Counted[]> {
    const from = address ?? '';
    const isKnown = await this.tenancy.withPerson(id, (manager) =>
      isKnownAddress(manager, id, from, 'secondFactor', this.clock.now()),
    );
    return [
      ofPair(`second factor of ${id}`, from),
      { kind: isKnown ? 'secondFactorKnown' : 'secondFactor', subject: id },
    ];
  }

  /** Whoever comes second waits for the first. */
  private alone<T>(personId: string, run: (manager: EntityManager, now: Date) => Promise<T>): Promise<T> {
    return this.tenancy.withPerson(personId, async (manager) => {
      await manager.query('select 1 from person where id = $1 for update', [personId]);
      return run(manager, this.clock.now());
    });
  }
}
