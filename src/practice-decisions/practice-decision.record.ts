import type { RecordKind } from '../records/record-kind';
import { keptOfDecision } from './kept-of-decision';
import { PracticeDecision } from './practice-decision.entity';

export const PRACTICE_DECISION: RecordKind = {
  name: 'practice_decision',
  plural: 'practice-decisions',
  entity: PracticeDecision,
  dossierList: 'practiceDecisions',
  table: 'practice_decision',
  columns: `r.service_key as service, r.outcome, r.decided_by as "decidedBy", r.decided_on as "decidedOn", r.benefit, r.risk, r.reasons,
    r.contrary_reason as "contraryReason", r.conditions, r.review_on as "reviewOn", r.assessment_digest as "assessmentDigest",
    r.looked_at as "lookedAt"`,
  // That a condition is met is noted by whoever keeps the records.
  step: { action: 'risks.decide', isTaken: (fields) => 'outcome' in fields },
  keeps: (record, changes) => keptOfDecision(record, changes),
};
