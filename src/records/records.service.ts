// The use cases that every kind of record shares: read, list, create, change. Each change is one transaction: the row, its audit
// event, the checks of the whole dossier and the new scores, or nothing.
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { recordEvents, type HappenedEvent } from '../audit-log/audit-log';
import { dateInTimeZone, type CalendarDate } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { afterId, type Page } from '../common/http/paging';
import { DomainError } from '../common/problems/domain.error';
import { refuseStale } from '../common/problems/stale-version';
import { readPage } from '../database/read-page';
import { Tenancy } from '../database/tenancy';
import type { Caller } from '../identity/caller';
import { ChangeChecks, type Change } from './change-checks';
import { changedFields } from './changed-fields';
import { refusalOfConstraint } from './constraint-faults';
import { recordById, recordPage, type RecordKind, type RecordRow } from './record-kind';
import type { RecordPageQuery } from './record-page.query.dto';
import { insertRecords, updateRecord } from './record-writes';

/** A record to be made, or changed from the version that it was shown in. */
export interface RecordWrite {
  kind: RecordKind;
  /** null for one that is new */
  shown: { id: string; version: number } | null;
  /** with a key where it is new */
  fields: object;
}

interface Written {
  id: string;
  action: 'created' | 'updated';
  data: { key: string; version: number; fields?: string[] };
}

@Injectable()
export class RecordsService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly checks: ChangeChecks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(kind: RecordKind, organizationId: string, id: string): Promise<RecordRow> {
    const [row] = await this.tenancy.readOne<RecordRow>(organizationId, recordById(kind, organizationId, id));
    return row ?? notFound(kind);
  }

  async list(kind: RecordKind, organizationId: string, query: RecordPageQuery): Promise<Page<RecordRow>> {
    const page = { after: afterId(query), limit: query.limit, key: query.key ?? null };
    return readPage<RecordRow>(
      this.tenancy,
      organizationId,
      recordPage(kind, organizationId, page),
      query.limit,
    );
  }

  /** @param also written in the same transaction, once the record is there */
  async create(
    kind: RecordKind,
    organizationId: string,
    caller: Caller,
    fields: { key: string },
    also?: (manager: EntityManager) => Promise<void>,
  ): Promise<RecordRow> {
    return this.change(
      kind,
      organizationId,
      caller,
      (manager) => this.makeOne(manager, kind, organizationId, fields),
      { also },
    );
  }

  /**
   * Adds several records, each after those that it names, in one transaction: all of them or none.
   * @returns the ids, in the same order
   */
  createTogether(
    organizationId: string,
    caller: Caller,
    records: readonly { kind: RecordKind; fields: { key: string } }[],
  ): Promise<string[]> {
    const writes = records.map((record) => ({ ...record, shown: null }));
    return this.writeAll(organizationId, caller, writes, null);
  }

  /**
   * Makes and changes several records of one kind in one transaction: all of them or none. What a record has already is no event.
   * @param writes each with the version that it was shown in; null for one that is new
   * @throws DomainError stale-version when one of them was changed, or made, meanwhile
   */
  async saveTogether(
    kind: RecordKind,
    organizationId: string,
    caller: Caller,
    writes: readonly Omit<RecordWrite, 'kind'>[],
  ): Promise<void> {
    try {
      const all = writes.map((write) => ({ ...write, kind }));
      await this.writeAll(organizationId, caller, all, null);
    } catch (error) {
      // Each was shown as not there yet: somebody else made it at the same moment.
      if (error instanceof DomainError && error.code === 'key-taken')
        throw new DomainError('stale-version', 'The record was made at the same moment.');
      throw error;
    }
  }

  /**
   * Makes and changes a record, and before it others that a form stores besides, in one transaction: all of them or none.
   * @returns the ids, the record's own last
   * @throws DomainError stale-version, key-taken; records-incoherent with faults that point into the record, or name another by list and key
   */
  writeTogether(
    organizationId: string,
    caller: Caller,
    record: RecordWrite & { key: string },
    beside: readonly RecordWrite[],
  ): Promise<string[]> {
    const { kind, key } = record;
    const pointsInto = { dossierList: kind.dossierList, key };
    return this.writeAll(organizationId, caller, [...beside, record], pointsInto);
  }

  private async writeAll(
    organizationId: string,
    caller: Caller,
    writes: readonly RecordWrite[],
    record: Change['record'],
  ): Promise<string[]> {
    let noun = '';
    try {
      return await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
        await requireOrganization(manager, organizationId);
        const ids: string[] = [];
        const events: HappenedEvent[] = [];
        for (const { kind, shown, fields } of writes) {
          noun = kind.name;
          const written = shown
            ? await this.changeOne(manager, kind, { organizationId, ...shown }, fields)
            : await this.makeOne(manager, kind, organizationId, fields as { key: string });
          if (written) events.push(eventOf(kind, written));
          ids.push(written?.id ?? shown?.id ?? '');
        }
        if (events.length > 0) {
          await recordEvents(manager, organizationId, caller, this.clock.now(), events);
          await this.checks.run(manager, { organizationId, caller, record });
        }
        return ids;
      });
    } catch (error) {
      throw refusalOfConstraint(error, noun);
    }
  }

  private async makeOne(
    manager: EntityManager,
    kind: RecordKind,
    organizationId: string,
    fields: { key: string },
  ): Promise<Written> {
    const id = uuidv7();
    const now = this.clock.now();
    const made = { organizationId, id, version: 1, createdAt: now, updatedAt: now };
    await insertRecords(manager, kind, [{ ...fields, ...made }]);
    return { id, action: 'created', data: { key: fields.key, version: 1 } };
  }

  /** @returns null when nothing changes */
  private async changeOne(
    manager: EntityManager,
    kind: RecordKind,
    { organizationId, id, version }: { organizationId: string; id: string; version: number },
    changes: object,
  ): Promise<Written | null> {
    const [locked] = await selectRecord(manager, kind, organizationId, id);
    if (!locked) return notFound(kind);
    refuseStale(locked, version);
    const differing = changedFields(locked, changes);
    const changed = kind.remembers
      ? kind.remembers({ ...locked }, differing, await this.todayIn(manager, organizationId))
      : differing;
    if (Object.keys(changed).length === 0) return null;
    if (kind.isFrozen?.({ ...locked })) throw frozen(kind);
    const lost = kind.keeps?.({ ...locked }, changed) ?? [];
    if (lost.length > 0)
      throw new DomainError('records-incoherent', 'What was done stays on record; nothing was saved.', lost);
    const updated = { ...changed, version: version + 1, updatedAt: this.clock.now() };
    await updateRecord(manager, kind, { organizationId, id, key: locked.key, version }, updated);
    const data = { key: locked.key, version: version + 1, fields: Object.keys(changed).sort() };
    return { id, action: 'updated', data };
  }

  private async todayIn(manager: EntityManager, organizationId: string): Promise<CalendarDate> {
    const [row] = await manager.query<{ timeZone: string }[]>(
      'select time_zone as "timeZone" from organization where organization_id = $1',
      [organizationId],
    );
    return dateInTimeZone(this.clock.now(), row?.timeZone ?? 'UTC');
  }

  /** Changes the fields that `changes` holds: absent is untouched, null is cleared. A change that changes nothing is no event. */
  async update(
    kind: RecordKind,
    organizationId: string,
    caller: Caller,
    target: { id: string; version: number },
    changes: object,
  ): Promise<RecordRow> {
    return this.change(
      kind,
      organizationId,
      caller,
      (manager) => this.changeOne(manager, kind, { organizationId, ...target }, changes),
      { target: target.id },
    );
  }

  /**
   * @param target id of the record, where it is there already and may turn out to stay as it is
   * @param also written in the same transaction, after the event of the record
   */
  private async change(
    kind: RecordKind,
    organizationId: string,
    caller: Caller,
    write: (manager: EntityManager) => Promise<Written | null>,
    {
      target = '',
      also,
    }: { target?: string; also?: ((manager: EntityManager) => Promise<void>) | undefined },
  ): Promise<RecordRow> {
    try {
      return await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
        await requireOrganization(manager, organizationId);
        const happened = await write(manager);
        if (happened) {
          await recordEvents(manager, organizationId, caller, this.clock.now(), [eventOf(kind, happened)]);
          await also?.(manager);
          await this.checks.run(manager, {
            organizationId,
            caller,
            record: { dossierList: kind.dossierList, key: happened.data.key },
          });
        }
        const [row] = await selectRecord(manager, kind, organizationId, happened?.id ?? target);
        return row ?? notFound(kind);
      });
    } catch (error) {
      throw refusalOfConstraint(error, kind.name);
    }
  }
}

function eventOf(kind: RecordKind, { id, action, data }: Written): HappenedEvent {
  return { action: `${kind.name}.${action}`, subjectKind: kind.name, subjectId: id, data: { ...data } };
}

/** The organization of the address, seen through row-level security: another's is not found. */
export async function requireOrganization(manager: EntityManager, organizationId: string): Promise<void> {
  const rows: unknown[] = await manager.query('select 1 from organization where organization_id = $1', [
    organizationId,
  ]);
  if (rows.length === 0) throw new DomainError('not-found', 'There is no organization with this id.');
}

function selectRecord(
  manager: EntityManager,
  kind: RecordKind,
  organizationId: string,
  id: string,
): Promise<RecordRow[]> {
  const { text, values } = recordById(kind, organizationId, id);
  return manager.query(text, values as unknown[]);
}

function frozen(kind: RecordKind): DomainError {
  const detail = `This ${kind.name.replaceAll('_', ' ')} has ended and stays on record as it is; make a new one.`;
  return new DomainError('request-invalid', detail, [{ pointer: '', code: 'frozen-record', detail }]);
}

function notFound(kind: RecordKind): never {
  throw new DomainError('not-found', `There is no ${kind.name.replaceAll('_', ' ')} with this id.`);
}
