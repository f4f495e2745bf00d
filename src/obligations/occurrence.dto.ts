import { ApiProperty, OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength, Validate } from 'class-validator';
import type { CalendarDate } from '../common/calendar-date';
import {
  BooleanField,
  ChoiceField,
  DateField,
  KeyField,
  PatternField,
  RecordField,
  TextField,
} from '../common/fields';
import { IsCalendarDate } from '../common/fields/calendar-date.validator';
import { PageQuery } from '../common/http/paging';
import { ObligationSubjectFields } from './records/obligation-completion.fields';
import { OWNERS, PRACTICE_OBLIGATION_IDS, type ObligationOwner } from './records/obligation-ids';
import { CADENCE_ORIGINS, LEGAL_STATUSES, type LegalStatus } from './rules/obligation-catalog';
import type { IntervalOrigin } from './rules/obligation-settings';
import { OCCURRENCE_STATES, type OccurrenceState } from './rules/occurrences';

const INTERVAL_ORIGINS = [...CADENCE_ORIGINS, 'practice'] as const;

export class OccurrenceResponse {
  @PatternField({
    description: 'Id: obligation, what it is about, and which time. The same as long as it is the same time.',
    example: 'OB-41:service:northlight-scribe:2026-10-14',
    pattern: '^[A-Za-z0-9_:-]+$',
    message: 'must be an id',
    maxLength: 200,
  })
  id: string;

  @ChoiceField(PRACTICE_OBLIGATION_IDS, {
    description: 'Obligation, by its id in the catalog of obligations.',
    example: 'OB-41',
  })
  obligation: string;

  @TextField({ description: 'What it is called.', example: 'Look through the AI tool’s log', maxLength: 300 })
  title: string;

  @TextField({ description: 'What to do.', maxLength: 2000 })
  whatToDo: string;

  @RecordField(() => ObligationSubjectFields, {
    description: 'What it is about, as a completion names it; null for the practice as a whole.',
    optional: true,
  })
  subject: ObligationSubjectFields | null;

  @TextField({ description: 'What it is about, as people call it.', maxLength: 600 })
  subjectName: string;

  @TextField({ description: 'Why it arises; for what waits for an event, when.', maxLength: 2000 })
  why: string;

  @PatternField({
    description:
      'Which time it is, as a completion names it; "event" for the line that waits for something to happen.',
    example: 'first',
    pattern: '^(first|once|event|\\d{4}|\\d{4}-\\d{2}-\\d{2})$',
    message: 'must be a period',
    maxLength: 10,
  })
  period: string;

  @DateField({ description: 'Day by which it is due; null while it waits for an event.', optional: true })
  dueOn: CalendarDate | null;

  @ChoiceField(OCCURRENCE_STATES, {
    description:
      'How it stands today in the time zone of the practice. "due" is within the days that the catalog names, "upcoming" later.',
    example: 'due',
  })
  state: OccurrenceState;

  @DateField({ description: 'Day on which it was done; null while it was not.', optional: true })
  doneOn: CalendarDate | null;

  @KeyField({ description: 'Key of the completion; null where there is none.', optional: true })
  completion: string | null;

  @TextField({
    description: 'What shows that it holds, where another record does.',
    optional: true,
    maxLength: 500,
  })
  shownBy: string | null;

  @ChoiceField(OWNERS, { description: 'Who usually sees to it.' })
  owner: ObligationOwner;

  @ChoiceField(LEGAL_STATUSES, {
    description:
      'How binding it is: the rule sets the event or the deadline; the rule asks for it and sets no interval; a source document suggests it; we suggest it.',
    example: 'seed_good_practice',
  })
  legalStatus: LegalStatus;

  @TextField({
    description: 'The same in words, for this practice.',
    example: 'Good practice, from our source documents',
    maxLength: 300,
  })
  legalStatusWords: string;

  @TextField({
    description: 'How often, and whose interval that is. Only what the law itself sets is called the law’s.',
    example: 'Every month: suggested by our source documents; no rule sets one',
    maxLength: 300,
  })
  interval: string;

  @ChoiceField(INTERVAL_ORIGINS, {
    description: 'Whose interval it is; null where there is none.',
    example: 'seed',
    optional: true,
  })
  intervalFrom: IntervalOrigin | null;

  @TextField({ description: 'By when after an event, and who says so.', optional: true, maxLength: 500 })
  deadline: string | null;

  @TextField({ description: 'The rule.', optional: true, maxLength: 300 })
  citation: string | null;

  @TextField({ description: 'Other law that is about it, in words.', optional: true, maxLength: 300 })
  otherLaw: string | null;

  @TextField({ description: 'What would show it.', maxLength: 500 })
  proof: string;

  @BooleanField({
    description: 'Has somebody checked the entry against a text? False: it is from knowledge.',
    example: true,
  })
  isChecked: boolean;
}

/** A cursor here is longer than elsewhere: it names a date and an occurrence. */
export class OccurrencePageQuery extends OmitType(PageQuery, ['cursor']) {
  @ApiProperty({ required: false, description: 'The `nextCursor` of the page before.' })
  @IsOptional()
  @IsString({ message: 'must be the nextCursor of a page before' })
  @MaxLength(400, { message: 'must be the nextCursor of a page before' })
  cursor?: string;

  @ApiProperty({ required: false, enum: OCCURRENCE_STATES, description: 'Only those in this state.' })
  @IsOptional()
  @IsIn(OCCURRENCE_STATES, { message: `must be one of: ${OCCURRENCE_STATES.join(', ')}` })
  state?: OccurrenceState;

  @ApiProperty({ required: false, enum: OWNERS, description: 'Only those that this role usually sees to.' })
  @IsOptional()
  @IsIn(OWNERS, { message: `must be one of: ${OWNERS.join(', ')}` })
  owner?: ObligationOwner;

  @ApiProperty({
    required: false,
    enum: PRACTICE_OBLIGATION_IDS,
    description: 'Only those of this obligation.',
  })
  @IsOptional()
  @IsIn(PRACTICE_OBLIGATION_IDS, { message: 'must be the id of an obligation of the catalog' })
  obligation?: string;

  @ApiProperty({
    required: false,
    type: 'string',
    format: 'date',
    description: 'Only those due on this day or later. What waits for an event has no day and is left out.',
  })
  @IsOptional()
  @Validate(IsCalendarDate)
  from?: CalendarDate;

  @ApiProperty({
    required: false,
    type: 'string',
    format: 'date',
    description: 'Only those due on this day or earlier.',
  })
  @IsOptional()
  @Validate(IsCalendarDate)
  to?: CalendarDate;
}
