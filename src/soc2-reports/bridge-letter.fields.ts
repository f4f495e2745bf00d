// A bridge (gap) letter: the management's own word on the time after the period. No auditor stands behind it; three months at most
// is good practice (catalogs/soc2.yaml).
import { ChoiceField, DateField, TextField } from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';
import { YES_NO_UNKNOWN, type YesNoUnknown } from '../common/words';

export class BridgeLetterFields {
  @DateField({ description: 'First day that it covers.', example: '2026-07-01' })
  from: CalendarDate;

  @DateField({ description: 'Last day that it covers.', example: '2026-09-30' })
  to: CalendarDate;

  @DateField({ description: 'Date of the letter.', example: '2026-10-01' })
  issuedOn: CalendarDate;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: 'Did the management sign it (and not, say, sales)?',
    example: 'yes',
  })
  signedByManagement: YesNoUnknown;

  @ChoiceField(YES_NO_UNKNOWN, { description: 'Does it report material changes?', example: 'no' })
  changesReported: YesNoUnknown;

  @TextField({ description: 'The changes that it lists.', optional: true, maxLength: 2000 })
  changes?: string | null;
}
