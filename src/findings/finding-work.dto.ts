import type { CalendarDate } from '../common/calendar-date';
import { DateField, KeyField, KeyListField, TextField } from '../common/fields';
import { FindingLookFields } from './finding.fields';

/** That a corrective action was done. */
export class CompleteActionDto {
  @KeyField({ description: 'Key of the corrective action.', example: 'second-step-for-all' })
  action: string;

  @DateField({ description: 'Day on which it was done.', example: '2026-11-20' })
  doneOn: CalendarDate;

  @TextField({
    description: 'What was done; this, or evidence. Never the name of a client.',
    example: 'Switched on for all six accounts; the list of accounts is on file.',
    optional: true,
    maxLength: 2000,
  })
  done?: string | null;

  @KeyListField({
    description: 'Keys of the evidence that shows it.',
    example: [],
    optional: true,
    maxItems: 20,
  })
  evidenceKeys?: string[] | null;
}

/** A look back at a finding. How many actions there are, the server sees itself. */
export class ReviewFindingDto extends FindingLookFields {}
