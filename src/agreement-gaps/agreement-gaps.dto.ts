import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength, Validate } from 'class-validator';
import type { CalendarDate } from '../common/calendar-date';
import {
  DateField,
  IntegerField,
  KEY_MAX_LENGTH,
  KEY_PATTERN,
  KeyField,
  KeyListField,
  RecordListField,
} from '../common/fields';
import { IsCalendarDate } from '../common/fields/calendar-date.validator';
import type { AgreementGap, ServiceGaps } from './gap-days';

export class AgreementGapsQuery {
  @ApiProperty({
    required: false,
    type: String,
    format: 'date',
    description: 'First day asked about; six years before today when left out, and no earlier.',
  })
  @IsOptional()
  @Validate(IsCalendarDate)
  from?: CalendarDate;

  @ApiProperty({
    required: false,
    type: String,
    format: 'date',
    description: 'Last day asked about; today when left out, and no later.',
  })
  @IsOptional()
  @Validate(IsCalendarDate)
  to?: CalendarDate;

  @ApiProperty({ required: false, description: 'Only the service with this key.' })
  @IsOptional()
  @IsString({ message: 'must be a key' })
  @Matches(new RegExp(KEY_PATTERN), { message: 'must be a key' })
  @MaxLength(KEY_MAX_LENGTH, { message: 'must be a key' })
  service?: string;
}

/** More than two dates lie apart that can be asked about. */
const MOST_DAYS = 2200;
const DAYS = { minimum: 0, maximum: MOST_DAYS };

export class AgreementGapResponse implements AgreementGap {
  @DateField({ description: 'First day without an agreement.', example: '2026-01-01' })
  from: CalendarDate;

  @DateField({ description: 'Last day without one.', example: '2026-01-14' })
  to: CalendarDate;

  @IntegerField({ description: 'Days, both ends included.', example: 14, ...DAYS })
  days: number;

  @KeyListField({
    description: 'Keys of the flows that nothing covered.',
    example: ['scribe-audio'],
    maxItems: 1000,
  })
  flows: string[];
}

export class ServiceGapsResponse implements ServiceGaps {
  @KeyField({ description: 'Key of the service.', example: 'northlight-scribe' })
  service: string;

  @KeyListField({
    description: 'Keys of its flows of protected data to a business associate.',
    example: ['scribe-audio'],
    maxItems: 1000,
  })
  flows: string[];

  @KeyListField({
    description: 'Keys of those without a recorded first day: they count from the first day asked about.',
    example: [],
    maxItems: 1000,
  })
  flowsOfUnknownStart: string[];

  @IntegerField({ description: 'Days asked about on which data flowed.', example: 300, ...DAYS })
  days: number;

  @IntegerField({
    description: 'Of these, days on which an agreement covered every flow.',
    example: 286,
    ...DAYS,
  })
  coveredDays: number;

  @IntegerField({
    description: 'Of these, days on which a flow was without an agreement.',
    example: 14,
    ...DAYS,
  })
  gapDays: number;

  @RecordListField(() => AgreementGapResponse, {
    description: 'The gaps, oldest first.',
    maxItems: MOST_DAYS,
  })
  gaps: AgreementGapResponse[];
}

export class AgreementGapsResponse {
  @DateField({ description: 'First day asked about.', example: '2020-11-22' })
  from: CalendarDate;

  @DateField({ description: 'Last day asked about.' })
  to: CalendarDate;

  @RecordListField(() => ServiceGapsResponse, {
    description: 'Services with protected data going to a business associate, by key.',
    maxItems: 1000,
  })
  services: ServiceGapsResponse[];

  @RecordListField(() => ServiceGapsResponse, {
    description:
      'Services with substance-use records of 42 CFR Part 2 going to a business associate, by key: their days without the terms of a qualified service organization (42 CFR 2.11, 2.12(c)(4)).',
    maxItems: 1000,
  })
  part2Services: ServiceGapsResponse[];
}
