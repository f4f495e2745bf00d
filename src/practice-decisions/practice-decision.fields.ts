// The practice's own decision: to use a tool, or AI at all, or not to. By whom, why, on what conditions and until when it is looked at again. It stands beside the decision that
// is worked out and never takes its place.
import { PersonFields } from '../adjustments/adjustment.fields';
import type { CalendarDate } from '../common/calendar-date';
import {
  ChoiceField,
  DateField,
  KeyField,
  PatternField,
  RecordField,
  RecordListField,
  TextField,
} from '../common/fields';
import { LEVELS, type Level } from '../common/level';

export const PRACTICE_OUTCOMES = ['use', 'use_with_conditions', 'do_not_use', 'stop_using'] as const;
export type PracticeOutcome = (typeof PRACTICE_OUTCOMES)[number];

/** The decisions of a result, as scoring words them. */
export const RESULT_DECISIONS = [
  'do_not_use',
  'not_enough_known',
  'use_with_conditions',
  'acceptable',
] as const;
export type ResultDecision = (typeof RESULT_DECISIONS)[number];

export class DecisionConditionFields {
  @TextField({
    description: 'What has to hold, or be done.',
    example: 'Every client has signed the consent to recording.',
    maxLength: 500,
  })
  condition: string;

  @RecordField(() => PersonFields, { description: 'Who sees to it.', optional: true })
  owner?: PersonFields | null;

  @DateField({ description: 'Day by which it is met.', example: '2026-12-15', optional: true })
  dueOn?: CalendarDate | null;

  @DateField({ description: 'Day on which it was met.', optional: true })
  metOn?: CalendarDate | null;
}

/** What the result said on the day of the decision. */
export class LookedAtFields {
  @DateField({ description: 'Date for which the result was worked out.' })
  asOf: CalendarDate;

  @ChoiceField(RESULT_DECISIONS, { description: 'What it decided.', example: 'use_with_conditions' })
  decision: ResultDecision;

  @ChoiceField(LEVELS, { description: 'The level of the risk.', example: 'moderate' })
  level: Level;
}

/** What whoever decides says. What the result said on that day is noted by the server. */
export class DecideFields {
  @KeyField({
    description: 'Key of the service; left out when it is about AI at all.',
    example: 'northlight-scribe',
    optional: true,
  })
  service?: string | null;

  @ChoiceField(PRACTICE_OUTCOMES, { description: 'What was decided.', example: 'use_with_conditions' })
  outcome: PracticeOutcome;

  @RecordField(() => PersonFields, { description: 'Who decided for the practice.' })
  decidedBy: PersonFields;

  @TextField({
    description: 'What it is hoped to bring, and to whom.',
    example: 'About an hour a day less of typing for each clinician.',
    optional: true,
    maxLength: 2000,
  })
  benefit?: string | null;

  @TextField({
    description: 'What it puts at risk for clients.',
    example: 'The sound of whole sessions lies with a vendor for some days.',
    optional: true,
    maxLength: 2000,
  })
  risk?: string | null;

  @TextField({
    description: 'Why it was decided so: how the one was weighed against the other.',
    example: 'The hour goes to clients; the sound is deleted within a week, and each client may say no.',
    maxLength: 4000,
  })
  reasons: string;

  @TextField({
    description: 'Why it was decided less strictly than the result; asked only then.',
    example: 'The two open questions were answered by phone; the letter is on its way.',
    optional: true,
    maxLength: 2000,
  })
  contraryReason?: string | null;

  @RecordListField(() => DecisionConditionFields, {
    description: 'On what conditions.',
    ordered: true,
    optional: true,
    maxItems: 30,
  })
  conditions?: DecisionConditionFields[] | null;

  @DateField({ description: 'Day on which it is looked at again.', example: '2027-05-22' })
  reviewOn: CalendarDate;

  @PatternField({
    description:
      'Digest of the sealed assessment that was looked at: SHA-256 in hex, as the assessment shows it.',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    optional: true,
    pattern: '^[0-9a-f]{64}$',
    message: 'must be the digest of a sealed assessment, 64 digits of hex',
    maxLength: 64,
  })
  assessmentDigest?: string | null;
}

export class PracticeDecisionFields extends DecideFields {
  @DateField({ description: 'Day of the decision.' })
  decidedOn: CalendarDate;

  @RecordField(() => LookedAtFields, {
    description: 'What the result of the service said that day; left out when it is about AI at all.',
    optional: true,
  })
  lookedAt?: LookedAtFields | null;
}
