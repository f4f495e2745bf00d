import type { RecordKind } from '../../records/record-kind';
import { DisputedDecision } from './disputed-decision.entity';

export const DISPUTED_DECISION: RecordKind = {
  name: 'disputed_decision',
  plural: 'disputed-decisions',
  entity: DisputedDecision,
  dossierList: 'disputedDecisions',
  table: 'disputed_decision',
  columns: `r.service_key as service, r.reference, r.output, r.questioned_by as "questionedBy", r.asks_for_amendment as "asksForAmendment",
    r.received_on as "receivedOn", r.answer_days as "answerDays", r.reviewer, r.decided_on as "decidedOn", r.outcome, r.reason,
    r.told_on as "toldOn", r.appeal_on as "appealOn", r.appeal_days as "appealDays", r.appeal_reviewer as "appealReviewer",
    r.appeal_decided_on as "appealDecidedOn", r.appeal_outcome as "appealOutcome", r.lesson, r.evidence_keys as "evidenceKeys"`,
};
