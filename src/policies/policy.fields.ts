// A policy as the practice works on it: what it chose and adds, who looks after it, when it was read again. The text that holds is that of its newest version.
import { DateField, IntegerField, KeyField, RecordField, RecordListField, TextField } from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';

export class PolicyPersonFields {
  @TextField({ description: 'Full name.', example: 'Dana Whitfield', maxLength: 200 })
  name: string;

  @TextField({ description: 'Role or title.', example: 'Security official', maxLength: 200 })
  role: string;
}

export class PolicyChoiceFields {
  @KeyField({ description: 'Choice, by its id in the template.', example: 'recording-days' })
  choice: string;

  @TextField({
    description:
      'What the practice chose: a number, the id of an option, or words of its own. Never the name of a client.',
    example: '7',
    maxLength: 2000,
  })
  value: string;
}

export class PolicyReviewFields {
  @DateField({ description: 'Day on which it was read again and left as it is.', example: '2026-10-05' })
  reviewedOn: CalendarDate;

  @RecordField(() => PolicyPersonFields, { description: 'Who read it.' })
  reviewedBy: PolicyPersonFields;
}

export class PolicyRetirementFields {
  @DateField({ description: 'Last day on which it held.', example: '2026-10-31' })
  retiredOn: CalendarDate;

  @TextField({
    description: 'Why nothing holds in its place. Never the name of a client.',
    example: 'We no longer record anything.',
    maxLength: 1000,
  })
  reason: string;
}

export class PolicyFields {
  @TextField({ description: 'What it is called.', example: 'Keeping and deleting', maxLength: 200 })
  title: string;

  @RecordField(() => PolicyPersonFields, {
    description: 'Who looks after it; left out while nobody does.',
    optional: true,
  })
  responsible?: PolicyPersonFields | null;

  @RecordListField(() => PolicyChoiceFields, {
    description: 'What the practice chose, each once; what is left out is still open.',
    optional: true,
    maxItems: 40,
  })
  choices?: PolicyChoiceFields[] | null;

  @TextField({
    description:
      'What else holds, in the practice’s own words, a paragraph a line. Never the name of a client.',
    example: 'Supervisors hear recordings of trainees in the practice only.',
    optional: true,
    maxLength: 8000,
  })
  additions?: string | null;

  @IntegerField({
    description: 'Read it again after so many months; no rule sets a number.',
    example: 12,
    minimum: 1,
    maximum: 36,
  })
  reviewMonths: number;

  @RecordField(() => PolicyReviewFields, {
    description: 'The last time that it was read again without a new version.',
    optional: true,
  })
  lastReview?: PolicyReviewFields | null;
}
