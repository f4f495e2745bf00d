// The 7-item AI Tech Checklist for one service: each answer with how it is known, the evidence and the date.
import { ChoiceField, DateField, RecordListField, TextField } from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';
import { ANSWER_VALUES, BASES, type AnswerValue, type Basis } from '../common/words';

/** Items of catalogs/ai-tech-checklist.yaml, in the order of the source document. */
export const CHECKLIST_ITEMS = [
  'purpose_built',
  'hipaa_detail',
  'data_use_explained',
  'training_disclosed',
  'no_training',
  'no_sale_or_sharing',
  'baa_signed',
] as const;
export type ChecklistItem = (typeof CHECKLIST_ITEMS)[number];

export class ChecklistAnswerFields {
  @ChoiceField(CHECKLIST_ITEMS, { description: 'Item of the checklist.', example: 'no_training' })
  item: ChecklistItem;

  @ChoiceField(ANSWER_VALUES, { description: 'The answer; "unknown" is an honest one and becomes a task.' })
  value: AnswerValue;

  @ChoiceField(BASES, {
    description: 'How the answer is known; leave out only when it is unknown.',
    example: 'documented',
    optional: true,
  })
  basis?: Basis | null;

  @TextField({
    description: 'Evidence: which document, page or observation.',
    example: 'Agreement of 2026-01-15, section 4.2',
    optional: true,
    maxLength: 1000,
  })
  evidence?: string | null;

  @DateField({ description: 'Date of the answer.', example: '2026-10-01' })
  answeredOn: CalendarDate;
}

export class ChecklistFields {
  @RecordListField(() => ChecklistAnswerFields, {
    description:
      'Answers, at most one per item; an item not listed has not been asked and counts as unknown.',
    maxItems: CHECKLIST_ITEMS.length,
  })
  answers: ChecklistAnswerFields[];
}
