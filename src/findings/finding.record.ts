import type { RecordKind } from '../records/record-kind';
import { Finding } from './finding.entity';
import { historyFaults } from './finding-history';

export const FINDING: RecordKind = {
  name: 'finding',
  plural: 'findings',
  entity: Finding,
  dossierList: 'findings',
  table: 'finding',
  columns: `r.title, r.detail, r.source, r.source_id as "sourceId", r.service_key as service, r.severity, r.found_on as "foundOn",
    r.found_by as "foundBy", r.actions, r.reviews, r.acceptance_key as acceptance, r.evidence_keys as "evidenceKeys"`,
  // Which tool it concerns is often found out later.
  changeableOwners: ['service'],
  keeps: (record, changes) => historyFaults(record, changes),
};
