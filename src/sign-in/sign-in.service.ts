// Signing in with e-mail address and password.
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { hashOfPassword, isHashedAsToday, isNobodysPassword, isPassword } from '../people/password-hashing';
import { hasSecondFactor, isStillPassword, storedPassword, storePassword } from '../people/person-writes';
import { normalizedEmail } from '../people/person.fields';
import type { RequestClient } from '../sessions/request-client';
import { openSession, type OpenedSession } from '../sessions/session-writes';
import { Attempts, ofAddress, ofPair, type Counted } from './attempts.service';
import { isKnownAddress } from './known-address';
import { RefusedSignIns } from './refused-sign-ins';

/** Who is asked for where there is no such account: it is to take as many steps as one that is there. */
const NOBODYS_ID = '00000000-0000-0000-0000-000000000000';

interface Claim {
  email: string;
  password: string;
}

@Injectable()
export class SignInService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly attempts: Attempts,
    private readonly refused: RefusedSignIns,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError sign-in-refused, without saying whether there is such an account; too-many-attempts */
  async signIn({ email, password }: Claim, client: RequestClient): Promise<OpenedSession> {
    const account = normalizedEmail(email);
    const personId = (await this.personWith(account)) ?? NOBODYS_ID;
    const counted = await this.countedOf(account, personId, client.address);
    await this.attempts.claim(counted);
    const stored = await this.tenancy.withPerson(personId, (manager) => storedPassword(manager, personId));
    const isRight = stored ? await isPassword(password, stored) : await isNobodysPassword(password);
    if (!isRight || !stored) return this.refuse(personId, client);
    const session = await this.openedBy(personId, password, stored, client);
    if (!session) return this.refuse(personId, client);
    await this.attempts.succeeded(counted);
    return session;
  }

  /** @param verified the stored hash against which the password was right. @returns null when the password has become another one since */
  private async openedBy(
    personId: string,
    password: string,
    verified: string,
    client: RequestClient,
  ): Promise<OpenedSession | null> {
    const anew = isHashedAsToday(verified) ? null : await hashOfPassword(password);
    return this.tenancy.withPerson(personId, async (manager) => {
      if (!(await isStillPassword(manager, personId, password, verified))) return null;
      const now = this.clock.now();
      if (anew) await storePassword(manager, personId, anew, now);
      const by = {
        ...({ means: 'password', secondFactorGiven: false } as const),
        hasSecondFactor: await hasSecondFactor(manager, personId),
      };
      return openSession(manager, personId, by, client, now);
    });
  }

  async personWith(email: string): Promise<string | null> {
    const [row] = await this.tenancy.withoutOrganization<{ id: string | null }>({
      name: 'person-with-email',
      text: 'select person_with_email($1) as id',
      values: [email],
    });
    return row?.id ?? null;
  }

  /**
   * What an attempt counts on. From an address from which the person signed in before by factors of their own, the attempts of others do not
   * count: who tries an owner's password from elsewhere slows only themselves.
   */
  private async countedOf(account: string, personId: string, address: string): Promise<Counted[]> {
    const counted = [ofPair(account, address), ofAddress(address)];
    const byAccount: Counted = { kind: 'account', subject: account };
    const isKnownHere =
      (await this.attempts.waits(byAccount)) && (await this.signedInFrom(personId, address));
    return isKnownHere ? counted : [...counted, byAccount];
  }

  /** Whether somebody signed in from an address during the last 90 days, by factors of their own; nobody did. It takes as long for them. */
  signedInFrom(whom: string | null, address: string): Promise<boolean> {
    const personId = whom ?? NOBODYS_ID;
    return this.tenancy.withPerson(personId, (manager) =>
      isKnownAddress(manager, personId, address, 'ownFactors', this.clock.now()),
    );
  }

  private refuse(personId: string, { requestId }: RequestClient): never {
    if (personId !== NOBODYS_ID) this.refused.note(personId, requestId);
    throw new DomainError('sign-in-refused', 'The e-mail address or the password is wrong.');
  }
}
