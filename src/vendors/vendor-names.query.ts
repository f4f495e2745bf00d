import type { QueryConfig } from 'pg';

/** Every vendor of the organization by name: to choose one of. */
export function vendorNames(organizationId: string): QueryConfig {
  return {
    name: 'vendor-names',
    text: 'select v.key, v.name from vendor v where v.organization_id = $1 order by lower(v.name), v.key',
    values: [organizationId],
  };
}
