// The statements of an import: new records of a kind in one insert, changed records one by one. Each gives its audit event.
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { HappenedEvent } from '../audit-log/audit-log';
import { Organization } from '../organizations/organization.entity';
import { organizationById } from '../organizations/organization.query';
import type { RecordKind } from '../records/record-kind';
import { insertRecords, updateRecord } from '../records/record-writes';
import type { ImportPlan, RecordChange } from './import-plan';
import { RECORD_LISTS } from './record-lists';

/** Carries out a plan. @returns what happened, for the audit log; empty when the plan changes nothing */
export async function writeImport(
  manager: EntityManager,
  organizationId: string,
  plan: ImportPlan,
  now: Date,
): Promise<HappenedEvent[]> {
  const happened = await updatePractice(manager, organizationId, plan.practice, now);
  for (const { list, kind } of RECORD_LISTS) {
    const { created, updated } = plan.lists[list];
    happened.push(...(await create(manager, kind, organizationId, created, now)));
    happened.push(...(await update(manager, kind, organizationId, updated, now)));
  }
  return happened;
}

async function updatePractice(
  manager: EntityManager,
  organizationId: string,
  changes: Record<string, unknown>,
  now: Date,
): Promise<HappenedEvent[]> {
  const fields = Object.keys(changes).sort();
  if (fields.length === 0) return [];
  const { text, values } = organizationById(organizationId);
  const [current] = await manager.query<{ key: string; version: number }[]>(text, values as unknown[]);
  const version = (current?.version ?? 0) + 1;
  await manager.update(Organization, { id: organizationId }, { ...changes, version, updatedAt: now });
  const data = { key: current?.key, version, fields };
  return [{ action: 'organization.updated', subjectKind: 'organization', subjectId: organizationId, data }];
}

async function create(
  manager: EntityManager,
  kind: RecordKind,
  organizationId: string,
  records: readonly { key: string }[],
  now: Date,
): Promise<HappenedEvent[]> {
  const made = { organizationId, version: 1, createdAt: now, updatedAt: now };
  const rows = records.map((record) => ({ ...record, ...made, id: uuidv7() }));
  await insertRecords(manager, kind, rows);
  return rows.map(({ id, key }) => ({
    action: `${kind.name}.created`,
    subjectKind: kind.name,
    subjectId: id,
    data: { key, version: 1 },
  }));
}

async function update(
  manager: EntityManager,
  kind: RecordKind,
  organizationId: string,
  changes: readonly RecordChange[],
  now: Date,
): Promise<HappenedEvent[]> {
  const happened: HappenedEvent[] = [];
  const identities = await identitiesOf(manager, kind, organizationId, changes);
  for (const { key, fields } of changes) {
    const { id, version: before } = identities.get(key) as Identity;
    const version = before + 1;
    await updateRecord(
      manager,
      kind,
      { organizationId, id, key, version: before },
      { ...fields, version, updatedAt: now },
    );
    const data = { key, version, fields: Object.keys(fields).sort() };
    happened.push({ action: `${kind.name}.updated`, subjectKind: kind.name, subjectId: id, data });
  }
  return happened;
}

interface Identity {
  id: string;
  key: string;
  version: number;
}

async function identitiesOf(
  manager: EntityManager,
  kind: RecordKind,
  organizationId: string,
  changes: readonly RecordChange[],
): Promise<Map<string, Identity>> {
  if (changes.length === 0) return new Map();
  const rows = await manager.query<Identity[]>(
    `select id, key, version from ${kind.table} where organization_id = $1 and key = any ($2)`,
    [organizationId, changes.map(({ key }) => key)],
  );
  return new Map(rows.map((row) => [row.key, row]));
}
