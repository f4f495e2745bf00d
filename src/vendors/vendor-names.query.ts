import type { QueryConfig } from 'pg';
import { byName } from '../database/by-name.sql';

/** Every vendor of the organization by name: to choose one of. */
export function vendorNames(organizationId: string): QueryConfig {
  return {
    name: 'vendor-names',
    text: `select v.key, v.name from vendor v where v.organization_id = $1 order by ${byName('v.name')}, v.key`,
    values: [organizationId],
  };
}
