// An answer: its value, how it is known, what shows it, who gave it when, and what the reviewer made of it.
import type { CalendarDate } from '../../common/calendar-date';
import {
  ChoiceField,
  DateField,
  KeyField,
  KeyListField,
  PatternField,
  RecordField,
  TextField,
} from '../../common/fields';
import { BASES, type Basis } from '../../common/words';
import { AnswerValueField, type AnswerValue } from './answer-value.field';
import { WORD } from './asked-question.fields';
import { QuestionnairePersonFields } from './person.fields';

export const REVIEW_VERDICTS = ['accepted', 'disputed'] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

export class AnswerReviewFields {
  @ChoiceField(REVIEW_VERDICTS, { description: 'A disputed answer counts as unknown.' })
  verdict: ReviewVerdict;

  @RecordField(() => QuestionnairePersonFields, { description: 'Who reviewed the answer.' })
  reviewer: QuestionnairePersonFields;

  @DateField({ description: 'Date of the review.' })
  on: CalendarDate;

  @TextField({ description: 'Why; needed for a dispute.', optional: true, maxLength: 2000 })
  reason?: string | null;
}

/** What somebody says in answer to a question; the rest of an answer follows from when and where it was said. */
export class AnswerContentFields {
  @ChoiceField(BASES, {
    description: 'How the answer is known; leave out only when it is unknown.',
    example: 'documented',
    optional: true,
  })
  basis?: Basis | null;

  @TextField({
    description: 'Evidence in words: which document, page or observation.',
    example: 'Retention policy of 2026-02, page 3',
    optional: true,
    maxLength: 1000,
  })
  evidence?: string | null;

  @KeyListField({
    description: 'Keys of the pieces of evidence on file that show it.',
    optional: true,
    maxItems: 50,
  })
  evidenceKeys?: string[] | null;

  @TextField({ description: 'Who gave the answer.', optional: true, maxLength: 200 })
  answeredBy?: string | null;

  @TextField({ description: 'Anything to add. No client data.', optional: true, maxLength: 4000 })
  note?: string | null;
}

export class AnswerFields extends AnswerContentFields {
  @PatternField({ description: 'Id of the question.', example: 'audio-kept-days', ...WORD })
  question: string;

  @AnswerValueField({
    description:
      'The answer, in the form that the question asks for: the value of an option (yes, partly or no where the question is one of yes or no), ' +
      'a list of them, a whole number, a date or text. "unknown" is an honest answer to any question and becomes a task.',
    example: 30,
  })
  value: AnswerValue;

  @DateField({ description: 'Date of the answer.', example: '2026-10-01' })
  answeredOn: CalendarDate;

  @KeyField({
    description:
      'Key of the earlier questionnaire that the answer was carried over from; until it is given anew, it counts for nothing.',
    example: 'northlight-scribe-2025',
    optional: true,
  })
  carriedFrom?: string | null;

  @RecordField(() => AnswerReviewFields, { description: 'What the reviewer made of it.', optional: true })
  review?: AnswerReviewFields | null;
}
