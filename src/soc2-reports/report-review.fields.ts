// What the practice concluded from a report: dated, by a named person, with a date to look again.
import { ChoiceField, DateField, RecordField, TextField, TextListField } from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';
import { REVIEW_CONCLUSIONS, type ReviewConclusion } from './soc2-words';

export class ReviewerFields {
  @TextField({ description: 'Name.', example: 'Dana Whitfield', maxLength: 200 })
  name: string;

  @TextField({ description: 'Role.', example: 'Security official', maxLength: 200 })
  role: string;
}

export class ReportReviewFields {
  @ChoiceField(REVIEW_CONCLUSIONS, {
    description: 'Whether the practice relies on the report. "do_not_rely": it earns nothing from that day.',
    example: 'rely_with_conditions',
  })
  conclusion: ReviewConclusion;

  @TextListField({
    description: 'On what conditions.',
    optional: true,
    example: ['Multi-factor authentication is enforced for all staff.'],
    maxLength: 500,
    maxItems: 50,
  })
  conditions?: string[] | null;

  @RecordField(() => ReviewerFields, { description: 'Who read the report.' })
  reviewer: ReviewerFields;

  @DateField({ description: 'Date of the conclusion.', example: '2026-10-01' })
  reviewedOn: CalendarDate;

  @DateField({ description: 'When to look again.', optional: true, example: '2027-06-30' })
  nextReviewOn?: CalendarDate | null;
}
