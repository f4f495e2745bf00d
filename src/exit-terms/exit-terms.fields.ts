// Exit terms: how the practice would leave a service with its records, and what becomes of the data behind it. Return or destruction
// at the end is required of the agreement (45 CFR 164.504(e)(2)(ii)(J)); the figures here say how.
import { ChoiceField, DateField, IntegerField, KeyField, TextField, TextListField } from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';
import { YES_NO_UNKNOWN, type YesNoUnknown } from '../common/words';

export const EXPORT_COSTS = ['free', 'at_a_price', 'unknown'] as const;
export type ExportCost = (typeof EXPORT_COSTS)[number];

const DAYS = { optional: true, minimum: 0, maximum: 36500 } as const;

export class ExitTermsFields {
  @TextListField({
    description:
      'Formats in which the data can be taken along; an empty list when in none, left out when unknown.',
    example: ['PDF', 'CSV'],
    optional: true,
    maxLength: 100,
    maxItems: 30,
  })
  exportFormats?: string[] | null;

  @DateField({
    description: 'Day on which the practice last tried an export; leave out when never.',
    example: '2026-09-12',
    optional: true,
  })
  exportTestedOn?: CalendarDate | null;

  @ChoiceField(EXPORT_COSTS, { description: 'Does taking the data along cost something?' })
  exportCost: ExportCost;

  @TextField({
    description: 'How much, in words.',
    example: '150 US dollars an export',
    optional: true,
    maxLength: 300,
  })
  exportCostNote?: string | null;

  @IntegerField({
    description: 'Days of access after the end, for moving (0: none); leave out when unknown.',
    example: 60,
    ...DAYS,
  })
  transitionDays?: number | null;

  @IntegerField({
    description:
      'Days after the end within which the data is deleted; leave out when unknown or without limit.',
    example: 30,
    ...DAYS,
  })
  deletionDays?: number | null;

  @IntegerField({
    description:
      'Days after the deletion for which backups still hold the data (0: none); leave out when unknown.',
    example: 35,
    ...DAYS,
  })
  backupDays?: number | null;

  @ChoiceField(YES_NO_UNKNOWN, { description: 'Does the vendor certify the destruction in writing?' })
  certificateOfDestruction: YesNoUnknown;

  @IntegerField({
    description: 'Days of notice that the vendor gives before it ends the service; leave out when unknown.',
    example: 90,
    ...DAYS,
  })
  noticeDays?: number | null;

  @ChoiceField(YES_NO_UNKNOWN, { description: 'Do these terms hold when the vendor goes out of business?' })
  coversInsolvency: YesNoUnknown;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: 'Do these terms hold when the vendor is sold, or drops the service?',
    optional: true,
  })
  coversChangeOfControl?: YesNoUnknown | null;

  @KeyField({
    description:
      'Key of the agreement that holds the terms; leave out when they stand in no agreement on file.',
    example: 'northlight-baa-2026',
    optional: true,
  })
  agreement?: string | null;
}
