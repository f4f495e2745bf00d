// Coming in by an invitation: with a new account, or with the one that somebody has.
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { enterOrganization, enterPerson, Tenancy } from '../database/tenancy';
import type { Caller, PersonCaller } from '../identity/caller';
import { Standings } from '../identity/standings.service';
import { MAILER, type Mailer } from '../mail/mailer';
import { addMembership } from '../memberships/membership-writes';
import { readToken, useToken, type StoredToken } from '../people/one-time-tokens';
import { acceptedPassword, addPerson } from '../people/person-writes';
import type { Role } from '../permissions/roles';
import { originOf, type RequestClient } from '../sessions/request-client';
import { openSession, type OpenedSession } from '../sessions/session-writes';
import type { AcceptAsNewDto, AcceptDto, AcceptedMembership, InvitationResponse } from './invitation.dto';
import { selectInvitation } from './invitation-rows';

interface Invited {
  email: string;
  organizationId: string;
  organization: string;
  invitation: InvitationResponse;
}

/** What an invitation says to whoever holds its link. */
export interface OpenInvitation {
  organizationId: string;
  organization: string;
  email: string;
  role: Role;
  endsOn: string | null;
}

@Injectable()
export class InvitationAcceptancesService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly standings: Standings,
    @Inject(MAILER) private readonly mailer: Mailer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What the link is for; it stays unused. @throws DomainError token-unusable */
  async look(token: string): Promise<OpenInvitation> {
    const { organizationId, organization, email, invitation } = await this.tenancy.withNobody(
      async (manager) => {
        return this.invitationOf(manager, await readToken(manager, 'invitation', token, this.clock.now()));
      },
    );
    return { organizationId, organization, email, role: invitation.role, endsOn: invitation.endsOn ?? null };
  }

  /** For somebody without an account. @throws DomainError token-unusable, account-there, password-refused */
  async acceptAsNew(
    { token, name, password }: AcceptAsNewDto,
    client: RequestClient,
  ): Promise<OpenedSession> {
    const invited = await this.tenancy.withNobody(async (manager) => {
      return this.invitationOf(manager, await readToken(manager, 'invitation', token, this.clock.now()));
    });
    const passwordHash = await acceptedPassword(password, [name, invited.email, invited.organization]);
    const { session, used } = await this.tenancy.withNobody(async (manager) => {
      const now = this.clock.now();
      const { email, organizationId, invitation, used } = await this.takeInvitation(manager, token, now);
      const [taken] = await manager.query<{ id: string | null }[]>('select person_with_email($1) as id', [
        email,
      ]);
      if (taken?.id) {
        throw new DomainError(
          'account-there',
          'There is an account with this address: sign in, then accept the invitation.',
        );
      }
      const personId = await addPerson(manager, { name, email, passwordHash }, now);
      const caller = { kind: 'person', id: personId, onBehalfOf: null, ...originOf(client) } as const;
      await this.join(manager, organizationId, caller, invitation, null, now);
      const by = { means: 'invitation', secondFactorGiven: false, hasSecondFactor: false } as const;
      return { session: await openSession(manager, personId, by, client, now), used };
    });
    this.standings.forgetAll();
    await this.mailer.forget([used]);
    return session;
  }

  /** For somebody who is signed in, under the address that was invited. */
  async accept(caller: PersonCaller, { token, onBehalfOf = null }: AcceptDto): Promise<AcceptedMembership> {
    const { used, ...accepted } = await this.tenancy.withNobody(async (manager) => {
      const now = this.clock.now();
      await enterPerson(manager, caller.id);
      const { email, organizationId, invitation, used } = await this.takeInvitation(manager, token, now);
      const [person] = await manager.query<{ email: string }[]>('select email from person where id = $1', [
        caller.id,
      ]);
      if (person?.email !== email)
        throw new DomainError(
          'token-unusable',
          'The invitation went to another address than that of your account.',
        );
      if (onBehalfOf) await refuseForeignFirm(manager, caller.sessionId, onBehalfOf, invitation.role, now);
      await this.join(manager, organizationId, caller, invitation, onBehalfOf, now);
      return { organizationId, role: invitation.role, used };
    });
    this.standings.forgetAll();
    await this.mailer.forget([used]);
    return accepted;
  }

  /**
   * Uses the token up, once the organization is this transaction's: whoever withdraws an invitation or sends it again locks in that order,
   * and in the other one two would wait for each other.
   */
  private async takeInvitation(
    manager: EntityManager,
    token: string,
    now: Date,
  ): Promise<Invited & { used: string }> {
    const invited = await this.invitationOf(manager, await readToken(manager, 'invitation', token, now));
    const { id } = await useToken(manager, 'invitation', token, now);
    return { ...invited, used: id };
  }

  /** Opens the transaction for the organization of the token. */
  private async invitationOf(
    manager: EntityManager,
    { organizationId, invitationId }: StoredToken,
  ): Promise<Invited> {
    if (!organizationId || !invitationId) throw new Error('a token of an invitation leads to none');
    await enterOrganization(manager, organizationId);
    const invitation = await selectInvitation(manager, organizationId, invitationId);
    const [row] = await manager.query<{ name: string }[]>(
      'select name from organization where organization_id = $1',
      [organizationId],
    );
    return { email: invitation.email, organizationId, organization: row?.name ?? '', invitation };
  }

  private async join(
    manager: EntityManager,
    organizationId: string,
    caller: Caller & { id: string },
    { id, role, endsOn }: InvitationResponse,
    firmId: string | null,
    now: Date,
  ): Promise<void> {
    const there: object[] = await manager.query(
      'select 1 from membership where organization_id = $1 and person_id = $2 and ended_at is null',
      [organizationId, caller.id],
    );
    if (there.length > 0)
      throw new DomainError(
        'member-already',
        'You belong to this organization; an owner can change your role.',
      );
    await manager.query('update invitation set accepted_at = $3 where organization_id = $1 and id = $2', [
      organizationId,
      id,
      now,
    ]);
    await addMembership(manager, organizationId, caller, { personId: caller.id, role, endsOn, firmId }, now);
  }
}

async function refuseForeignFirm(
  manager: EntityManager,
  sessionId: string,
  firmId: string,
  role: string,
  now: Date,
): Promise<void> {
  const own: object[] = await manager.query(
    'select 1 from organizations_of_session($1, $2) where organization_id = $3',
    [sessionId, now, firmId],
  );
  if (role === 'consultant' && own.length > 0) return;
  const detail =
    role === 'consultant' ? 'must be an organization that you belong to' : 'is for consultants only';
  throw new DomainError('records-incoherent', `The organization in whose name you work ${detail}.`, [
    { pointer: '/onBehalfOf', code: 'unknown-reference', detail },
  ]);
}
