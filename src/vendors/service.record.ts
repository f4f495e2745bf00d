import type { RecordKind } from '../records/record-kind';
import { Service } from './service.entity';

export const SERVICE: RecordKind = {
  name: 'service',
  plural: 'services',
  entity: Service,
  dossierList: 'services',
  table: 'service',
  columns: `r.vendor_key as vendor, r.name, r.plan, r.functions, r.uses_ai as "usesAi",
    r.model_provider as "modelProvider", r.subcontractors`,
};
