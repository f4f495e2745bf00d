import { PersonFields } from '../adjustments/adjustment.fields';
import { PreparationFields } from './preparation.fields';
import type { CalendarDate } from '../common/calendar-date';
import {
  ChoiceField,
  DateField,
  IdField,
  InstantField,
  IntegerField,
  PatternField,
  RecordField,
  TextField,
} from '../common/fields';

const MOST_COMMENTS = 100_000;

export const ASSESSMENT_STATUSES = ['draft', 'reviewed', 'sealed'] as const;

export class CreateAssessmentDto {
  @DateField({
    description: "Date to assess for; today in the practice's time zone when left out.",
    optional: true,
  })
  asOf?: CalendarDate | null;

  @RecordField(() => PersonFields, { description: 'Who carries the assessment out.' })
  assessor: PersonFields;

  @RecordField(() => PreparationFields, {
    description: 'What the cover says of how it was prepared and who may have it.',
    optional: true,
  })
  preparation?: PreparationFields | null;
}

export class SignOffDto extends PersonFields {
  @TextField({
    description: 'What the person states by this step.',
    example: 'I have read this assessment and the facts in it are true to my knowledge.',
    maxLength: 2000,
  })
  statement: string;
}

/** What is known of the comments when it is sealed: the number has to be the one there is. */
export class SealDto extends SignOffDto {
  @IntegerField({
    description:
      'How many comments are still open, where some are: sealing with them open is a decision, and is refused to who does not name the number.',
    optional: true,
    minimum: 0,
    maximum: MOST_COMMENTS,
    example: 0,
  })
  openComments?: number | null;
}

export class AssessmentResponse {
  @IdField()
  id: string;

  @IntegerField({ description: 'Version, also sent as ETag.', example: 1, minimum: 1, maximum: 2147483647 })
  version: number;

  @ChoiceField(ASSESSMENT_STATUSES, { description: 'Draft, then reviewed, then sealed for good.' })
  status: (typeof ASSESSMENT_STATUSES)[number];

  @TextField({ description: 'Title.', maxLength: 300 })
  title: string;

  @DateField({ description: 'Date for which it was assessed.' })
  asOf: CalendarDate;

  @PatternField({
    description: 'SHA-256 of the canonical document, hex.',
    pattern: '^[0-9a-f]{64}$',
    message: 'must be a SHA-256 digest in hex',
    maxLength: 64,
  })
  digest: string;

  @IdField({
    description: 'The assessment whose place this one took when text was taken out of it.',
    optional: true,
  })
  supersedes: string | null;

  @IdField({
    description: 'The assessment that took the place of this one, whose text is gone.',
    optional: true,
  })
  supersededBy: string | null;

  @InstantField({ description: 'When its text was made to go; its digest stays.', optional: true })
  redactedAt: Date | null;

  @IntegerField({
    description: 'Comments on its sections that nobody has resolved.',
    example: 0,
    minimum: 0,
    maximum: MOST_COMMENTS,
  })
  openComments: number;

  @InstantField({ description: 'When it was drawn up.' })
  createdAt: Date;

  @InstantField({ description: 'When it last changed.' })
  updatedAt: Date;
}
