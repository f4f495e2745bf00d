// A passkey shown: to sign in with nothing else, or as the second factor after the password.
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { PublicAddress } from '../common/public-address';
import { Tenancy } from '../database/tenancy';
import type { PersonCaller } from '../identity/caller';
import { happenedTo, recordPersonEvent } from '../people/person-events';
import { CountedProof } from '../second-factors/counted-proof';
import { markGiven } from '../second-factors/second-factor-writes';
import type { RequestClient } from '../sessions/request-client';
import { noteOwnFactors, openSession, type OpenedSession } from '../sessions/session-writes';
import { Attempts, ofAddress, ofPair } from '../sign-in/attempts.service';
import {
  challengeIn,
  isHandleOf,
  namesHolder,
  secondFactorOptions,
  signInOptions,
  verifiedAssertion,
} from './ceremonies';
import { keepChallenge, SIGNING_IN, takeChallenge, type ChallengeSubject } from './challenges';
import { heldPasskey, knownPasskeys, noteUse } from './passkey-writes';
import type { PasskeyOptions } from './passkey.dto';
import { partyOf } from './passkeys.service';
import type { AssertedCredential } from './webauthn.dto';

const secondFactorOf = ({ id, sessionId }: PersonCaller): ChallengeSubject => ({
  ceremony: 'second_factor',
  personId: id,
  sessionId,
});

@Injectable()
export class PasskeyProofService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly attempts: Attempts,
    private readonly proof: CountedProof,
    private readonly address: PublicAddress,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async signInChallenge(): Promise<PasskeyOptions> {
    const publicKey = await signInOptions(partyOf(this.address));
    const expiresAt = await this.tenancy.withNobody((manager) =>
      keepChallenge(manager, publicKey.challenge, SIGNING_IN, this.clock.now()),
    );
    return { publicKey, expiresAt };
  }

  /**
   * Opens a session with both factors given: the authenticator is one, and it has verified its holder by another.
   * @throws DomainError sign-in-refused, in the same words for an unknown passkey and for a wrong signature; too-many-attempts
   */
  async signIn(credential: AssertedCredential, client: RequestClient): Promise<OpenedSession> {
    const counted = [ofPair(`passkey ${credential.id}`, client.address), ofAddress(client.address)];
    await this.attempts.claim(counted);
    const challenge = await this.takenChallenge(credential, SIGNING_IN);
    const personId = await this.personOf(credential.id);
    const session =
      challenge !== null && personId !== null && namesHolder(personId, credential)
        ? await this.openedBy(credential, challenge, personId, client)
        : null;
    if (!session) return this.refuse(personId, client);
    await this.attempts.succeeded(counted);
    return session;
  }

  /** For somebody who has given the password, or whose second factor was given too long ago. */
  async secondFactorChallenge(caller: PersonCaller): Promise<PasskeyOptions> {
    const party = partyOf(this.address);
    return this.tenancy.withPerson(caller.id, async (manager) => {
      const publicKey = await secondFactorOptions(party, await knownPasskeys(manager, caller.id));
      const subject = secondFactorOf(caller);
      return {
        publicKey,
        expiresAt: await keepChallenge(manager, publicKey.challenge, subject, this.clock.now()),
      };
    });
  }

  /** @throws DomainError second-factor-refused, also for the passkey of somebody else; too-many-attempts */
  async give(caller: PersonCaller, credential: AssertedCredential): Promise<void> {
    const party = partyOf(this.address);
    let challenge: string | null = null;
    const take = async (): Promise<void> => {
      challenge = await this.takenChallenge(credential, secondFactorOf(caller));
    };
    const check = async (manager: EntityManager, now: Date): Promise<void> => {
      const known = await heldPasskey(manager, caller.id, credential.id);
      const assertion =
        challenge !== null && known && isHandleOf(caller.id, credential)
          ? await verifiedAssertion(credential, challenge, party, known, 'preferred')
          : null;
      if (!known || !assertion?.verified)
        throw new DomainError('second-factor-refused', 'The passkey did not verify.');
      await noteUse(manager, caller.id, known.id, assertion, now);
      await markGiven(manager, caller, now);
      // The authenticator has verified its holder: whoever could sign in by it alone has given more than a second factor.
      if (assertion.userVerified) await noteOwnFactors(manager, caller.id, caller.sessionId);
      await happenedTo(manager, caller, now, 'second_factor.given', { by: 'passkey', passkey: known.id });
    };
    await this.proof.run(caller, check, take);
  }

  /** A challenge is used up by its first answer, right or wrong: in a transaction of its own, which no refusal takes back. */
  private async takenChallenge(
    credential: AssertedCredential,
    subject: ChallengeSubject,
  ): Promise<string | null> {
    const challenge = challengeIn(credential);
    if (challenge === null) return null;
    const isOurs = await this.tenancy.withNobody((manager) =>
      takeChallenge(manager, challenge, subject, this.clock.now()),
    );
    return isOurs ? challenge : null;
  }

  private openedBy(
    credential: AssertedCredential,
    challenge: string,
    personId: string,
    client: RequestClient,
  ): Promise<OpenedSession | null> {
    const party = partyOf(this.address);
    return this.tenancy.withPerson(personId, async (manager) => {
      const now = this.clock.now();
      const known = await heldPasskey(manager, personId, credential.id);
      if (!known) return null;
      const assertion = await verifiedAssertion(credential, challenge, party, known, 'required');
      if (!assertion.verified) return null;
      await noteUse(manager, personId, known.id, assertion, now);
      const by = { means: 'passkey', secondFactorGiven: true, hasSecondFactor: true } as const;
      return openSession(manager, personId, by, client, now);
    });
  }

  private async personOf(credentialId: string): Promise<string | null> {
    const [row] = await this.tenancy.withoutOrganization<{ id: string | null }>({
      name: 'person-of-passkey',
      text: 'select person_of_passkey($1) as id',
      values: [credentialId],
    });
    return row?.id ?? null;
  }

  private async refuse(personId: string | null, { requestId }: RequestClient): Promise<never> {
    if (personId) {
      await this.tenancy.withPerson(personId, (manager) =>
        recordPersonEvent(manager, { personId, sessionId: null, requestId }, this.clock.now(), {
          action: 'sign_in.refused',
          data: { by: 'passkey' },
        }),
      );
    }
    throw new DomainError('sign-in-refused', 'The passkey is unknown or did not verify.');
  }
}
