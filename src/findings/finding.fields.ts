// A finding: a gap that somebody found, where it comes from, how grave it is, and what is done about it by whom and by when (risk management,
// 45 CFR 164.308(a)(1)(ii)(B)). How it stands follows from what was done (finding-standing.ts) and is never typed in.
import { PersonFields } from '../adjustments/adjustment.fields';
import type { CalendarDate } from '../common/calendar-date';
import {
  ChoiceField,
  DateField,
  IntegerField,
  KeyField,
  KeyListField,
  PatternField,
  RecordField,
  RecordListField,
  TextField,
} from '../common/fields';
import { LEVELS, type Level } from '../common/level';
import { FINDING_SOURCES, REVIEW_OUTCOMES, type FindingSource, type ReviewOutcome } from './finding-words';

export const MOST_ACTIONS = 50;

export class CorrectiveActionFields {
  @KeyField({ description: 'Key of the action, unique in its finding.', example: 'second-step-for-all' })
  key: string;

  @TextField({
    description: 'What is to be done.',
    example: 'Switch on the second sign-in step for every account.',
    maxLength: 500,
  })
  action: string;

  @RecordField(() => PersonFields, { description: 'Who answers for it.' })
  owner: PersonFields;

  @DateField({ description: 'Day by which it is to be done.', example: '2026-12-15' })
  dueOn: CalendarDate;

  @TextField({
    description: 'What it is expected to change, so that it can be looked at afterwards.',
    example: 'A stolen password alone opens no account.',
    optional: true,
    maxLength: 1000,
  })
  expectedEffect?: string | null;

  @DateField({
    description: 'Day on which work on it began.',
    example: '2026-11-24',
    optional: true,
  })
  startedOn?: CalendarDate | null;

  @DateField({ description: 'Day on which it was done; left out until then.', optional: true })
  doneOn?: CalendarDate | null;

  @TextField({
    description:
      'What was done. With the day on which it was done, this or evidence. Never the name of a client.',
    example: 'Switched on for all six accounts; the list of accounts is on file.',
    optional: true,
    maxLength: 2000,
  })
  done?: string | null;

  @KeyListField({
    description: 'Keys of the evidence that shows it.',
    example: ['northlight-accounts-2026'],
    optional: true,
    maxItems: 20,
  })
  evidenceKeys?: string[] | null;
}

/** What somebody says who looks back. */
export class FindingLookFields {
  @ChoiceField(REVIEW_OUTCOMES, {
    description:
      'Whether what was found is gone. "works" is said by somebody who owns none of the actions; "reopened" makes the finding open again.',
  })
  outcome: ReviewOutcome;

  @DateField({ description: 'Day of the look back.', example: '2027-01-12' })
  on: CalendarDate;

  @RecordField(() => PersonFields, { description: 'Who looked.' })
  by: PersonFields;

  @TextField({
    description: 'What was seen. Never the name of a client.',
    example: 'Tried to sign in with a password alone; it was refused for three accounts.',
    maxLength: 2000,
  })
  seen: string;
}

/** A look back, after the work: it works, or it does not. The list only grows. */
export class FindingReviewFields extends FindingLookFields {
  @IntegerField({
    description:
      'How many corrective actions there were then. After "reopened", those that come later count for closing it again.',
    example: 1,
    minimum: 0,
    maximum: MOST_ACTIONS,
  })
  actionsSeen: number;
}

export class FindingFields {
  @TextField({
    description: 'What was found, in a few words. Never the name of a client.',
    example: 'Two accounts sign in with a password alone',
    maxLength: 200,
  })
  title: string;

  @TextField({
    description: 'What it is, and what could come of it. Never the name of a client.',
    example: 'Front desk and billing share the older sign-in. A stolen password would open every note.',
    optional: true,
    maxLength: 4000,
  })
  detail?: string | null;

  @ChoiceField(FINDING_SOURCES, { description: 'Where it comes from.', example: 'threat' })
  source: FindingSource;

  @PatternField({
    description:
      'The threat, gate or step by its id in the scoring model, the entry by its citation, the incident by its key; left out for a review or an own observation.',
    example: 'T-05',
    optional: true,
    pattern: '^[A-Za-z0-9().-]+$',
    message: 'must be an id, such as T-04, 164.308(a)(5)(i) or a key',
    maxLength: 80,
  })
  sourceId?: string | null;

  @KeyField({
    description: 'Key of the service that it concerns; left out when it concerns the practice.',
    example: 'northlight-scribe',
    optional: true,
  })
  service?: string | null;

  @ChoiceField(LEVELS, { description: 'How grave it is.', example: 'high' })
  severity: Level;

  @DateField({ description: 'Day on which it was found.', example: '2026-11-22' })
  foundOn: CalendarDate;

  @RecordField(() => PersonFields, { description: 'Who found it.' })
  foundBy: PersonFields;

  @RecordListField(() => CorrectiveActionFields, {
    description: 'What is done about it, in the order in which it was taken on.',
    ordered: true,
    optional: true,
    maxItems: MOST_ACTIONS,
  })
  actions?: CorrectiveActionFields[] | null;

  @RecordListField(() => FindingReviewFields, {
    description: 'Each look back at whether it worked, oldest first. None is ever taken out.',
    ordered: true,
    optional: true,
    maxItems: MOST_ACTIONS,
  })
  reviews?: FindingReviewFields[] | null;

  @KeyField({
    description:
      'Key of the acceptance by which the risk is borne instead; the finding is settled by it only while the acceptance, or one that renews it, holds.',
    example: 'scribe-unread-notes-2026',
    optional: true,
  })
  acceptance?: string | null;

  @KeyListField({
    description: 'Keys of the evidence that shows what was found.',
    optional: true,
    maxItems: 20,
  })
  evidenceKeys?: string[] | null;
}
