// The form that corrects what was attested: it stays as it was said, and the correction is told beside it.
import type { CalendarDate } from '../common/calendar-date';
import type { FormBody } from '../common/http/form-body';
import { CorrectedByFields, CorrectionFields } from '../records/correction.fields';
import { labelsOfParts, sectionsOf, type FormPart } from './parted-form';
import type { RecordForm } from './record-form';
import { bodyOf } from './submitted';

const PARTS: readonly FormPart[] = [
  {
    title: '',
    words: {
      says: { label: 'What was wrong, and how was it?', help: 'Never the name of a client.' },
      stillCounts: {
        label: 'Does what was recorded still count?',
        help: 'If not, it is as if it had not been done. Record it anew as it was.',
        options: { true: 'Yes, with this correction', false: 'No' },
        short: true,
      },
    },
    within: [
      {
        at: 'correctedBy/',
        type: CorrectedByFields,
        words: {
          name: { label: 'Who corrects it?', autocomplete: 'name' },
          role: { label: 'What are they in the practice?' },
        },
      },
    ],
  },
];

/** @param what is corrected, as a title: Log review, Nov 20, 2026 */
export function correctionForm(
  what: string,
  { back, action }: Pick<RecordForm, 'back' | 'action'>,
): RecordForm {
  return {
    title: `Correct: ${what}`,
    lead: 'What was recorded stays as it was said. Your correction is shown beside it, for good.',
    ...{ back, action, button: 'Add the correction' },
    labels: labelsOfParts(PARTS),
    sections: (values, faults) => sectionsOf({ type: CorrectionFields, parts: PARTS }, values, faults),
  };
}

/** @returns the change of a record: its corrections with the one that was sent at the end */
export function correctedBy(
  sent: FormBody,
  before: readonly CorrectionFields[] | null | undefined,
  today: CalendarDate,
): { corrections: CorrectionFields[] } {
  return { corrections: [...(before ?? []), bodyOf(CorrectionFields, sent, { correctedOn: today })] };
}
