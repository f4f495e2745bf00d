// Who of the staff has an account in the practice and so says for themselves that they have read a policy.
import type { EntityManager } from 'typeorm';
import { ROLE_NAMES, roleMay } from '../permissions/roles';

export const ACKNOWLEDGES_THEMSELVES = 'has an account here and acknowledges it themselves, signed in';

/** Members of organization `o` who may acknowledge a policy, as `m` with their person `p`. */
const MEMBERS = `membership m join person p on p.id = m.person_id
  where m.organization_id = o.organization_id and m.ended_at is null
    and (m.ends_on is null or m.ends_on >= (now() at time zone o.time_zone)::date)
    and m.role in (${ROLE_NAMES.filter((role) => roleMay(role, 'policies.acknowledge'))
      .map((role) => `'${role}'`)
      .join(', ')})`;

/** Whether staff member `r` of organization `o` has such an account, as a column. */
export const HAS_ACCOUNT = `exists (select from ${MEMBERS} and lower(p.email) = lower(r.email)) as "hasAccount"`;

/** @returns those of the addresses that are a member's who may acknowledge a policy, in lower case */
export async function addressesWithAccount(
  manager: EntityManager,
  organizationId: string,
  addresses: readonly string[],
): Promise<Set<string>> {
  if (addresses.length === 0) return new Set();
  const rows = await manager.query<{ email: string }[]>(
    `select lower(p.email) as email from organization o cross join lateral (
       select p.email from ${MEMBERS} and lower(p.email) = any ($2)) p
     where o.organization_id = $1`,
    [organizationId, addresses.map((address) => address.toLowerCase())],
  );
  return new Set(rows.map(({ email }) => email));
}
