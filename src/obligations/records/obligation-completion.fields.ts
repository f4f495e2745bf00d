// That an obligation was seen to: when, by whom, what came out and what shows it. What was done stays on record; it is the proof of years later (45 CFR 164.316(b)(2)(i)).
import {
  ChoiceField,
  DateField,
  KeyField,
  RecordField,
  RecordListField,
  TextField,
} from '../../common/fields';
import type { CalendarDate } from '../../common/calendar-date';
import { CorrectionFields, MOST_CORRECTIONS } from '../../records/correction.fields';
import { SUBJECT_KINDS, type SubjectKind } from './obligation-ids';

export class CompletedByFields {
  @TextField({ description: 'Full name.', example: 'Dana Whitfield', maxLength: 200 })
  name: string;

  @TextField({ description: 'Role or title.', example: 'Security official', maxLength: 200 })
  role: string;
}

/** What a completion is about, where that is not the practice as a whole. */
export class ObligationSubjectFields {
  @ChoiceField(SUBJECT_KINDS, {
    description:
      'Kind of record that the obligation is about; "event" for something that happened, such as an incident, and has no record of its own here.',
    example: 'service',
  })
  kind: SubjectKind;

  @KeyField({
    description:
      'Key of that record; for an event a key of your own, which never points to a client: incident-2026-03.',
    example: 'northlight-scribe',
  })
  key: string;
}

export class ObligationCompletionFields {
  @DateField({
    description:
      'Day on which it happened, where the obligation is about an event: deadlines count from it. Left out elsewhere.',
    optional: true,
    example: '2026-10-02',
  })
  happenedOn?: CalendarDate | null;

  @DateField({
    description: 'Day on which it was done: the next time counts from it.',
    example: '2026-10-14',
  })
  doneOn: CalendarDate;

  @RecordField(() => CompletedByFields, { description: 'Who did it.' })
  doneBy: CompletedByFields;

  @TextField({
    description: 'What was found, in words of your own. Never the name of a client.',
    example: 'Two seats of people who left in August were still open. Both were closed the same day.',
    optional: true,
    maxLength: 4000,
  })
  found?: string | null;

  @TextField({
    description: 'What shows it, in words: where the record of it lies. This or `evidence` has to be there.',
    example: 'Minutes of the access review, folder Security 2026, page 3',
    optional: true,
    maxLength: 1000,
  })
  proof?: string | null;

  @KeyField({
    description: 'Key of the evidence that shows it.',
    example: 'northlight-seats-2026-10',
    optional: true,
  })
  evidence?: string | null;

  @RecordListField(() => CorrectionFields, {
    description: 'Corrections, in the order in which they were made: what was recorded stays as it was said.',
    optional: true,
    ordered: true,
    maxItems: MOST_CORRECTIONS,
  })
  corrections?: CorrectionFields[] | null;
}
