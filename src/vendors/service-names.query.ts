import type { QueryConfig } from 'pg';
import { byName } from '../database/by-name.sql';

export interface ServiceName {
  id: string;
  key: string;
  name: string;
}

/** Every service of the organization by name. */
export function serviceNames(organizationId: string): QueryConfig {
  return {
    name: 'service-names',
    text: `select s.id, s.key, s.name from service s where s.organization_id = $1 order by ${byName('s.name')}, s.key`,
    values: [organizationId],
  };
}
