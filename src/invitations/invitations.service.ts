// Asking somebody into an organization: a link by mail, that works once, for a week, for whoever has the address.
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { CLOCK, type Clock } from '../common/clock';
import { afterId, type Page, type PageQuery } from '../common/http/paging';
import { DomainError } from '../common/problems/domain.error';
import { PublicAddress } from '../common/public-address';
import { readPage } from '../database/read-page';
import { Tenancy } from '../database/tenancy';
import type { PersonCaller } from '../identity/caller';
import { MAILER, type Mailer } from '../mail/mailer';
import { refuse, roleIn } from '../memberships/members.service';
import { issueToken, voidTokens, type TokenSubject } from '../people/one-time-tokens';
import { normalizedEmail } from '../people/person.fields';
import type { CreateInvitationDto, InvitationResponse, SentInvitation } from './invitation.dto';
import { invitationMail } from './invitation-mail';
import { INVITATION_COLUMNS, recordInvitationEvent, selectInvitation } from './invitation-rows';

const VALID_DAYS = 7;

@Injectable()
export class InvitationsService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly address: PublicAddress,
    @Inject(MAILER) private readonly mailer: Mailer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(organizationId: string, query: PageQuery): Promise<Page<InvitationResponse>> {
    const page = {
      name: 'invitation-page',
      text: `select ${INVITATION_COLUMNS} from invitation i where i.organization_id = $1 and ($2::uuid is null or i.id > $2) order by i.id limit $3`,
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
    const letter = await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const now = this.clock.now();
      refuse({
        by: await roleIn(manager, organizationId, caller.id),
        from: null,
        to: role,
        endsOn,
        otherOwners: 1,
      });
      await manager.query(
        `insert into invitation (organization_id, id, email, role, ends_on, invited_by, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [organizationId, id, normalizedEmail(fields.email), role, endsOn, caller.id, now, weekAfter(now)],
      );
      await recordInvitationEvent(manager, organizationId, caller, now, id, 'invitation.made', {
        role,
        endsOn,
      });
      return newLetter(manager, organizationId, id, weekAfter(now));
    });
    return this.send(letter);
  }

  /**
   * Sends a new link, good for another week; the earlier one works no more.
   * @throws DomainError not-found, invitation-closed
   */
  async sendAgain(organizationId: string, caller: PersonCaller, id: string): Promise<SentInvitation> {
    const { voided, letter } = await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      await selectOpenInvitation(manager, organizationId, id);
      const now = this.clock.now();
      await manager.query('update invitation set expires_at = $3 where organization_id = $1 and id = $2', [
        organizationId,
        id,
        weekAfter(now),
      ]);
      await recordInvitationEvent(manager, organizationId, caller, now, id, 'invitation.sent-again', {});
      return {
        voided: await voidTokens(manager, 'invitation', subjectOf(organizationId, id), now),
        letter: await newLetter(manager, organizationId, id, weekAfter(now)),
      };
    });
    await this.mailer.forget(voided);
    return this.send(letter);
  }

  async withdraw(organizationId: string, caller: PersonCaller, id: string): Promise<InvitationResponse> {
    const { voided, invitation } = await this.tenancy.withOrganizationWrite(
      organizationId,
      async (manager) => {
        await selectOpenInvitation(manager, organizationId, id);
        const now = this.clock.now();
        await manager.query(
          'update invitation set withdrawn_at = $3 where organization_id = $1 and id = $2',
          [organizationId, id, now],
        );
        await recordInvitationEvent(manager, organizationId, caller, now, id, 'invitation.withdrawn', {});
        return {
          voided: await voidTokens(manager, 'invitation', subjectOf(organizationId, id), now),
          invitation: await selectInvitation(manager, organizationId, id),
        };
      },
    );
    await this.mailer.forget(voided);
    return invitation;
  }

  private async send({ mailId, token, organization, invitation }: Letter): Promise<SentInvitation> {
    const link = `${this.address.origin}/invitations?token=${token}`;
    const text = invitationMail({ organization, role: invitation.role, link, days: VALID_DAYS });
    const delivery = await this.mailer.deliver({ id: mailId, to: invitation.email, ...text });
    return { ...invitation, delivery };
  }
}

/** What a mail says, with the token that only it has. */
interface Letter {
  mailId: string;
  token: string;
  organization: string;
  invitation: InvitationResponse;
}

async function newLetter(
  manager: EntityManager,
  organizationId: string,
  id: string,
  expiresAt: Date,
): Promise<Letter> {
  const subject = subjectOf(organizationId, id);
  const { id: mailId, token } = await issueToken(manager, 'invitation', subject, expiresAt);
  const [row] = await manager.query<{ name: string }[]>(
    'select name from organization where organization_id = $1',
    [organizationId],
  );
  const invitation = await selectInvitation(manager, organizationId, id);
  return { mailId, token, organization: row?.name ?? '', invitation };
}

/** @throws DomainError not-found, invitation-closed */
async function selectOpenInvitation(
  manager: EntityManager,
  organizationId: string,
  id: string,
): Promise<void> {
  const { acceptedAt, withdrawnAt } = await selectInvitation(manager, organizationId, id);
  if (acceptedAt ?? withdrawnAt)
    throw new DomainError('invitation-closed', 'It was accepted or withdrawn before.');
}

function subjectOf(organizationId: string, invitationId: string): TokenSubject {
  return { personId: null, organizationId, invitationId };
}

function weekAfter(now: Date): Date {
  return new Date(now.getTime() + VALID_DAYS * 86_400_000);
}
