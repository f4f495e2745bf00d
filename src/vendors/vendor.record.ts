import type { RecordKind } from '../records/record-kind';
import { Vendor } from './vendor.entity';

export const VENDOR: RecordKind = {
  name: 'vendor',
  plural: 'vendors',
  entity: Vendor,
  dossierList: 'vendors',
  table: 'vendor',
  columns: 'r.name, r.website, r.roles, r.headquarters_country as "headquartersCountry", r.contacts',
};
