// The statements that write a record: its row by TypeORM, its links to services beside it.
import type { EntityManager } from 'typeorm';
import type { RecordKind } from './record-kind';

interface Identity {
  organizationId: string;
  id: string;
  key: string;
}

export async function insertRecord(
  manager: EntityManager,
  kind: RecordKind,
  record: Identity & object,
): Promise<void> {
  const { row, services } = splitLinks(kind, record);
  await manager.insert(kind.entity, row);
  if (services) await linkServices(manager, kind, record, services);
}

export async function updateRecord(
  manager: EntityManager,
  kind: RecordKind,
  identity: Identity,
  changes: object,
): Promise<void> {
  const { row, services } = splitLinks(kind, changes);
  const { organizationId, id } = identity;
  await manager.update(kind.entity, { organizationId, id }, row);
  if (services) await linkServices(manager, kind, identity, services);
}

function splitLinks(kind: RecordKind, fields: object): { row: object; services: string[] | null } {
  if (!kind.serviceLinks || !('services' in fields)) return { row: fields, services: null };
  const { services, ...row } = fields as { services: string[] };
  return { row, services };
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
