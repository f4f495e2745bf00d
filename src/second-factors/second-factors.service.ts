// Setting up a second factor, giving it, taking it away.
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { SECRET_BOX, type SecretBox } from '../common/secret-box';
import { Tenancy } from '../database/tenancy';
import type { PersonCaller } from '../identity/caller';
import { Standings } from '../identity/standings.service';
import { recordPersonEvent } from '../people/person-events';
import { endSessions } from '../sessions/session-writes';
import { Attempts, type Counted } from '../sign-in/attempts.service';
import { digestOfRecoveryCode, newRecoveryCodes } from './recovery-codes';
import type { GiveSecondFactorDto, TotpEnrolment } from './second-factor.dto';
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
    private readonly attempts: Attempts,
    private readonly standings: Standings,
    @Inject(SECRET_BOX) private readonly box: SecretBox,
    @Inject(CLOCK) private readonly clock: Clock,
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
    return this.checked(caller, async (manager, now) => {
      const stored = await storedTotp(manager, caller.id);
      if (stored?.confirmed)
        throw new DomainError('second-factor-there', 'The authenticator app is set up already.');
      await this.takeCode(manager, caller, code, now);
      await manager.query('update totp set confirmed_at = $2 where person_id = $1', [caller.id, now]);
      await manager.query('update person set has_second_factor = true where id = $1', [caller.id]);
      await markGiven(manager, caller, now);
      await this.happened(manager, caller, now, 'second_factor.set_up');
      await endSessions(manager, caller.id, { allBut: caller.sessionId }, caller.requestId, now);
      return writeRecoveryCodes(manager, caller.id);
    });
  }

  /** Gives the second factor in this session. @throws DomainError second-factor-refused, too-many-attempts */
  async give(caller: PersonCaller, { code, recoveryCode }: GiveSecondFactorDto): Promise<void> {
    await this.checked(caller, async (manager, now) => {
      if (recoveryCode) await takeRecoveryCode(manager, caller.id, recoveryCode);
      else await this.takeCode(manager, caller, code ?? '', now);
      await markGiven(manager, caller, now);
      await this.happened(manager, caller, now, 'second_factor.given', {
        by: recoveryCode ? 'recovery_code' : 'totp',
      });
    });
  }

  async remove(caller: PersonCaller, code: string): Promise<void> {
    await this.checked(caller, async (manager, now) => {
      await this.takeCode(manager, caller, code, now);
      await manager.query('delete from totp where person_id = $1', [caller.id]);
      await manager.query('delete from recovery_code where person_id = $1', [caller.id]);
      await manager.query('update person set has_second_factor = false where id = $1', [caller.id]);
      await manager.query('update session set second_factor_at = null where person_id = $1', [caller.id]);
      await this.happened(manager, caller, now, 'second_factor.removed');
      await endSessions(manager, caller.id, { allBut: caller.sessionId }, caller.requestId, now);
    });
  }

  /** New recovery codes; the earlier ones work no more. */
  async renewRecoveryCodes(caller: PersonCaller, code: string): Promise<string[]> {
    return this.checked(caller, async (manager, now) => {
      await this.takeCode(manager, caller, code, now);
      await this.happened(manager, caller, now, 'recovery_codes.renewed');
      return writeRecoveryCodes(manager, caller.id);
    });
  }

  private async checked<T>(
    caller: PersonCaller,
    run: (manager: EntityManager, now: Date) => Promise<T>,
  ): Promise<T> {
    const counted: Counted[] = [{ kind: 'secondFactor', subject: caller.id }];
    await this.attempts.claim(counted);
    const done = await this.tenancy.withPerson(caller.id, async (manager) => {
      // Of two who bring one code at the same moment the second one finds it taken.
      await manager.query('select 1 from person where id = $1 for update', [caller.id]);
      return run(manager, this.clock.now());
    });
    await this.attempts.succeeded(counted);
    this.standings.forgetAll();
    return done;
  }

  private async takeCode(
    manager: EntityManager,
    { id }: PersonCaller,
    code: string,
    now: Date,
  ): Promise<void> {
    const stored = await storedTotp(manager, id);
    if (!stored) throw refused();
    const lastStep = stored.lastStep === null ? null : Number(stored.lastStep);
    const step = await stepOfCode(code, await this.box.open(stored.secret), lastStep, now);
    if (step === null) throw refused();
    await manager.query('update totp set last_time_step = $2 where person_id = $1', [id, step]);
  }

  private happened(
    manager: EntityManager,
    { id, sessionId, requestId }: PersonCaller,
    now: Date,
    action: string,
    data: Record<string, unknown> = {},
  ): Promise<void> {
    return recordPersonEvent(manager, { personId: id, sessionId, requestId }, now, { action, data });
  }
}

async function storedTotp(manager: EntityManager, personId: string): Promise<StoredTotp | undefined> {
  const [row] = await manager.query<StoredTotp[]>(
    `select secret, confirmed_at is not null as confirmed, last_time_step as "lastStep" from totp where person_id = $1`,
    [personId],
  );
  return row;
}

async function markGiven(manager: EntityManager, { id, sessionId }: PersonCaller, now: Date): Promise<void> {
  await manager.query('update session set second_factor_at = $3 where person_id = $1 and id = $2', [
    id,
    sessionId,
    now,
  ]);
}

async function writeRecoveryCodes(manager: EntityManager, personId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await manager.query('delete from recovery_code where person_id = $1', [personId]);
  await manager.query('insert into recovery_code (person_id, digest) select $1, unnest($2::bytea[])', [
    personId,
    codes.map(digestOfRecoveryCode),
  ]);
  return codes;
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
