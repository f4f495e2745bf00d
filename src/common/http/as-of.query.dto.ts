import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, Validate } from 'class-validator';
import type { CalendarDate } from '../calendar-date';
import { IsCalendarDate } from '../fields/calendar-date.validator';

/** `?asOf=`: the date for which to answer. */
export class AsOfQuery {
  @ApiProperty({
    required: false,
    type: String,
    format: 'date',
    example: '2026-11-22',
    description: "The date for which to answer; today in the practice's time zone when left out.",
  })
  @IsOptional()
  @Validate(IsCalendarDate)
  asOf?: CalendarDate;
}
