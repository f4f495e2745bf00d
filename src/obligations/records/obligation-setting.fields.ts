// What a practice decided about an obligation: another interval than the suggested one, or that it does not apply. An interval or deadline of the law is not the
// practice's to change, and only good practice can be left out (src/dossiers/coherence/obligations.ts).
import { ChoiceField, DateField, IntegerField, RecordField, TextField } from '../../common/fields';
import type { CalendarDate } from '../../common/calendar-date';
import { CompletedByFields } from './obligation-completion.fields';

export const SETTING_DECISIONS = ['as_published', 'other_interval', 'not_applicable', 'track_on'] as const;
/** `as_published`: as the catalog has it, and the track of the proposed rule off */
export type SettingDecision = (typeof SETTING_DECISIONS)[number];

export class ObligationSettingFields {
  @ChoiceField(SETTING_DECISIONS, {
    description:
      'What was decided: as the catalog has it, another interval, that it does not apply, or that the track of the proposed rule is shown.',
    example: 'other_interval',
  })
  decision: SettingDecision;

  @IntegerField({
    description: 'Months of the other interval; left out with every other decision.',
    example: 6,
    optional: true,
    minimum: 1,
    maximum: 36,
  })
  months?: number | null;

  @TextField({
    description: 'Why, in words that can be read out to an auditor.',
    example: 'Three tools, all of large vendors; twice a year is what we can do well.',
    maxLength: 2000,
  })
  reason: string;

  @RecordField(() => CompletedByFields, { description: 'Who decided.' })
  decidedBy: CompletedByFields;

  @DateField({ description: 'Date of the decision.' })
  decidedOn: CalendarDate;
}
