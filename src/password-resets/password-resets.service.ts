// A forgotten password: a link by mail that works once, for an hour. It takes no second factor away.
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock';
import { PublicAddress } from '../common/public-address';
import { enterPerson, Tenancy } from '../database/tenancy';
import { Standings } from '../identity/standings.service';
import { MAILER, type Mailer } from '../mail/mailer';
import { issueToken, NOBODY, readToken, useToken, voidTokens } from '../people/one-time-tokens';
import { recordPersonEvent } from '../people/person-events';
import { acceptedPassword, storePassword } from '../people/person-writes';
import { normalizedEmail } from '../people/person.fields';
import type { RequestClient } from '../sessions/request-client';
import { endSessions } from '../sessions/session-writes';
import { Attempts, ofPair, type Counted } from '../sign-in/attempts.service';
import { SignInService } from '../sign-in/sign-in.service';
import type { ResetPasswordDto } from './password-reset.dto';

const VALID_MINUTES = 60;

@Injectable()
export class PasswordResetsService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly attempts: Attempts,
    private readonly signIns: SignInService,
    private readonly standings: Standings,
    private readonly address: PublicAddress,
    @Inject(MAILER) private readonly mailer: Mailer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Says nothing of whether there is such an account, neither in words nor by the time that it takes. */
  async ask(email: string, { requestId, address }: RequestClient): Promise<void> {
    const account = normalizedEmail(email);
    const personId = await this.signIns.personWith(account);
    await this.attempts.claim(await this.countedOf(account, personId, address));
    if (personId) void this.send(personId, account, requestId).catch(() => undefined); // the mailer logs what fails
  }

  /** @throws DomainError token-unusable, password-refused */
  async reset({ token, password }: ResetPasswordDto, { requestId }: RequestClient): Promise<void> {
    const { personId, context } = await this.tenancy.withNobody(async (manager) => {
      const { personId } = await readToken(manager, 'password_reset', token, this.clock.now());
      if (!personId) throw new Error('a token of a reset leads to nobody');
      await enterPerson(manager, personId);
      const [person] = await manager.query<{ name: string; email: string }[]>(
        'select name, email from person where id = $1',
        [personId],
      );
      return { personId, context: person ? [person.name, person.email] : [] };
    });
    const hash = await acceptedPassword(password, context);
    const voided = await this.tenancy.withNobody(async (manager) => {
      const now = this.clock.now();
      await enterPerson(manager, personId);
      // Two links used at the same moment would each wait to void the other.
      await manager.query('select 1 from person where id = $1 for update', [personId]);
      const { id } = await useToken(manager, 'password_reset', token, now);
      await storePassword(manager, personId, hash, now);
      await recordPersonEvent(manager, { personId, sessionId: null, requestId }, now, {
        action: 'password.reset',
      });
      await endSessions(manager, personId, { allBut: null }, requestId, now);
      return [id, ...(await voidTokens(manager, 'password_reset', { ...NOBODY, personId }, now))];
    });
    this.standings.forgetAll();
    await this.mailer.forget(voided);
  }

  /** Whoever asks again and again for somebody else does not keep them from asking where they have signed in before. */
  private async countedOf(account: string, personId: string | null, address: string): Promise<Counted[]> {
    const what = `reset of ${account}`;
    const here = ofPair(what, address);
    const isKnownHere = await this.signIns.signedInFrom(personId, address);
    return isKnownHere ? [here] : [here, { kind: 'pair', subject: what }];
  }

  /** Earlier links stand until their hour is over or one of them is used: else whoever asks for somebody else would void the one that they hold. */
  private async send(personId: string, to: string, requestId: string): Promise<void> {
    const { id, token } = await this.tenancy.withPerson(personId, async (manager) => {
      const now = this.clock.now();
      const subject = { ...NOBODY, personId };
      const until = new Date(now.getTime() + VALID_MINUTES * 60_000);
      await recordPersonEvent(manager, { personId, sessionId: null, requestId }, now, {
        action: 'password_reset.asked',
      });
      return issueToken(manager, 'password_reset', subject, until);
    });
    await this.mailer.deliver({
      ...{ id, to, subject: 'Set a new password for Duecare' },
      text: `Somebody asked for a new password for this address.

Open this link within ${VALID_MINUTES} minutes; it works once:

${this.address.origin}/password-resets?token=${token}

If that was not you, do nothing: your password stays as it is.`,
    });
  }
}
