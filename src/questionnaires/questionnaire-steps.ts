// What every step of a questionnaire has in common: the version that the caller read, the row and its audit event in one transaction, and
// scoring where the step changes what counts.
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordEvents } from '../audit-log/audit-log';
import { dateInTimeZone, type CalendarDate } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { refuseStale } from '../common/problems/stale-version';
import { Tenancy } from '../database/tenancy';
import type { Caller } from '../identity/caller';
import { organizationById } from '../organizations/organization.query';
import { ChangeChecks } from '../records/change-checks';
import { updateRecord } from '../records/record-writes';
import { questionnaireById, type StoredQuestionnaire } from './questionnaire.query';
import { QUESTIONNAIRE } from './records/questionnaire.record';

/** The questionnaire that a step is for, and the version that the caller read. */
export interface Target {
  organizationId: string;
  id: string;
  /** null for a step that takes the questionnaire as it finds it, and itself sees to what somebody else did meanwhile */
  version: number | null;
}

export interface StepGround {
  manager: EntityManager;
  stored: StoredQuestionnaire;
  now: Date;
  /** the date of `now` in the practice's time zone */
  today: CalendarDate;
}

export interface Happened {
  /** reads as a past event */
  action: string;
  /** fields of the row that change */
  row?: Record<string, unknown>;
  data: Record<string, unknown>;
  /** whether what counts has changed: then the whole dossier is checked and every service is scored */
  isScored: boolean;
}

/** Decides and writes what is its own; null when nothing changes. */
export type Step = (ground: StepGround) => Promise<Happened | null>;

@Injectable()
export class QuestionnaireSteps {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly checks: ChangeChecks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError not-found, stale-version, or what the step refuses: then nothing of it is saved */
  take({ organizationId, id, version }: Target, caller: Caller, step: Step): Promise<StoredQuestionnaire> {
    return this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const now = this.clock.now();
      const stored = await read(manager, organizationId, id);
      if (version !== null) refuseStale(stored, version, 'questionnaire');
      const today = dateInTimeZone(now, await timeZoneOf(manager, organizationId));
      const happened = await step({ manager, stored, now, today });
      if (!happened) return stored;
      const found = stored.version;
      const changed = { ...happened.row, version: found + 1, updatedAt: now };
      await updateRecord(
        manager,
        QUESTIONNAIRE,
        { organizationId, id, key: stored.key, version: found },
        changed,
      );
      const identity = { id, key: stored.key, version: found + 1 };
      return this.finish(manager, organizationId, caller, identity, happened);
    });
  }

  /** The end of a change: its event, the checks and scores that follow, and the questionnaire as it stands then. */
  async finish(
    manager: EntityManager,
    organizationId: string,
    caller: Caller,
    { id, key, version }: { id: string; key: string; version: number },
    { action, data, isScored }: Happened,
  ): Promise<StoredQuestionnaire> {
    const event = { action, subjectKind: 'questionnaire', subjectId: id, data: { key, version, ...data } };
    await recordEvents(manager, organizationId, caller, this.clock.now(), [event]);
    if (isScored) {
      const record = { dossierList: QUESTIONNAIRE.dossierList, key };
      await this.checks.run(manager, { organizationId, caller, record });
    }
    return read(manager, organizationId, id);
  }
}

async function read(
  manager: EntityManager,
  organizationId: string,
  id: string,
): Promise<StoredQuestionnaire> {
  const { text, values } = questionnaireById(organizationId, id);
  const [stored] = await manager.query<StoredQuestionnaire[]>(text, values as unknown[]);
  if (!stored) throw new DomainError('not-found', 'There is no questionnaire with this id.');
  return stored;
}

async function timeZoneOf(manager: EntityManager, organizationId: string): Promise<string> {
  const { text, values } = organizationById(organizationId);
  const [practice] = await manager.query<{ timeZone: string }[]>(text, values as unknown[]);
  if (!practice) throw new DomainError('not-found', 'There is no organization with this id.');
  return practice.timeZone;
}
