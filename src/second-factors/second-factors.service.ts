// Codes of an authenticator app as a second factor: set up, given, taken away; and the recovery codes that stand in for any second factor.
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { SECRET_BOX, type SecretBox } from '../common/secret-box';
import { Tenancy } from '../database/tenancy';
import type { PersonCaller } from '../identity/caller';
import { happenedTo } from '../people/person-events';
import { hasSecondFactor } from '../people/person-writes';
import { endSessions } from '../sessions/session-writes';
import { CountedProof } from './counted-proof';
import { refuseUnlessRecent } from './recent-sign-in';
import { digestOfRecoveryCode } from './recovery-codes';
import type { GiveSecondFactorDto, TotpEnrolment } from './second-factor.dto';
import { markGiven, noteSecondFactor, settleAfterRemoval, writeRecoveryCodes } from './second-factor-writes';
import { newTotpSecret, stepOfCode, totpUri } from './totp';

interface StoredTotp {
  secret: Buffer;
  confirmed: boolean;
  lastStep: string | null;
}

@Injectable()
export class SecondFactorsService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly proof: CountedProof,
    @Inject(SECRET_BOX) private readonly box: SecretBox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whether an authenticator app is set up. */
  async hasApp({ id }: PersonCaller): Promise<boolean> {
    const stored = await this.tenancy.withPerson(id, (manager) => storedTotp(manager, id));
    return stored?.confirmed === true;
  }

  /** A new secret; it counts once a code of it was given. @throws DomainError recent-sign-in-needed, second-factor-there */
  async begin(caller: PersonCaller): Promise<TotpEnrolment> {
    const { id } = caller;
    const secret = newTotpSecret();
    const closed = await this.box.close(secret);
    return this.tenancy.withPerson(id, async (manager) => {
      await refuseUnlessRecent(manager, caller, this.clock.now());
      const written: object[] = await manager.query(
        `insert into totp (person_id, secret) values ($1, $2)
         on conflict (person_id) do update set secret = excluded.secret where totp.confirmed_at is null returning 1`,
        [id, closed],
      );
      if (written.length === 0)
        throw new DomainError(
          'second-factor-there',
          'An authenticator app is set up; remove it before another one.',
        );
      const [person] = await manager.query<{ email: string }[]>('select email from person where id = $1', [
        id,
      ]);
      return { secret, uri: totpUri(secret, person?.email ?? '') };
    });
  }

  /**
   * The app works: from now on every session asks for it.
   * @returns recovery codes; null for somebody who had a second factor, and with it theirs
   * @throws DomainError recent-sign-in-needed, second-factor-there, second-factor-refused, too-many-attempts
   */
  async confirm(caller: PersonCaller, code: string): Promise<string[] | null> {
    return this.proof.run(caller, async (manager, now) => {
      await refuseUnlessRecent(manager, caller, now);
      const stored = await storedTotp(manager, caller.id);
      if (stored?.confirmed)
        throw new DomainError('second-factor-there', 'The authenticator app is set up already.');
      await this.takeCodeOf(stored, manager, caller, code, now);
      const had = await hasSecondFactor(manager, caller.id);
      await manager.query('update totp set confirmed_at = $2 where person_id = $1', [caller.id, now]);
      await noteSecondFactor(manager, caller.id);
      await markGiven(manager, caller, now);
      await happenedTo(manager, caller, now, 'second_factor.set_up');
      await endSessions(manager, caller.id, { allBut: caller.sessionId }, caller.requestId, now);
      return had ? null : writeRecoveryCodes(manager, caller.id);
    });
  }

  /** Gives the second factor in this session. @throws DomainError second-factor-refused, too-many-attempts */
  async give(caller: PersonCaller, { code, recoveryCode }: GiveSecondFactorDto): Promise<void> {
    await this.proof.run(caller, async (manager, now) => {
      if (recoveryCode) await takeRecoveryCode(manager, caller.id, recoveryCode);
      else await this.takeCode(manager, caller, code ?? '', now);
      await markGiven(manager, caller, now);
      await happenedTo(manager, caller, now, 'second_factor.given', {
        by: recoveryCode ? 'recovery_code' : 'totp',
      });
    });
  }

  /**
   * @param code of the app; null for somebody who lost it, and has given a passkey or a recovery code just now
   * @throws DomainError second-factor-refused, too-many-attempts, recent-sign-in-needed
   */
  async remove(caller: PersonCaller, code: string | null): Promise<void> {
    await this.byCodeOrRecently(caller, code, async (manager, now) => {
      const [removed] = await manager.query<[object[], number]>(
        'delete from totp where person_id = $1 and confirmed_at is not null returning 1',
        [caller.id],
      );
      if (removed.length === 0) throw noneSetUp();
      await happenedTo(manager, caller, now, 'second_factor.removed');
      await settleAfterRemoval(manager, caller, now);
    });
  }

  /**
   * New recovery codes; the earlier ones work no more.
   * @param code of the app; null for somebody who has given a second factor just now
   * @throws DomainError second-factor-refused, too-many-attempts, recent-sign-in-needed
   */
  async renewRecoveryCodes(caller: PersonCaller, code: string | null): Promise<string[]> {
    return this.byCodeOrRecently(caller, code, async (manager, now) => {
      if (!(await hasSecondFactor(manager, caller.id))) throw noneSetUp();
      await happenedTo(manager, caller, now, 'recovery_codes.renewed');
      return writeRecoveryCodes(manager, caller.id);
    });
  }

  /** With a code it is a proof, and counted; without one nothing is guessed. */
  private async byCodeOrRecently<T>(
    caller: PersonCaller,
    code: string | null,
    then: (manager: EntityManager, now: Date) => Promise<T>,
  ): Promise<T> {
    if (code === null) return this.proof.runRecent(caller, then);
    return this.proof.run(caller, async (manager, now) => {
      await this.takeCode(manager, caller, code, now);
      return then(manager, now);
    });
  }

  /** A code of an app that was shown to work. */
  private async takeCode(
    manager: EntityManager,
    caller: PersonCaller,
    code: string,
    now: Date,
  ): Promise<void> {
    const stored = await storedTotp(manager, caller.id);
    await this.takeCodeOf(stored?.confirmed ? stored : undefined, manager, caller, code, now);
  }

  private async takeCodeOf(
    stored: StoredTotp | undefined,
    manager: EntityManager,
    { id }: PersonCaller,
    code: string,
    now: Date,
  ): Promise<void> {
    if (!stored) throw refused();
    const lastStep = stored.lastStep === null ? null : Number(stored.lastStep);
    const step = await stepOfCode(code, await this.box.open(stored.secret), lastStep, now);
    if (step === null) throw refused();
    await manager.query('update totp set last_time_step = $2 where person_id = $1', [id, step]);
  }
}

async function storedTotp(manager: EntityManager, personId: string): Promise<StoredTotp | undefined> {
  const [row] = await manager.query<StoredTotp[]>(
    `select secret, confirmed_at is not null as confirmed, last_time_step as "lastStep" from totp where person_id = $1`,
    [personId],
  );
  return row;
}

async function takeRecoveryCode(manager: EntityManager, personId: string, code: string): Promise<void> {
  const [taken] = await manager.query<[object[], number]>(
    'delete from recovery_code where person_id = $1 and digest = $2 returning 1',
    [personId, digestOfRecoveryCode(code)],
  );
  if (taken.length === 0) throw refused();
}

function refused(): DomainError {
  return new DomainError('second-factor-refused', 'The code is wrong, was taken before, or is too old.');
}

function noneSetUp(): DomainError {
  return new DomainError('second-factor-refused', 'No such second factor is set up.');
}
