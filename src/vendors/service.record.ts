import type { RecordKind } from '../records/record-kind';
import { Service } from './service.entity';

export const SERVICE: RecordKind = {
  name: 'service',
  plural: 'services',
  entity: Service,
  dossierList: 'services',
  table: 'service',
  columns: `r.vendor_key as vendor, r.name, r.plan, r.plans, r.functions, r.uses_ai as "usesAi",
    r.model_provider as "modelProvider", r.model_providers as "modelProviders", r.model_versions as "modelVersions",
    r.subcontractors, r.integrations, r.hosting_countries as "hostingCountries", r.hosting_regions as "hostingRegions"`,
};
