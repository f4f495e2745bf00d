// The statements that write a record: its row by TypeORM, its links to services beside it.
import type { EntityManager } from 'typeorm';
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
  const parts = records.map((record) => ({ record, ...splitLinks(kind, record) }));
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
}

/** Sets the columns that `changes` names. */
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
