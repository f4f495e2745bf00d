import type { RecordKind } from '../records/record-kind';
import { withEarlierDecisions } from './earlier-decisions';
import { Safeguard } from './safeguard.entity';

export const SAFEGUARD: RecordKind = {
  name: 'safeguard',
  plural: 'safeguards',
  entity: Safeguard,
  dossierList: 'safeguards',
  table: 'safeguard',
  columns: `r.entry, r.status, r.done, r.evidence_keys as "evidenceKeys", r.owner, r.since,
    r.answered_on as "answeredOn", r.confirmed_on as "confirmedOn", r.decision,
    r.earlier_decisions as "earlierDecisions"`,
  remembers: withEarlierDecisions,
};
