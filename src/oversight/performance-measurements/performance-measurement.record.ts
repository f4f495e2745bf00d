import type { RecordKind } from '../../records/record-kind';
import { PerformanceMeasurement } from './performance-measurement.entity';

export const PERFORMANCE_MEASUREMENT: RecordKind = {
  name: 'performance_measurement',
  plural: 'performance-measurements',
  entity: PerformanceMeasurement,
  dossierList: 'performanceMeasurements',
  table: 'performance_measurement',
  columns: `r.service_key as service, r.figure, r.measured, r.unit, r.scope, r.cases, r.group_name as "group", r.period_start as "periodStart",
    r.period_end as "periodEnd", r.measured_by as "measuredBy", r.method, r.service_level_key as "serviceLevel", r.credit,
    r.credit_claimed_on as "creditClaimedOn", r.credit_note as "creditNote", r.note, r.evidence_keys as "evidenceKeys"`,
};
