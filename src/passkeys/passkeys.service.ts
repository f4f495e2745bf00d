// A person's own passkeys: registered, listed, renamed, removed.
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock';
import { afterId, toPage, type Page, type PageQuery } from '../common/http/paging';
import { DomainError } from '../common/problems/domain.error';
import { refuseStale } from '../common/problems/stale-version';
import { PublicAddress } from '../common/public-address';
import { Tenancy } from '../database/tenancy';
import type { PersonCaller } from '../identity/caller';
import { Standings } from '../identity/standings.service';
import { happenedTo } from '../people/person-events';
import { refuseUnlessRecent } from '../second-factors/recent-sign-in';
import {
  markGiven,
  noteSecondFactor,
  settleAfterRemoval,
  writeRecoveryCodes,
} from '../second-factors/second-factor-writes';
import { challengeIn, creationOptions, verifiedRegistration } from './ceremonies';
import { keepChallenge, takeChallenge, type ChallengeSubject } from './challenges';
import { insertPasskey, knownPasskeys, selectPage, selectPasskey } from './passkey-writes';
import type {
  PasskeyOptions,
  PasskeyResponse,
  RegisteredPasskey,
  RegisterPasskeyDto,
  UpdatePasskeyDto,
} from './passkey.dto';
import { relyingPartyOf, type RelyingParty } from './relying-party';

const MOST = 25;

const registrationOf = ({ id, sessionId }: PersonCaller): ChallengeSubject => ({
  ceremony: 'registration',
  personId: id,
  sessionId,
});

@Injectable()
export class PasskeysService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly standings: Standings,
    private readonly address: PublicAddress,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError passkeys-unavailable, recent-sign-in-needed, too-many-passkeys */
  async begin(caller: PersonCaller): Promise<PasskeyOptions> {
    const party = partyOf(this.address);
    return this.tenancy.withPerson(caller.id, async (manager) => {
      const now = this.clock.now();
      await refuseUnlessRecent(manager, caller, now);
      const existing = await knownPasskeys(manager, caller.id);
      if (existing.length >= MOST)
        throw new DomainError('too-many-passkeys', `An account holds at most ${MOST} passkeys.`);
      const [person] = await manager.query<{ id: string; email: string; name: string }[]>(
        'select id, email, name from person where id = $1',
        [caller.id],
      );
      if (!person) throw new DomainError('not-found', 'There is no such account.');
      const publicKey = await creationOptions(party, person, existing);
      const expiresAt = await keepChallenge(manager, publicKey.challenge, registrationOf(caller), now);
      return { publicKey, expiresAt };
    });
  }

  /** Whoever begins with a passkey as second factor gets recovery codes. @throws DomainError passkey-refused, passkey-there, too-many-passkeys */
  async register(caller: PersonCaller, { name, credential }: RegisterPasskeyDto): Promise<RegisteredPasskey> {
    const party = partyOf(this.address);
    const challenge = challengeIn(credential);
    const isOurs =
      challenge !== null &&
      (await this.tenancy.withNobody((manager) =>
        takeChallenge(manager, challenge, registrationOf(caller), this.clock.now()),
      ));
    const made = isOurs ? await verifiedRegistration(credential, challenge, party) : null;
    if (!made) throw new DomainError('passkey-refused', 'What the authenticator answered does not verify.');
    const registered = await this.tenancy.withPerson(caller.id, async (manager) => {
      const now = this.clock.now();
      const [person] = await manager.query<{ had: boolean; passkeys: number }[]>(
        `select has_second_factor as had, (select count(*)::integer from passkey where person_id = $1) as passkeys
         from person where id = $1 for update`,
        [caller.id],
      );
      if ((person?.passkeys ?? 0) >= MOST)
        throw new DomainError('too-many-passkeys', `An account holds at most ${MOST} passkeys.`);
      const id = await insertPasskey(manager, caller.id, name, made, now);
      await noteSecondFactor(manager, caller.id);
      await markGiven(manager, caller, now);
      await happenedTo(manager, caller, now, 'passkey.registered', { passkey: id });
      const recoveryCodes = person?.had ? null : await writeRecoveryCodes(manager, caller.id);
      return { ...(await selectPasskey(manager, caller.id, id)), recoveryCodes };
    });
    this.standings.forgetAll();
    return registered;
  }

  async list({ id }: PersonCaller, query: PageQuery): Promise<Page<PasskeyResponse>> {
    const rows = await this.tenancy.withPerson(id, (manager) =>
      selectPage(manager, id, afterId(query), query.limit + 1),
    );
    return toPage(rows, query.limit);
  }

  /** @throws DomainError not-found */
  get({ id: personId }: PersonCaller, id: string): Promise<PasskeyResponse> {
    return this.tenancy.withPerson(personId, (manager) => selectPasskey(manager, personId, id));
  }

  async rename(
    caller: PersonCaller,
    id: string,
    version: number,
    { name }: UpdatePasskeyDto,
  ): Promise<PasskeyResponse> {
    return this.tenancy.withPerson(caller.id, async (manager) => {
      const passkey = await selectPasskey(manager, caller.id, id);
      refuseStale(passkey, version, 'passkey');
      if (name === undefined || name === passkey.name) return passkey;
      const now = this.clock.now();
      const [changed] = await manager.query<[object[], number]>(
        `update passkey set name = $4, version = version + 1, updated_at = $5
         where person_id = $1 and id = $2 and version = $3 returning 1`,
        [caller.id, id, version, name, now],
      );
      if (changed.length === 0)
        throw new DomainError('stale-version', 'The passkey was changed at the same moment.');
      await happenedTo(manager, caller, now, 'passkey.renamed', { passkey: id });
      return selectPasskey(manager, caller.id, id);
    });
  }

  /** Other sessions end; with the last second factor go the recovery codes. @throws DomainError recent-sign-in-needed */
  async remove(caller: PersonCaller, id: string): Promise<void> {
    await this.tenancy.withPerson(caller.id, async (manager) => {
      const now = this.clock.now();
      await manager.query('select 1 from person where id = $1 for update', [caller.id]);
      await selectPasskey(manager, caller.id, id);
      await refuseUnlessRecent(manager, caller, now);
      await manager.query('delete from passkey where person_id = $1 and id = $2', [caller.id, id]);
      await happenedTo(manager, caller, now, 'passkey.removed', { passkey: id });
      await settleAfterRemoval(manager, caller, now);
    });
    this.standings.forgetAll();
  }
}

/** @throws DomainError passkeys-unavailable where the installation has no name */
export function partyOf({ origin }: PublicAddress): RelyingParty {
  const party = relyingPartyOf(origin);
  if (party) return party;
  throw new DomainError(
    'passkeys-unavailable',
    'This installation is reached by a number, and passkeys are bound to names. Set PUBLIC_URL.',
  );
}
