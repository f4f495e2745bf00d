import type { EntityManager } from 'typeorm';
import { READ_SETTING } from '../database/tenancy.sql';
import type { Role } from '../permissions/roles';

export interface FrameRow {
  personName: string;
  organizationName: string | null;
  isClosed: boolean;
  /** made up, to look around in */
  isExample: boolean;
  /** of the person in the organization */
  role: Role | null;
}

/** What stands around a page: who is signed in, and where they are. Within a transaction that is open for the person. */
export async function readFrame(
  manager: EntityManager,
  personId: string,
  organizationId: string | null,
): Promise<FrameRow | null> {
  if (organizationId) {
    await manager.query(`select set_config('${READ_SETTING}', '{' || $1 || '}', true)`, [organizationId]);
  }
  const [row] = await manager.query<FrameRow[]>(
    `select p.name as "personName", o.name as "organizationName", o.closed_at is not null as "isClosed", coalesce(o.is_example, false) as "isExample",
       (select m.role from membership m where m.organization_id = $2 and m.person_id = $1 and m.ended_at is null) as role
     from person p left join organization o on o.organization_id = $2 where p.id = $1`,
    [personId, organizationId],
  );
  return row ?? null;
}
