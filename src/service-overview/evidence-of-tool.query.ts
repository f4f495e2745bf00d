import type { QueryConfig } from 'pg';
import type { CalendarDate } from '../common/calendar-date';
import { EVIDENCE } from '../evidence/evidence.record';
import type { EvidenceKind, EvidenceSource } from '../evidence/evidence.fields';
import type { Freshness } from '../evidence/freshness';
import { META, selectListOf } from '../records/record-kind';

const MOST = 200;

export interface EvidenceOfTool {
  id: string;
  title: string;
  kind: EvidenceKind;
  source: EvidenceSource;
  issuedOn: CalendarDate;
  validUntil: CalendarDate | null;
  reference: string | null;
  freshness: Freshness;
  fileId: string | null;
}

/** What is on file about a service, and about its vendor as a whole: the newest first. */
export function evidenceOfTool(organizationId: string, serviceId: string): QueryConfig {
  return {
    name: 'evidence-of-tool',
    text: `select ${META}, ${selectListOf(EVIDENCE)}
      from evidence r join service s on s.organization_id = r.organization_id and s.id = $2
      where r.organization_id = $1 and (
        exists (select 1 from evidence_service l
          where l.organization_id = $1 and l.evidence_key = r.key and l.service_key = s.key)
        or (r.vendor_key = s.vendor_key and not exists (
          select 1 from evidence_service l where l.organization_id = $1 and l.evidence_key = r.key)))
      order by r.issued_on desc, r.key limit ${MOST}`,
    values: [organizationId, serviceId],
  };
}
