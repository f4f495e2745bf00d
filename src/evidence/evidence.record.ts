import { linkedServices, type RecordKind } from '../records/record-kind';
import { Evidence } from './evidence.entity';
import { FRESHNESS_COLUMN } from './freshness';

/** The bytes are found by their digest: the same document may have been uploaded before or after its record was made. */
const FILE_ID = `(select f.id from stored_file f
    where f.organization_id = r.organization_id and f.digest = r.file ->> 'digest' and f.destroyed_at is null) as "fileId"`;

export const EVIDENCE: RecordKind = {
  name: 'evidence',
  plural: 'evidence',
  entity: Evidence,
  dossierList: 'evidence',
  table: 'evidence',
  columns: `r.vendor_key as vendor, r.title, r.kind, r.source, ${linkedServices('evidence_service', 'evidence_key')},
    r.issued_on as "issuedOn", r.received_on as "receivedOn", r.valid_until as "validUntil",
    r.restricted_use as "restrictedUse", r.reference, r.file`,
  responseColumns: `${FRESHNESS_COLUMN}, ${FILE_ID}`,
  serviceLinks: { table: 'evidence_service', ownerColumn: 'evidence_key' },
};
