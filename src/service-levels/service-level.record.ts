import type { RecordKind } from '../records/record-kind';
import { ServiceLevel } from './service-level.entity';

export const SERVICE_LEVEL: RecordKind = {
  name: 'service_level',
  plural: 'service-levels',
  entity: ServiceLevel,
  dossierList: 'serviceLevels',
  table: 'service_level',
  columns: `r.service_key as service, r.measure, r.promised, r.unit, r.measured_over as "measuredOver", r.remedy, r.penalty,
    r.agreement_key as agreement, r.exclusions`,
};
