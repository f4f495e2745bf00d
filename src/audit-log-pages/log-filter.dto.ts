import { DateField, IdField, PatternField } from '../common/fields';

/** What of the log is to be shown; everything without. */
export class LogFilter {
  @PatternField({
    description: 'What happened, as a past event.',
    optional: true,
    pattern: '^[a-z0-9_.-]{1,100}$',
    maxLength: 100,
    message: 'must be one of the list',
  })
  action?: string | null;

  @IdField({ description: 'Who did it.', optional: true })
  person?: string | null;

  @DateField({ description: 'The first day, in the time zone of the practice.', optional: true })
  from?: string | null;

  @DateField({ description: 'The last day, in the time zone of the practice.', optional: true })
  to?: string | null;
}

export const FILTER_WORDS = {
  action: { label: 'What happened', kind: 'select' },
  person: { label: 'Who did it', kind: 'select' },
  from: { label: 'From', kind: 'date' },
  to: { label: 'To', kind: 'date' },
} as const;
