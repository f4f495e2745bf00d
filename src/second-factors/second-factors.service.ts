// Codes of an authenticator app as a second factor: set up, given, taken away; and the recovery codes that stand in for any second factor.
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../common/problems/domain.error';
import { SECRET_BOX, type SecretBox } from '../common/secret-box';
import { Tenancy } from '../database/tenancy';
import type { PersonCaller } from '../identity/caller';
import { endSessions } from '../sessions/session-writes';
import { CountedProof } from './counted-proof';
import { refuseUnlessRecent } from './recent-sign-in';
import { digestOfRecoveryCode } from './recovery-codes';
import type { GiveSecondFactorDto, TotpEnrolment } from './second-factor.dto';
import {
  happenedTo,
  markGiven,
  noteSecondFactor,
  settleAfterRemoval,
  writeRecoveryCodes,
} from './second-factor-writes';
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
  ) {}

  /** A new secret; it counts once a code of it was given. @throws DomainError second-factor-there */
  async begin({ id }: PersonCaller): Promise<TotpEnrolment> {
    const secret = newTotpSecret();
    const closed = await this.box.close(secret);
    return this.tenancy.withPerson(id, async (manager) => {
      if ((await storedTotp(manager, id))?.confirmed) {
        throw new DomainError(
          'second-factor-there',
          'An authenticator app is set up; remove it before another one.',
        );
      }
      await manager.query(
        `insert into totp (person_id, secret) values ($1, $2) on conflict (person_id) do update set secret = excluded.secret`,
        [id, closed],
      );
      const [person] = await manager.query<{ email: string }[]>('select email from person where id = $1', [
        id,
      ]);
      return { secret, uri: totpUri(secret, person?.email ?? '') };
    });
  }

  /** The app works: from now on every session asks for it. @returns recovery codes */
  async confirm(caller: PersonCaller, code: string): Promise<string[]> {
    return this.proof.run(caller, async (manager, now) => {
      const stored = await storedTotp(manager, caller.id);
      if (stored?.confirmed)
        throw new DomainError('second-factor-there', 'The authenticator app is set up already.');
      await this.takeCodeOf(stored, manager, caller, code, now);
      await manager.query('update totp set confirmed_at = $2 where person_id = $1', [caller.id, now]);
      await noteSecondFactor(manager, caller.id);
      await markGiven(manager, caller, now);
      await happenedTo(manager, caller, now, 'second_factor.set_up');
      await endSessions(manager, caller.id, { allBut: caller.sessionId }, caller.requestId, now);
      return writeRecoveryCodes(manager, caller.id);
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

  async remove(caller: PersonCaller, code: string): Promise<void> {
    await this.proof.run(caller, async (manager, now) => {
      await this.takeCode(manager, caller, code, now);
      await manager.query('delete from totp where person_id = $1', [caller.id]);
      await happenedTo(manager, caller, now, 'second_factor.removed');
      await settleAfterRemoval(manager, caller, now);
    });
  }

  /**
   * New recovery codes; the earlier ones work no more.
   * @param code of the app; null for somebody with passkeys, who has to have given one just now
   * @throws DomainError second-factor-refused, too-many-attempts, recent-sign-in-needed
   */
  async renewRecoveryCodes(caller: PersonCaller, code: string | null): Promise<string[]> {
    return this.proof.run(caller, async (manager, now) => {
      if (code !== null) await this.takeCode(manager, caller, code, now);
      else if (!caller.secondFactorGiven) throw noneToStandInFor();
      else await refuseUnlessRecent(manager, caller, now);
      await happenedTo(manager, caller, now, 'recovery_codes.renewed');
      return writeRecoveryCodes(manager, caller.id);
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

function noneToStandInFor(): DomainError {
  return new DomainError(
    'second-factor-refused',
    'Recovery codes stand in for a second factor: set one up first.',
  );
}
