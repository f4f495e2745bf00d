// A person's own account: what they are called, where they belong, their password, their sessions.
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CLOCK, type Clock } from '../common/clock';
import { afterId, toPage, type Page, type PageQuery } from '../common/http/paging';
import { DomainError } from '../common/problems/domain.error';
import { refuseStale } from '../common/problems/stale-version';
import { Tenancy } from '../database/tenancy';
import type { PersonCaller } from '../identity/caller';
import { reachedBySession, type Reached } from '../identity/reach.query';
import { Standings } from '../identity/standings.service';
import { isPassword } from '../people/password-hashing';
import { happenedTo } from '../people/person-events';
import { acceptedPassword, isStillPassword, storedPassword, storePassword } from '../people/person-writes';
import type { SessionResponse } from '../sessions/session.dto';
import { endSessions } from '../sessions/session-writes';
import { Attempts } from '../sign-in/attempts.service';
import type {
  AccountEventResponse,
  AccountOrganization,
  AccountResponse,
  ChangePasswordDto,
  UpdateAccountDto,
} from './account.dto';

type Person = Omit<AccountResponse, 'organizations'>;

@Injectable()
export class AccountService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly standings: Standings,
    private readonly attempts: Attempts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get({ id, sessionId }: PersonCaller): Promise<AccountResponse> {
    const person = await this.tenancy.withPerson(id, (manager) => selectPerson(manager, id));
    return { ...person, organizations: await this.organizationsOf(sessionId) };
  }

  async update(caller: PersonCaller, version: number, { name }: UpdateAccountDto): Promise<AccountResponse> {
    await this.tenancy.withPerson(caller.id, async (manager) => {
      const person = await selectPerson(manager, caller.id);
      refuseStale(person, version, 'account');
      if (name === undefined || name === person.name) return;
      const now = this.clock.now();
      const [changed] = await manager.query<[object[], number]>(
        `update person set name = $3, version = version + 1, updated_at = $4 where id = $1 and version = $2 returning 1`,
        [caller.id, version, name, now],
      );
      if (changed.length === 0)
        throw new DomainError('stale-version', 'The account was changed at the same moment.');
      await happenedTo(manager, caller, now, 'account.changed', { fields: ['name'] });
    });
    return this.get(caller);
  }

  /** Ends every other session: whoever had the old password may be in one. */
  async changePassword(
    caller: PersonCaller,
    { currentPassword, newPassword }: ChangePasswordDto,
  ): Promise<void> {
    const counted = [{ kind: 'pair', subject: `password of ${caller.id}` }] as const;
    await this.attempts.claim(counted);
    const { stored, context } = await this.tenancy.withPerson(caller.id, async (manager) => {
      const { name, email } = await selectPerson(manager, caller.id);
      return { stored: await storedPassword(manager, caller.id), context: [name, email] };
    });
    if (!stored || !(await isPassword(currentPassword, stored))) {
      throw wrongPassword();
    }
    await this.attempts.succeeded(counted);
    const hash = await acceptedPassword(newPassword, context, '/newPassword');
    await this.tenancy.withPerson(caller.id, async (manager) => {
      if (!(await isStillPassword(manager, caller.id, currentPassword, stored))) throw wrongPassword();
      const now = this.clock.now();
      await storePassword(manager, caller.id, hash, now);
      await happenedTo(manager, caller, now, 'password.changed');
      await endSessions(manager, caller.id, { allBut: caller.sessionId }, caller.requestId, now);
    });
    this.standings.forgetAll();
  }

  async sessions(
    { id, sessionId }: PersonCaller,
    query: PageQuery,
    idleMinutes: number,
  ): Promise<Page<SessionResponse>> {
    const rows = await this.tenancy.withPerson(id, (manager) =>
      manager.query<SessionResponse[]>(
        `select id, client, address, created_at as "createdAt", last_seen_at as "lastSeenAt",
           expires_at as "expiresAt", second_factor_at is not null as "secondFactorGiven", id = $4 as current
         from session where person_id = $1 and ended_at is null and expires_at > $2 and last_seen_at > $2::timestamptz - $3::interval
           and ($5::uuid is null or id > $5) order by id limit $6`,
        [id, this.clock.now(), `${idleMinutes} minutes`, sessionId, afterId(query), query.limit + 1],
      ),
    );
    return toPage(rows, query.limit);
  }

  async endSession(caller: PersonCaller, id: string): Promise<void> {
    const ended = await this.tenancy.withPerson(caller.id, (manager) =>
      endSessions(manager, caller.id, { only: id }, caller.requestId, this.clock.now()),
    );
    if (ended === 0) throw new DomainError('not-found', 'You have no open session with this id.');
    this.standings.forgetAll();
  }

  async events({ id }: PersonCaller, query: PageQuery): Promise<Page<AccountEventResponse>> {
    const rows = await this.tenancy.withPerson(id, (manager) =>
      manager.query<AccountEventResponse[]>(
        `select id, occurred_at as "occurredAt", session_id as "sessionId", request_id as "requestId", action, data
         from person_event where person_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`,
        [id, afterId(query), query.limit + 1],
      ),
    );
    return toPage(rows, query.limit);
  }

  /** The same for a page: the latest first. */
  async latestEvents({ id }: PersonCaller, query: PageQuery): Promise<Page<AccountEventResponse>> {
    const before = query.cursor === undefined ? null : afterId(query);
    const rows = await this.tenancy.withPerson(id, (manager) =>
      manager.query<AccountEventResponse[]>(
        `select id, occurred_at as "occurredAt", session_id as "sessionId", request_id as "requestId", action, data
         from person_event where person_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
        [id, before, query.limit + 1],
      ),
    );
    return toPage(rows, query.limit);
  }

  /** The practices that the session reaches, without what is made up to look around in. */
  async ownPractices(caller: PersonCaller): Promise<string[]> {
    const reached = await this.tenancy.withoutOrganization<Reached>(
      reachedBySession(caller, this.clock.now()),
    );
    return reached.filter(({ isExample }) => !isExample).map(({ id }) => id);
  }

  /** Those that the session reaches. */
  private async organizationsOf(sessionId: string): Promise<AccountOrganization[]> {
    const found = await this.tenancy.withoutOrganization<Omit<AccountOrganization, 'name'>>({
      name: 'organizations-of-session',
      text: `select organization_id as id, role, firm_id as "onBehalfOf", ends_on as "endsOn"
        from organizations_of_session($1, $2) order by organization_id`,
      values: [sessionId, this.clock.now()],
    });
    const ids = found.map(({ id }) => id);
    const names = await this.tenancy.withOrganizationsRead(ids, async (client) => {
      const text =
        'select organization_id as id, name from organization where organization_id = any ($1::uuid[])';
      const { rows } = await client.query<{ id: string; name: string }>(text, [ids]);
      return new Map(rows.map(({ id, name }) => [id, name]));
    });
    return found.map((organization) => ({ ...organization, name: names.get(organization.id) ?? '' }));
  }
}

function wrongPassword(): DomainError {
  return new DomainError('sign-in-refused', 'The current password is wrong.');
}

async function selectPerson(manager: EntityManager, id: string): Promise<Person> {
  const [person] = await manager.query<Person[]>(
    `select id, email, name, has_second_factor as "hasSecondFactor", version, created_at as "createdAt", updated_at as "updatedAt"
     from person where id = $1`,
    [id],
  );
  if (!person) throw new DomainError('not-found', 'There is no such account.');
  return person;
}
