import type { RecordKind } from '../records/record-kind';
import { Vendor } from './vendor.entity';

/** Whether a vendor offers AI follows from its services; `r` is the vendor. */
export const USES_AI = `exists (select 1 from service s
    where s.organization_id = r.organization_id and s.vendor_key = r.key and s.uses_ai)`;

export const VENDOR: RecordKind = {
  name: 'vendor',
  plural: 'vendors',
  entity: Vendor,
  dossierList: 'vendors',
  table: 'vendor',
  columns: 'r.name, r.website, r.roles, r.headquarters_country as "headquartersCountry", r.contacts',
  responseColumns: `${USES_AI} as "usesAi"`,
};
