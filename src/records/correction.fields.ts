// What somebody attested (that something was done, that somebody was trained) stays as it was said: it is proof of years later (45 CFR 164.316(b)(2)(i)). What was wrong
// about it is added as a correction, with who says so and when.
import type { CalendarDate } from '../common/calendar-date';
import { BooleanField, DateField, RecordField, TextField } from '../common/fields';

export const MOST_CORRECTIONS = 50;

export class CorrectedByFields {
  @TextField({ description: 'Full name.', example: 'Dana Whitfield', maxLength: 200 })
  name: string;

  @TextField({ description: 'Role or title.', example: 'Security official', maxLength: 200 })
  role: string;
}

export class CorrectionFields {
  @TextField({
    description: 'What was wrong, and how it was. Never the name of a client.',
    example: 'The wrong tool was chosen: the log of the scheduling tool was read, not that of the scribe.',
    maxLength: 2000,
  })
  says: string;

  @BooleanField({
    description:
      'Whether what was recorded still counts with this correction. If not, it is as if it had not been done; record it anew as it was.',
    example: false,
  })
  stillCounts: boolean;

  @DateField({ description: 'Day of the correction.', example: '2026-11-03' })
  correctedOn: CalendarDate;

  @RecordField(() => CorrectedByFields, { description: 'Who corrects it.' })
  correctedBy: CorrectedByFields;
}
