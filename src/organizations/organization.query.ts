import type { QueryConfig } from 'pg';
import { isPerson, type Caller } from '../identity/caller';

/** The practice profile by the field names of the API. */
export const PRACTICE_COLUMNS = `r.name, r.time_zone as "timeZone", r.covered_entity as "coveredEntity",
  r.client_states as "clientStates", r.clinician_states as "clinicianStates", r.modalities, r.specialties, r.clinicians,
  r.clients_per_year as "clientsPerYear", r.other_roles as "otherRoles"`;

const META =
  'r.organization_id as id, r.key, r.version, r.created_at as "createdAt", r.updated_at as "updatedAt", r.closed_at as "closedAt", r.erase_on as "eraseOn"';

export function organizationById(id: string): QueryConfig {
  return {
    name: 'organization-by-id',
    text: `select ${META}, ${PRACTICE_COLUMNS} from organization r where r.organization_id = $1`,
    values: [id],
  };
}

export function organizationsByIds(ids: readonly string[]): QueryConfig {
  return {
    name: 'organizations-by-ids',
    text: `select ${META}, ${PRACTICE_COLUMNS} from organization r
      where r.organization_id = any ($1::uuid[]) order by r.organization_id`,
    values: [ids],
  };
}

/** Ids of the caller's organizations in their order; through a function, since row-level security hides the rows. */
export function organizationIdsOf(caller: Caller, now: Date, after: string, atMost: number): QueryConfig {
  const [name, found, id] = isPerson(caller)
    ? ['session', 'organizations_of_session($1, $2)', caller.sessionId]
    : ['key', 'organizations_of_api_key($1, $2)', caller.id];
  return {
    name: `organization-ids-of-${name}`,
    text: `select o.organization_id as id from ${found} o
      where o.organization_id > $3 order by o.organization_id limit $4`,
    values: [id, now, after, atMost],
  };
}
