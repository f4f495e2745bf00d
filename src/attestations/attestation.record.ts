import { linkedServices, type RecordKind } from '../records/record-kind';
import { Attestation } from './attestation.entity';

export const ATTESTATION: RecordKind = {
  name: 'attestation',
  plural: 'attestations',
  entity: Attestation,
  dossierList: 'attestations',
  table: 'attestation',
  columns: `r.vendor_key as vendor, r.kind, ${linkedServices('attestation_service', 'attestation_key')}, r.scope,
    r.certified_entity as "certifiedEntity", r.issuer, r.number, r.issued_on as "issuedOn", r.valid_until as "validUntil",
    r.surveillance_on as "surveillanceOn", r.withdrawn_on as "withdrawnOn", r.accredited_body as "accreditedBody",
    r.independent_issuer as "independentIssuer", r.covered_by_opinion as "coveredByOpinion",
    r.open_findings as "openFindings", r.covers_ai as "coversAi", r.proof, r.statement`,
  serviceLinks: { table: 'attestation_service', ownerColumn: 'attestation_key' },
};
