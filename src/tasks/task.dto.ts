import { ApiProperty, OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { CalendarDate } from '../common/calendar-date';
import {
  ChoiceField,
  DateField,
  IdField,
  KEY_PATTERN,
  KeyField,
  PatternField,
  TextField,
} from '../common/fields';
import { PageQuery } from '../common/http/paging';
import { TASK_KINDS, type TaskKind } from './what-to-do';

export class TaskResponse {
  @PatternField({
    description: 'Id of the task: the same as long as it is undone.',
    example: 'questionnaire:019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f:recording-noticed',
    pattern: '^[A-Za-z0-9:._-]+$',
    message: 'must be an id',
    maxLength: 300,
  })
  id: string;

  @ChoiceField(TASK_KINDS, { description: 'What kind of task it is.' })
  kind: TaskKind;

  @KeyField({
    description: 'Key of the service that it bears on; null for the practice itself.',
    optional: true,
    example: 'northlight-scribe',
  })
  service: string | null;

  @IdField({
    description:
      'The record in which it is done: the incident, the finding, the acceptance or decision, the dispute, the review, the plan, the questionnaire, the SOC 2 report, the service.',
  })
  record: string;

  @PatternField({
    description: 'Id of the question; null where it is no question.',
    optional: true,
    example: 'recording-noticed',
    pattern: '^[A-Za-z0-9._-]+$',
    message: 'must be an id',
    maxLength: 100,
  })
  question: string | null;

  @TextField({ description: 'What to do.', maxLength: 5000 })
  whatToDo: string;

  @DateField({
    description:
      'Date since which it has been undone; for what is not known of a service, the day on which the service was recorded.',
  })
  since: CalendarDate;
}

/** A cursor here is longer than elsewhere: it names a date and a task. */
export class TaskPageQuery extends OmitType(PageQuery, ['cursor']) {
  @ApiProperty({ required: false, description: 'The `nextCursor` of the page before.' })
  @IsOptional()
  @IsString({ message: 'must be the nextCursor of a page before' })
  @MaxLength(600, { message: 'must be the nextCursor of a page before' })
  cursor?: string;

  @ApiProperty({ required: false, description: 'Only those of the service with this key.' })
  @IsOptional()
  @Matches(new RegExp(KEY_PATTERN), { message: 'must be a key' })
  service?: string;

  @ApiProperty({ required: false, enum: TASK_KINDS, description: 'Only those of this kind.' })
  @IsOptional()
  @IsIn(TASK_KINDS, { message: `must be one of ${TASK_KINDS.join(', ')}` })
  kind?: TaskKind;
}
