// A practice is closed by an owner who has taken everything with them, and opened again until it is erased.
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordEvents, type HappenedEvent } from '../audit-log/audit-log';
import { AuditLogCheckpointsService } from '../audit-log/audit-log-checkpoints.service';
import { addDays, dateInTimeZone } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { organizationClosed } from '../common/problems/organization-closed';
import { SETTINGS, type Settings } from '../config/settings';
import { enterPerson, Tenancy } from '../database/tenancy';
import type { PersonCaller } from '../identity/caller';
import { Standings } from '../identity/standings.service';
import { MAILER, type Mailer } from '../mail/mailer';
import { organizationById } from '../organizations/organization.query';
import type { RecordRow } from '../records/record-kind';
import { refuseUnlessRecent } from '../second-factors/recent-sign-in';
import type { CloseOrganizationDto, ClosingResponse } from './closing.dto';
import { endWaysIn } from './ended-ways-in';
import { refuseWithoutExport } from './export-standing';

interface Standing {
  key: string;
  timeZone: string;
  closedAt: Date | null;
}

@Injectable()
export class ClosingService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly standings: Standings,
    private readonly checkpoints: AuditLogCheckpointsService,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(MAILER) private readonly mailer: Mailer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError recent-sign-in-needed, own-factors-needed, request-invalid, organization-closed, export-needed */
  async close(
    organizationId: string,
    caller: PersonCaller,
    { key, reason }: CloseOrganizationDto,
  ): Promise<ClosingResponse> {
    const { mailIds, closing } = await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const now = this.clock.now();
      await refuseUnlessOwnAndRecent(manager, caller, now);
      const standing = await standingOf(manager, organizationId);
      if (standing.closedAt) throw organizationClosed();
      if (standing.key !== key) throw otherKey();
      await refuseWithoutExport(manager, organizationId, now);
      const eraseOn = addDays(dateInTimeZone(now, standing.timeZone), this.settings.closedKeptDays);
      const { events: ended, mailIds } = await endWaysIn(manager, organizationId, now);
      await manager.query(
        `update organization set closed_at = $2, closed_because = $3, erase_on = $4, version = version + 1, updated_at = $2
         where organization_id = $1`,
        [organizationId, now, reason, eraseOn],
      );
      const last = happened(organizationId, 'organization.closed', { reason, eraseOn });
      await recordEvents(manager, organizationId, caller, now, [...ended, last]);
      const { sequence, digest } = await this.checkpoints.signWithin(manager, organizationId);
      return { mailIds, closing: { organizationId, closedAt: now, eraseOn, sequence, digest } };
    });
    this.standings.forgetAll();
    await this.mailer.forget(mailIds);
    return closing;
  }

  /** What was ended with the closing stays ended. @throws DomainError recent-sign-in-needed, organization-not-closed */
  async reopen(organizationId: string, caller: PersonCaller): Promise<RecordRow> {
    const reopened = await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const now = this.clock.now();
      await refuseUnlessOwnAndRecent(manager, caller, now);
      if (!(await standingOf(manager, organizationId)).closedAt)
        throw new DomainError('organization-not-closed', 'The organization is open.');
      await manager.query(
        `update organization set closed_at = null, closed_because = null, erase_on = null, version = version + 1, updated_at = $2
         where organization_id = $1`,
        [organizationId, now],
      );
      const event = happened(organizationId, 'organization.reopened', {});
      await recordEvents(manager, organizationId, caller, now, [event]);
      const { text, values } = organizationById(organizationId);
      const [row] = await manager.query<RecordRow[]>(text, values as unknown[]);
      return row ?? notFound();
    });
    this.standings.forgetAll();
    return reopened;
  }
}

function happened(organizationId: string, action: string, data: Record<string, unknown>): HappenedEvent {
  return { action, subjectKind: 'organization', subjectId: organizationId, data };
}

/** Closing ends single sign-on: whoever came in by it alone could not come back to open it again. */
async function refuseUnlessOwnAndRecent(
  manager: EntityManager,
  caller: PersonCaller,
  now: Date,
): Promise<void> {
  await enterPerson(manager, caller.id);
  await refuseUnlessRecent(manager, caller, now);
  const own = await manager.query<object[]>('select 1 from session where id = $1 and own_factors', [
    caller.sessionId,
  ]);
  if (own.length > 0) return;
  throw new DomainError(
    'own-factors-needed',
    'This session rests on an identity provider. Give your own password first: POST /v1/session/password.',
  );
}

async function standingOf(manager: EntityManager, organizationId: string): Promise<Standing> {
  const [row] = await manager.query<Standing[]>(
    `select key, time_zone as "timeZone", closed_at as "closedAt" from organization where organization_id = $1`,
    [organizationId],
  );
  return row ?? notFound();
}

function otherKey(): DomainError {
  const detail = 'must be the key of this organization, typed once more';
  return new DomainError('request-invalid', `The key ${detail}.`, [
    { pointer: '/key', code: 'invalid-field', detail },
  ]);
}

function notFound(): never {
  throw new DomainError('not-found', 'There is no organization with this id.');
}
