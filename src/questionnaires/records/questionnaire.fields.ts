// A questionnaire as issued to a vendor about a service, or kept by the practice about itself. From its submission on nothing in it changes
// but the reviewer's verdicts and, at its end, its state.
import type { CalendarDate } from '../../common/calendar-date';
import {
  ChoiceField,
  DateField,
  KeyField,
  PatternField,
  RecordField,
  RecordListField,
  TextField,
} from '../../common/fields';
import { AnswerFields } from './answer.fields';
import { AskedQuestionFields, WORD } from './asked-question.fields';
import { QUESTIONNAIRE_STATES, type QuestionnaireState } from './lifecycle';
import { QuestionnairePersonFields } from './person.fields';
import { SUBJECTS, type Subject } from './question-words';

export const MOST_QUESTIONS = 500;

export class WithdrawalFields {
  @RecordField(() => QuestionnairePersonFields, { description: 'Who withdrew it.' })
  by: QuestionnairePersonFields;

  @DateField({ description: 'Date of the withdrawal.' })
  on: CalendarDate;

  @TextField({
    description: 'Why.',
    example: 'Issued for the wrong plan of the service.',
    maxLength: 2000,
  })
  reason: string;
}

export class QuestionnaireHeadFields {
  @ChoiceField(SUBJECTS, { description: 'Whether it is about a service or about the practice itself.' })
  about: Subject;

  @KeyField({
    description: 'Key of the service; leave out where it is about the practice.',
    example: 'northlight-scribe',
    optional: true,
  })
  service?: string | null;
}

export class QuestionnaireFields extends QuestionnaireHeadFields {
  @PatternField({
    description: 'Version of the catalog that the questions were taken from; the one in use when left out.',
    example: '2026-11-22',
    optional: true,
    ...WORD,
  })
  catalogVersion?: string | null;

  @ChoiceField(QUESTIONNAIRE_STATES, {
    description: 'Only the answers of a submitted questionnaire count.',
    example: 'submitted',
  })
  state: QuestionnaireState;

  @DateField({ description: 'Date on which it was issued.', optional: true, example: '2026-09-15' })
  issuedOn?: CalendarDate | null;

  @DateField({ description: 'Date on which it was submitted.', optional: true, example: '2026-10-01' })
  submittedOn?: CalendarDate | null;

  @RecordField(() => QuestionnairePersonFields, { description: 'Who submitted it.', optional: true })
  submittedBy?: QuestionnairePersonFields | null;

  @KeyField({
    description:
      'Key of the earlier questionnaire on the same subject that this one takes the place of once it is submitted.',
    example: 'northlight-scribe-2025',
    optional: true,
  })
  supersedes?: string | null;

  @RecordField(() => WithdrawalFields, { description: 'Who withdrew it, when and why.', optional: true })
  withdrawal?: WithdrawalFields | null;

  @RecordListField(() => AskedQuestionFields, {
    description: 'The questions exactly as they were asked; taken from the catalog when left out.',
    optional: true,
    maxItems: MOST_QUESTIONS,
    ordered: true,
  })
  questions?: AskedQuestionFields[] | null;

  @RecordListField(() => AnswerFields, {
    description: 'Answers, at most one to a question; a question without one counts as unknown.',
    maxItems: MOST_QUESTIONS,
  })
  answers: AnswerFields[];
}

/** As it stands in a dossier. */
export class QuestionnaireRecordFields extends QuestionnaireFields {
  @KeyField({ example: 'northlight-scribe-2026' })
  key: string;
}
