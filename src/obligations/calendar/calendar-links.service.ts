// Links by which a person's calendar program reads what is due in a practice: secret, of that person alone, for a year, revoked at will. A link ends with the membership.
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { recordEvents } from '../../audit-log/audit-log';
import { CLOCK, type Clock } from '../../common/clock';
import { DomainError } from '../../common/problems/domain.error';
import { PublicAddress } from '../../common/public-address';
import { Tenancy } from '../../database/tenancy';
import type { PersonCaller } from '../../identity/caller';
import { CALENDAR_TOKENS } from '../../identity/secret-token';
import type { CalendarLinkResponse, MadeCalendarLink } from './calendar-link.dto';

const VALID_DAYS = 366;
/** Of one person in one practice, that work at the same time: a telephone, a computer, and some to spare. */
const MOST_WORKING = 10;

const COLUMNS = 'l.id, l.created_at as "createdAt", l.expires_at as "expiresAt", l.revoked_at as "revokedAt"';

@Injectable()
export class CalendarLinksService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly address: PublicAddress,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The person's own, the newest first. */
  list(organizationId: string, { id: personId }: PersonCaller): Promise<CalendarLinkResponse[]> {
    return this.tenancy.readOne<CalendarLinkResponse & { id: string }>(organizationId, {
      name: 'calendar-links-of-person',
      text: `select ${COLUMNS} from calendar_link l where l.organization_id = $1 and l.person_id = $2 order by l.id desc limit 100`,
      values: [organizationId, personId],
    });
  }

  /** @throws DomainError request-invalid where the person has as many as there may be */
  async make(organizationId: string, caller: PersonCaller): Promise<MadeCalendarLink> {
    const [id, token] = [uuidv7(), CALENDAR_TOKENS.make()];
    const made = await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const now = this.clock.now();
      const [counted] = await manager.query<{ working: number }[]>(
        `select count(*)::integer as working from calendar_link
         where organization_id = $1 and person_id = $2 and revoked_at is null and expires_at > $3`,
        [organizationId, caller.id, now],
      );
      if ((counted?.working ?? 0) >= MOST_WORKING)
        throw new DomainError('request-invalid', `You have ${MOST_WORKING} links already; revoke one first.`);
      const expiresAt = new Date(now.getTime() + VALID_DAYS * 86_400_000);
      await manager.query(
        `insert into calendar_link (organization_id, id, person_id, created_at, expires_at) values ($1, $2, $3, $4, $5)`,
        [organizationId, id, caller.id, now, expiresAt],
      );
      await manager.query('select add_calendar_link_digest($1, $2, $3)', [
        ...[CALENDAR_TOKENS.digestOf(token), organizationId, id],
      ]);
      const event = { action: 'calendar_link.made', subjectKind: 'calendar_link', subjectId: id, data: {} };
      await recordEvents(manager, organizationId, caller, now, [event]);
      return { id, createdAt: now, expiresAt, revokedAt: null };
    });
    return { ...made, link: `${this.address.origin}/calendar-feeds/${token}.ics` };
  }

  /** From then on it opens nothing. Another's is not found. @throws DomainError not-found */
  async revoke(organizationId: string, caller: PersonCaller, id: string): Promise<void> {
    await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const [link] = await manager.query<{ revokedAt: Date | null }[]>(
        'select l.revoked_at as "revokedAt" from calendar_link l where l.organization_id = $1 and l.person_id = $2 and l.id = $3',
        [organizationId, caller.id, id],
      );
      if (!link) throw new DomainError('not-found', 'There is no calendar link with this id.');
      if (link.revokedAt) return;
      const now = this.clock.now();
      await manager.query('update calendar_link set revoked_at = $3 where organization_id = $1 and id = $2', [
        ...[organizationId, id, now],
      ]);
      const event = {
        action: 'calendar_link.revoked',
        subjectKind: 'calendar_link',
        subjectId: id,
        data: {},
      };
      await recordEvents(manager, organizationId, caller, now, [event]);
    });
  }

  /**
   * The practice whose calendar a token opens, and the link; null when it is unknown, revoked, expired, of somebody who no longer belongs to the practice, or of a closed
   * practice.
   */
  async find(token: string): Promise<{ linkId: string; organizationId: string } | null> {
    const digest = CALENDAR_TOKENS.digestOf(token);
    if (!digest) return null;
    const [row] = await this.tenancy.withoutOrganization<{ link_id: string; organization_id: string }>({
      name: 'authenticate-calendar-link',
      text: 'select * from authenticate_calendar_link($1, $2)',
      values: [digest, this.clock.now()],
    });
    return row ? { linkId: row.link_id, organizationId: row.organization_id } : null;
  }
}
