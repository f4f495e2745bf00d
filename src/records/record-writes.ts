// The statements that write a record: its row by TypeORM, its links to services beside it.
import type { EntityManager } from 'typeorm';
import { DomainError } from '../common/problems/domain.error';
import type { RecordKind } from './record-kind';

interface Identity {
  organizationId: string;
  id: string;
  key: string;
}

/** Inserts records of one kind with all their columns, in one statement beside one for their links. */
export async function insertRecords(
  manager: EntityManager,
  kind: RecordKind,
  records: readonly Identity[],
): Promise<void> {
  if (records.length === 0) return;
  const parts = records.map((record) => ({ record, ...splitParts(kind, record) }));
  await manager.insert(
    kind.entity,
    parts.map(({ row }) => row),
  );
  const links = parts.flatMap(({ record, services }) =>
    (services ?? []).map((service) => ({ owner: record.key, service })),
  );
  if (kind.serviceLinks && links.length > 0) {
    const { table, ownerColumn } = kind.serviceLinks;
    await manager.query(
      `insert into ${table} (organization_id, ${ownerColumn}, service_key) select $1, unnest($2::text[]), unnest($3::text[])`,
      [records[0]?.organizationId, links.map(({ owner }) => owner), links.map(({ service }) => service)],
    );
  }
  const [{ organizationId } = { organizationId: '' }] = records;
  const owned = parts.map(({ record: { id }, entries }) => ({ ownerId: id, entries: entries ?? [] }));
  await kind.entries?.writeAnew(manager, organizationId, owned);
}

/** Sets the columns that `changes` names. @param identity with the version that is changed */
export async function updateRecord(
  manager: EntityManager,
  kind: RecordKind,
  identity: Identity & { version: number },
  changes: object,
): Promise<void> {
  const { row, services, entries } = splitParts(kind, changes);
  const { organizationId, id, version } = identity;
  // Before the row: what the row says may freeze them.
  if (entries) await kind.entries?.writeAnew(manager, organizationId, [{ ownerId: id, entries }]);
  const { affected } = await manager.update(kind.entity, { organizationId, id, version }, row);
  // The writers' lock rules this out; should it ever fail, the change is lost aloud and not silently.
  if (affected === 0) throw new DomainError('stale-version', 'The record was changed at the same moment.');
  if (services) await linkServices(manager, kind, identity, services);
}

interface RecordParts {
  /** what stands in the row of the record itself */
  row: object;
  services: string[] | null;
  entries: readonly unknown[] | null;
}

function splitParts(kind: RecordKind, fields: object): RecordParts {
  const row = { ...fields } as Record<string, unknown>;
  const take = <T>(field: string | undefined): T | null => {
    if (field === undefined || !(field in row)) return null;
    const taken = row[field] as T;
    delete row[field];
    return taken;
  };
  const services = take<string[]>(kind.serviceLinks && 'services');
  return { row, services, entries: take<readonly unknown[]>(kind.entries?.field) };
}

/** Makes the links of a record exactly those given, in two statements whatever their number. */
async function linkServices(
  manager: EntityManager,
  kind: RecordKind,
  { organizationId, key }: Identity,
  services: string[],
): Promise<void> {
  if (!kind.serviceLinks) return;
  const { table, ownerColumn } = kind.serviceLinks;
  await manager.query(
    `delete from ${table} where organization_id = $1 and ${ownerColumn} = $2 and not (service_key = any ($3))`,
    [organizationId, key, services],
  );
  await manager.query(
    `insert into ${table} (organization_id, ${ownerColumn}, service_key)
     select $1, $2, unnest($3::text[]) on conflict do nothing`,
    [organizationId, key, services],
  );
}
