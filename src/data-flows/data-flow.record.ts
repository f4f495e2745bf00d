import type { RecordKind } from '../records/record-kind';
import { DataFlow } from './data-flow.entity';

export const DATA_FLOW: RecordKind = {
  name: 'data_flow',
  plural: 'data-flows',
  entity: DataFlow,
  dossierList: 'dataFlows',
  table: 'data_flow',
  columns: `r.service_key as service,
    jsonb_build_object('party', r.from_party, 'subcontractor', r.from_subcontractor) as "from",
    jsonb_build_object('party', r.to_party, 'subcontractor', r.to_subcontractor) as "to",
    r.data_classes as "dataClasses", r.purpose, r.transfer, r.carried_by as "carriedBy",
    r.identifiability, r.deidentification_evidence as "deidentificationEvidence",
    r.recipient_role as "recipientRole", r.exception_ground as "exceptionGround", r.exception_reason as "exceptionReason",
    r.exception_citation as "exceptionCitation", r.country,
    r.retention_days as "retentionDays", r.encrypted_in_transit as "encryptedInTransit",
    r.encrypted_at_rest as "encryptedAtRest", r.clients_per_year as "clientsPerYear", r.since`,
};
