import type { QueryConfig } from 'pg';
import type { CalendarDate } from '../common/calendar-date';

export interface SealedLine {
  digest: string;
  asOf: CalendarDate;
}

/** The sealed assessments of a practice, the latest first: what a decision may say that it looked at. @param digest of the only one asked about, or null for all */
export function sealedAssessments(organizationId: string, digest: string | null): QueryConfig {
  return {
    name: 'sealed-assessments',
    text: `select r.digest, r.as_of as "asOf" from assessment r
      where r.organization_id = $1 and r.status = 'sealed' and r.redacted_at is null and ($2::text is null or r.digest = $2)
      order by r.as_of desc, r.id desc limit 20`,
    values: [organizationId, digest],
  };
}
