// The use cases that every kind of record shares: read, list, create, change. Each change is one transaction: the row, its audit
// event, the checks of the whole dossier and the new scores, or nothing.
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { recordEvents } from '../audit-log/audit-log';
import { CLOCK, type Clock } from '../common/clock';
import { afterId, type Page } from '../common/http/paging';
import { DomainError } from '../common/problems/domain.error';
import { refuseStale } from '../common/problems/stale-version';
import { readPage } from '../database/read-page';
import { Tenancy } from '../database/tenancy';
import type { Caller } from '../identity/caller';
import { ChangeChecks } from './change-checks';
import { changedFields } from './changed-fields';
import { refusalOfConstraint } from './constraint-faults';
import { recordById, recordPage, type RecordKind, type RecordRow } from './record-kind';
import type { RecordPageQuery } from './record-page.query.dto';
import { insertRecords, updateRecord } from './record-writes';

interface Happened {
  action: string;
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

  async create(
    kind: RecordKind,
    organizationId: string,
    caller: Caller,
    fields: { key: string },
  ): Promise<RecordRow> {
    const id = uuidv7();
    return this.change(kind, organizationId, caller, id, async (manager) => {
      const now = this.clock.now();
      const made = { organizationId, id, version: 1, createdAt: now, updatedAt: now };
      await insertRecords(manager, kind, [{ ...fields, ...made }]);
      return { action: 'created', data: { key: fields.key, version: 1 } };
    });
  }

  /**
   * Adds several records, each after those that it names, in one transaction: all of them or none.
   * @returns the ids, in the same order
   */
  async createTogether(
    organizationId: string,
    caller: Caller,
    records: readonly { kind: RecordKind; fields: { key: string } }[],
  ): Promise<string[]> {
    const ids = records.map(() => uuidv7());
    let noun = '';
    try {
      await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
        await requireOrganization(manager, organizationId);
        const now = this.clock.now();
        for (const [index, { kind, fields }] of records.entries()) {
          noun = kind.name;
          const id = ids[index] as string;
          const made = { organizationId, id, version: 1, createdAt: now, updatedAt: now };
          await insertRecords(manager, kind, [{ ...fields, ...made }]);
          await recordEvents(manager, organizationId, caller, now, [
            {
              action: `${kind.name}.created`,
              subjectKind: kind.name,
              subjectId: id,
              data: { key: fields.key, version: 1 },
            },
          ]);
        }
        await this.checks.run(manager, { organizationId, caller, record: null });
      });
    } catch (error) {
      throw refusalOfConstraint(error, noun);
    }
    return ids;
  }

  /** Changes the fields that `changes` holds: absent is untouched, null is cleared. A change that changes nothing is no event. */
  async update(
    kind: RecordKind,
    organizationId: string,
    caller: Caller,
    target: { id: string; version: number },
    changes: object,
  ): Promise<RecordRow> {
    const { id, version } = target;
    return this.change(kind, organizationId, caller, id, async (manager) => {
      const [locked] = await selectRecord(manager, kind, organizationId, id);
      if (!locked) return notFound(kind);
      refuseStale(locked, version);
      const changed = changedFields(locked, changes);
      if (Object.keys(changed).length === 0) return null;
      if (kind.isFrozen?.({ ...locked })) throw frozen(kind);
      const updated = { ...changed, version: version + 1, updatedAt: this.clock.now() };
      await updateRecord(manager, kind, { organizationId, id, key: locked.key, version }, updated);
      return {
        action: 'updated',
        data: { key: locked.key, version: version + 1, fields: Object.keys(changed).sort() },
      };
    });
  }

  private async change(
    kind: RecordKind,
    organizationId: string,
    caller: Caller,
    id: string,
    write: (manager: EntityManager) => Promise<Happened | null>,
  ): Promise<RecordRow> {
    try {
      return await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
        await requireOrganization(manager, organizationId);
        const happened = await write(manager);
        if (happened) {
          const event = {
            action: `${kind.name}.${happened.action}`,
            subjectKind: kind.name,
            subjectId: id,
            data: { ...happened.data },
          };
          await recordEvents(manager, organizationId, caller, this.clock.now(), [event]);
          await this.checks.run(manager, {
            organizationId,
            caller,
            record: { dossierList: kind.dossierList, key: happened.data.key },
          });
        }
        const [row] = await selectRecord(manager, kind, organizationId, id);
        return row ?? notFound(kind);
      });
    } catch (error) {
      throw refusalOfConstraint(error, kind.name);
    }
  }
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
