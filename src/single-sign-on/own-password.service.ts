// In a session that a provider vouches for, the person's own password: with it (and the second factor, where there is one) the session reaches all
// that is theirs, as any other does.
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import type { PersonCaller } from '../identity/caller';
import { Standings } from '../identity/standings.service';
import { isNobodysPassword, isPassword } from '../people/password-hashing';
import { recordPersonEvent } from '../people/person-events';
import { isStillPassword, storedPassword } from '../people/person-writes';
import { noteOwnFactors } from '../sessions/session-writes';
import { Attempts, type Counted } from '../sign-in/attempts.service';

@Injectable()
export class OwnPasswordService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly attempts: Attempts,
    private readonly standings: Standings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError sign-in-refused, too-many-attempts */
  async give({ id, sessionId, requestId }: PersonCaller, password: string): Promise<void> {
    // Counted with the attempts to change the password: whoever holds a session tries one thing by both.
    const counted: Counted[] = [{ kind: 'pair', subject: `password of ${id}` }];
    await this.attempts.claim(counted);
    const stored = await this.tenancy.withPerson(id, (manager) => storedPassword(manager, id));
    const isRight = stored ? await isPassword(password, stored) : await isNobodysPassword(password);
    if (!isRight || !stored) throw refused();
    await this.attempts.succeeded(counted);
    await this.tenancy.withPerson(id, async (manager) => {
      if (!(await isStillPassword(manager, id, password, stored))) throw refused();
      if (!(await noteOwnFactors(manager, id, sessionId))) return;
      await recordPersonEvent(manager, { personId: id, sessionId, requestId }, this.clock.now(), {
        action: 'session.own_factors_given',
        data: { by: 'password' },
      });
    });
    this.standings.forgetAll();
  }
}

function refused(): DomainError {
  return new DomainError('sign-in-refused', 'The password is wrong.');
}
