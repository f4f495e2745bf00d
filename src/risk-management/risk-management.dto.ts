import type { CalendarDate } from '../common/calendar-date';
import {
  BooleanField,
  ChoiceField,
  DateField,
  IntegerField,
  KeyField,
  KeyListField,
  RecordListField,
  TextField,
} from '../common/fields';
import { LEVELS, type Level } from '../common/level';
import { FINDING_STATES, type FindingState } from '../findings/finding-words';
import { RESULT_DECISIONS, type ResultDecision } from '../practice-decisions/practice-decision.fields';
import { ACCEPTANCE_STATES, type AcceptanceState } from '../risk-acceptances/acceptance-standing';

const CHANGES = ['level', 'impact', 'control', 'gate', 'law_gate', 'adjustment', 'not_rated'] as const;

export class FindingStandingResponse {
  @KeyField({ description: 'Key of the finding.', example: 'passwords-alone-2026-11' })
  key: string;

  @ChoiceField(FINDING_STATES, { description: 'How it stands, from what was done.' })
  state: FindingState;

  @KeyListField({
    description: 'Keys of the corrective actions that are not done.',
    example: ['second-step-for-all'],
  })
  openActions: string[];

  @KeyListField({ description: 'Keys of those whose day is past.', example: [] })
  overdueActions: string[];

  @DateField({ description: 'The next day on which one is due.', optional: true })
  nextDueOn: CalendarDate | null;
}

export class AcceptanceChangeResponse {
  @ChoiceField(CHANGES, { description: 'What is otherwise than it was accepted.' })
  what: (typeof CHANGES)[number];

  @TextField({
    description: 'The control, gate or adjustment; empty for others.',
    maxLength: 500,
    example: 'Notes are read',
  })
  title: string;

  @TextField({ description: 'As it was.', optional: true, maxLength: 200, example: 'partly, observed' })
  from: string | null;

  @TextField({ description: 'As it is now.', optional: true, maxLength: 200, example: 'not_met' })
  to: string | null;
}

export class AcceptanceStandingResponse {
  @KeyField({ description: 'Key of the acceptance.', example: 'scribe-unread-notes-2026' })
  key: string;

  @TextField({
    description: 'The threat, as the scoring model calls it.',
    maxLength: 300,
    example: 'A wrong note is signed',
  })
  title: string;

  @ChoiceField(ACCEPTANCE_STATES, {
    description: 'How it stands; stale when the level rose or facts beneath it changed.',
  })
  state: AcceptanceState;

  @ChoiceField(LEVELS, { description: 'The level now, which no acceptance lowers.', optional: true })
  levelNow: Level | null;

  @RecordListField(() => AcceptanceChangeResponse, { description: 'What has changed since.', maxItems: 500 })
  changes: AcceptanceChangeResponse[];
}

export class DecisionStandingResponse {
  @KeyField({ description: 'Key of the decision.', example: 'scribe-from-december' })
  key: string;

  @BooleanField({ description: 'A later decision about the same has taken its place.', example: false })
  isSuperseded: boolean;

  @BooleanField({ description: 'The day on which it was to be looked at again is past.', example: false })
  isReviewOverdue: boolean;

  @BooleanField({ description: 'It is less strict than what the result said then.', example: false })
  isContrary: boolean;

  @ChoiceField(RESULT_DECISIONS, {
    description: 'What the result decides now, where that is something else than then.',
    optional: true,
  })
  resultNow: ResultDecision | null;

  @IntegerField({ description: 'Conditions that are not met.', minimum: 0, maximum: 30, example: 1 })
  openConditions: number;

  @IntegerField({ description: 'Those of them whose day is past.', minimum: 0, maximum: 30, example: 0 })
  overdueConditions: number;
}

export class RiskManagementResponse {
  @DateField({ description: 'The day for which this is told.' })
  asOf: CalendarDate;

  @RecordListField(() => FindingStandingResponse, { description: 'Findings.', maxItems: 1000 })
  findings: FindingStandingResponse[];

  @RecordListField(() => AcceptanceStandingResponse, { description: 'Acceptances.', maxItems: 1000 })
  acceptances: AcceptanceStandingResponse[];

  @RecordListField(() => DecisionStandingResponse, { description: 'Decisions.', maxItems: 1000 })
  decisions: DecisionStandingResponse[];
}
