// Asking somebody into an organization: a link by mail, that works once, for a week, for whoever has the address.
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { recordEvents } from '../audit-log/audit-log';
import { CLOCK, type Clock } from '../common/clock';
import { afterId, type Page, type PageQuery } from '../common/http/paging';
import { DomainError } from '../common/problems/domain.error';
import { PublicAddress } from '../common/public-address';
import { readPage } from '../database/read-page';
import { enterOrganization, enterPerson, Tenancy } from '../database/tenancy';
import type { Caller, PersonCaller } from '../identity/caller';
import { Standings } from '../identity/standings.service';
import { MAILER, type Mailer } from '../mail/mailer';
import { addMembership } from '../memberships/membership-writes';
import { refuse, roleIn } from '../memberships/members.service';
import { issueToken, readToken, useToken, voidTokens, type StoredToken } from '../people/one-time-tokens';
import { acceptedPassword, addPerson } from '../people/person-writes';
import { normalizedEmail } from '../people/person.fields';
import { originOf, type RequestClient } from '../sessions/request-client';
import { openSession, type OpenedSession } from '../sessions/session-writes';
import type {
  AcceptAsNewDto,
  AcceptDto,
  AcceptedMembership,
  CreateInvitationDto,
  InvitationResponse,
  SentInvitation,
} from './invitation.dto';
import { invitationMail } from './invitation-mail';

const VALID_DAYS = 7;
const COLUMNS = `i.id, i.email, i.role, i.ends_on as "endsOn", i.invited_by as "invitedBy", i.created_at as "createdAt",
  i.expires_at as "expiresAt", i.accepted_at as "acceptedAt", i.withdrawn_at as "withdrawnAt"`;

@Injectable()
export class InvitationsService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly standings: Standings,
    private readonly address: PublicAddress,
    @Inject(MAILER) private readonly mailer: Mailer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(organizationId: string, query: PageQuery): Promise<Page<InvitationResponse>> {
    const page = {
      name: 'invitation-page',
      text: `select ${COLUMNS} from invitation i where i.organization_id = $1 and ($2::uuid is null or i.id > $2) order by i.id limit $3`,
      values: [organizationId, afterId(query), query.limit + 1],
    };
    return readPage<InvitationResponse>(this.tenancy, organizationId, page, query.limit);
  }

  async create(
    organizationId: string,
    caller: PersonCaller,
    fields: CreateInvitationDto,
  ): Promise<SentInvitation> {
    const id = uuidv7();
    const { role, endsOn = null } = fields;
    const written = await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const now = this.clock.now();
      refuse({
        by: await roleIn(manager, organizationId, caller.id),
        from: null,
        to: role,
        endsOn,
        otherOwners: 1,
      });
      const expiresAt = new Date(now.getTime() + VALID_DAYS * 86_400_000);
      await manager.query(
        `insert into invitation (organization_id, id, email, role, ends_on, invited_by, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [organizationId, id, normalizedEmail(fields.email), role, endsOn, caller.id, now, expiresAt],
      );
      await happened(manager, organizationId, caller, now, id, 'invitation.made', { role, endsOn });
      const subject = { personId: null, organizationId, invitationId: id };
      const { id: mail, token } = await issueToken(manager, 'invitation', subject, expiresAt);
      const [organization] = await manager.query<{ name: string }[]>(
        'select name from organization where organization_id = $1',
        [organizationId],
      );
      return {
        mail,
        token,
        name: organization?.name ?? '',
        invitation: await selectInvitation(manager, organizationId, id),
      };
    });
    const link = `${this.address.origin}/invitation#${written.token}`;
    const text = invitationMail({ organization: written.name, role, link, days: VALID_DAYS });
    const delivery = await this.mailer.deliver({ id: written.mail, to: written.invitation.email, ...text });
    return { ...written.invitation, delivery };
  }

  async withdraw(organizationId: string, caller: PersonCaller, id: string): Promise<InvitationResponse> {
    const { voided, invitation } = await this.tenancy.withOrganizationWrite(
      organizationId,
      async (manager) => {
        const { acceptedAt, withdrawnAt } = await selectInvitation(manager, organizationId, id);
        if (acceptedAt ?? withdrawnAt)
          throw new DomainError('invitation-closed', 'It was accepted or withdrawn before.');
        const now = this.clock.now();
        await manager.query(
          'update invitation set withdrawn_at = $3 where organization_id = $1 and id = $2',
          [organizationId, id, now],
        );
        await happened(manager, organizationId, caller, now, id, 'invitation.withdrawn', {});
        const subject = { personId: null, organizationId, invitationId: id };
        return {
          voided: await voidTokens(manager, 'invitation', subject, now),
          invitation: await selectInvitation(manager, organizationId, id),
        };
      },
    );
    await this.mailer.forget(voided);
    return invitation;
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
      const stored = await useToken(manager, 'invitation', token, now);
      const { email, organizationId, invitation } = await this.invitationOf(manager, stored);
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
      return { session: await openSession(manager, personId, by, client, now), used: stored.id };
    });
    this.standings.forgetAll();
    await this.mailer.forget([used]);
    return session;
  }

  /** For somebody who is signed in, under the address that was invited. */
  async accept(caller: PersonCaller, { token, onBehalfOf = null }: AcceptDto): Promise<AcceptedMembership> {
    const { used, ...accepted } = await this.tenancy.withNobody(async (manager) => {
      const now = this.clock.now();
      const stored = await useToken(manager, 'invitation', token, now);
      await enterPerson(manager, caller.id);
      const { email, organizationId, invitation } = await this.invitationOf(manager, stored);
      const [person] = await manager.query<{ email: string }[]>('select email from person where id = $1', [
        caller.id,
      ]);
      if (person?.email !== email)
        throw new DomainError(
          'token-unusable',
          'The invitation went to another address than that of your account.',
        );
      if (onBehalfOf) await refuseForeignFirm(manager, caller.id, onBehalfOf, invitation.role, now);
      await this.join(manager, organizationId, caller, invitation, onBehalfOf, now);
      return { organizationId, role: invitation.role, used: stored.id };
    });
    this.standings.forgetAll();
    await this.mailer.forget([used]);
    return accepted;
  }

  /** Opens the transaction for the organization of the token. */
  private async invitationOf(
    manager: EntityManager,
    { organizationId, invitationId }: StoredToken,
  ): Promise<{
    email: string;
    organizationId: string;
    organization: string;
    invitation: InvitationResponse;
  }> {
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
  personId: string,
  firmId: string,
  role: string,
  now: Date,
): Promise<void> {
  const own: object[] = await manager.query(
    'select 1 from organizations_of_person($1, $2) where organization_id = $3',
    [personId, now, firmId],
  );
  if (role === 'consultant' && own.length > 0) return;
  const detail =
    role === 'consultant' ? 'must be an organization that you belong to' : 'is for consultants only';
  throw new DomainError('records-incoherent', `The organization in whose name you work ${detail}.`, [
    { pointer: '/onBehalfOf', code: 'unknown-reference', detail },
  ]);
}

async function selectInvitation(
  manager: EntityManager,
  organizationId: string,
  id: string,
): Promise<InvitationResponse> {
  const text = `select ${COLUMNS} from invitation i where i.organization_id = $1 and i.id = $2`;
  const [row] = await manager.query<InvitationResponse[]>(text, [organizationId, id]);
  if (!row) throw new DomainError('not-found', 'There is no invitation with this id.');
  return row;
}

function happened(
  manager: EntityManager,
  organizationId: string,
  caller: Caller,
  now: Date,
  id: string,
  action: string,
  data: Record<string, unknown>,
): Promise<void> {
  return recordEvents(manager, organizationId, caller, now, [
    { action, subjectKind: 'invitation', subjectId: id, data },
  ]);
}
