import type { RecordKind } from '../../records/record-kind';
import { LogReview } from './log-review.entity';

export const LOG_REVIEW: RecordKind = {
  name: 'log_review',
  plural: 'log-reviews',
  entity: LogReview,
  dossierList: 'logReviews',
  table: 'log_review',
  columns: `r.service_key as service, r.log, r.period_start as "periodStart", r.period_end as "periodEnd", r.done_on as "doneOn", r.done_by as
    "doneBy", r.entries, r.looked_at as "lookedAt", r.chosen, r.anomalies, r.follow_up as "followUp", r.incident_key as incident,
    r.next_on as "nextOn", r.evidence_keys as "evidenceKeys"`,
};
