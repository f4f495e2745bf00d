import type { EntityManager } from 'typeorm';
import { byName } from '../database/by-name.sql';
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
  /** the first of the other organizations that the session reaches, by name; an example last */
  others: OtherPractice[];
  othersCount: number;
}

export interface OtherPractice {
  id: string;
  name: string;
  role: Role;
  isExample: boolean;
}

export interface FrameOf {
  personId: string;
  /** null: only who is signed in is asked for */
  here: { organizationId: string; sessionId: string; now: Date } | null;
}

/** So many practices stand in the frame of each page; whoever has more looks for them by name. */
const MOST_OTHERS = 12;

/** What stands around a page: who is signed in, where they are, and where else they could be. Within a transaction that is open for the person. */
export async function readFrame(
  manager: EntityManager,
  { personId, here }: FrameOf,
): Promise<FrameRow | null> {
  const organizationId = here?.organizationId ?? null;
  if (organizationId) {
    await manager.query(`select set_config('${READ_SETTING}', '{' || $1 || '}', true)`, [organizationId]);
  }
  const [row] = await manager.query<FrameRow[]>(
    `with others as materialized (
       select r.organization_id as id, r.name, r.role, r.organization_id in (select e.organization_id from examples_of_person($1) e) as "isExample"
       from portfolio_of_session($3, $4) r where r.organization_id <> $2)
     select p.name as "personName", o.name as "organizationName", o.closed_at is not null as "isClosed", coalesce(o.is_example, false) as "isExample",
       (select m.role from membership m where m.organization_id = $2 and m.person_id = $1 and m.ended_at is null) as role,
       (select coalesce(jsonb_agg(f), '[]') from (select * from others order by "isExample", ${byName('name')}, id limit ${MOST_OTHERS}) f) as others,
       (select count(*)::int from others) as "othersCount"
     from person p left join organization o on o.organization_id = $2 where p.id = $1`,
    [personId, organizationId, here?.sessionId ?? null, here?.now ?? null],
  );
  return row ?? null;
}

/** Who would sign a form, and what they are in the organization. Within a transaction that is open for the person. */
export async function readSigner(
  manager: EntityManager,
  personId: string,
  organizationId: string,
): Promise<{ name: string; role: Role | null } | null> {
  await manager.query(`select set_config('${READ_SETTING}', '{' || $1 || '}', true)`, [organizationId]);
  const [row] = await manager.query<{ name: string; role: Role | null }[]>(
    `select p.name, (select m.role from membership m where m.organization_id = $2 and m.person_id = $1 and m.ended_at is null) as role
     from person p where p.id = $1`,
    [personId, organizationId],
  );
  return row ?? null;
}
