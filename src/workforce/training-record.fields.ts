// That somebody did a module of training: on which day, passed or not, as judged by whom. It shows, years later, that people were trained (45 CFR 164.308(a)(5), 164.530(b)).
import { BooleanField, DateField, KeyField, RecordField, RecordListField, TextField } from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';
import { CorrectionFields, MOST_CORRECTIONS } from '../records/correction.fields';

export class JudgedByFields {
  @TextField({ description: 'Full name.', example: 'Dana Whitfield', maxLength: 200 })
  name: string;

  @TextField({ description: 'Role or title.', example: 'Clinical director', maxLength: 200 })
  role: string;
}

export class TrainingRecordFields {
  @DateField({ description: 'Day on which it was done.', example: '2026-09-14' })
  completedOn: CalendarDate;

  @BooleanField({
    description: 'Whether the person showed that they can do it. Sitting through it alone shows nothing.',
    example: true,
  })
  passed: boolean;

  @RecordField(() => JudgedByFields, { description: 'Who judged that.' })
  judgedBy: JudgedByFields;

  @TextField({
    description: 'How it was shown, in words. Never the name of a client.',
    example: 'Found all three mistakes in the made-up draft.',
    optional: true,
    maxLength: 2000,
  })
  shown?: string | null;

  @KeyField({
    description: 'Key of the evidence that shows it.',
    example: 'training-list-2026',
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
