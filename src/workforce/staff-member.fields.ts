// Somebody who works in the practice: employed or not, trainees and volunteers too (workforce, 45 CFR 160.103). Never a client.
import { ChoicesField, DateField, PatternField, TextField } from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';
import { STAFF_JOBS, type StaffJob } from './training-module';

export class StaffMemberFields {
  @TextField({ description: 'Full name.', example: 'Dana Whitfield', maxLength: 200 })
  name: string;

  @ChoicesField(STAFF_JOBS, {
    description: 'What the person does in the practice; it decides which training is due.',
    example: ['clinician', 'lead'],
    minItems: 1,
  })
  jobs: StaffJob[];

  @PatternField({
    description:
      'E-mail address of the person’s account here: with it the person acknowledges policies by signing in. Left out for whoever has no account.',
    example: 'dana@harbor-light.example',
    optional: true,
    pattern: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$',
    message: 'must be an e-mail address such as dana@practice.example',
    maxLength: 254,
  })
  email?: string | null;

  @DateField({
    description: 'First day in the practice; leave out when long ago.',
    optional: true,
    example: '2024-03-01',
  })
  startedOn?: CalendarDate | null;

  @DateField({
    description: 'Last day in the practice; left out while the person works there.',
    optional: true,
    example: '2026-08-31',
  })
  leftOn?: CalendarDate | null;
}
