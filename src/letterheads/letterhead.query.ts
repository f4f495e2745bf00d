import type { QueryConfig } from 'pg';
import { byName } from '../database/by-name.sql';

const LOGO = `case when h.logo is not null then jsonb_build_object('mediaType', h.logo_type, 'width', h.logo_width, 'height', h.logo_height,
  'digest', encode(sha256(h.logo), 'hex'), 'data', translate(encode(h.logo, 'base64'), E'\\n', '')) end as logo`;

export function letterheadOf(organizationId: string): QueryConfig {
  return {
    name: 'letterhead',
    text: `select o.organization_id as id, coalesce(h.version, 0) as version, h.name, h.contact, ${LOGO}, coalesce(h.shows_firms, true) as "showsFirms"
      from organization o left join letterhead h on h.organization_id = o.organization_id where o.organization_id = $1`,
    values: [organizationId],
  };
}

/** The firms in whose name somebody works as a consultant in the practice now. */
export function firmsIn(organizationId: string): QueryConfig {
  return {
    name: 'firms-in-practice',
    text: `select distinct m.firm_id as id from membership m join organization o on o.organization_id = m.organization_id
      where m.organization_id = $1 and m.firm_id is not null and m.ended_at is null
        and (m.ends_on is null or m.ends_on >= (now() at time zone o.time_zone)::date)`,
    values: [organizationId],
  };
}

/** How those firms are named, as far as they say. The transaction is open for the firms. */
export function letterheadsOf(firmIds: readonly string[]): QueryConfig {
  return {
    name: 'letterheads-of-firms',
    text: `select h.name, h.contact, ${LOGO} from letterhead h where h.organization_id = any ($1::uuid[]) and h.name is not null order by ${byName('h.name')}`,
    values: [firmIds],
  };
}
