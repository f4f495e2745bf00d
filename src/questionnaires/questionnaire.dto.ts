import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import type { CalendarDate } from '../common/calendar-date';
import {
  BooleanField,
  ChoiceField,
  DateField,
  IntegerField,
  KEY_PATTERN,
  KeyField,
  PatternField,
  RecordField,
  RecordListField,
  TextField,
} from '../common/fields';
import { AsResponse } from '../records/as-response';
import { RecordPageQuery } from '../records/record-page.query.dto';
import { ANSWER_STATUSES, type AnswerStatus, type Progress } from './answer-status';
import {
  AnswerContentFields,
  AnswerFields,
  REVIEW_VERDICTS,
  type ReviewVerdict,
} from './records/answer.fields';
import { AnswerValueField, type AnswerValue } from './records/answer-value.field';
import { AskedQuestionFields, WORD } from './records/asked-question.fields';
import { QUESTIONNAIRE_STATES, type QuestionnaireState } from './records/lifecycle';
import { QuestionnairePersonFields } from './records/person.fields';
import { MOST_QUESTIONS, QuestionnaireHeadFields, WithdrawalFields } from './records/questionnaire.fields';

export class IssueQuestionnaireDto extends QuestionnaireHeadFields {
  @KeyField({ example: 'northlight-scribe-2026' })
  key: string;
}

const ANSWERED_ON = 'Date of the answer; today when left out.';

/** An answer to the question that the address names. */
export class AnswerQuestionDto extends AnswerContentFields {
  @AnswerValueField({
    description: 'The answer in the form that the question asks for; "unknown" always fits.',
    example: 'never',
  })
  value: AnswerValue;

  @DateField({ description: ANSWERED_ON, optional: true, example: '2026-10-01' })
  answeredOn?: CalendarDate | null;
}

export class AnswerChangeDto extends AnswerContentFields {
  @PatternField({ description: 'Id of the question.', example: 'recording-noticed', ...WORD })
  question: string;

  @AnswerValueField({
    description:
      'The answer in the form that the question asks for; "unknown" always fits; null takes the answer out.',
    example: 'never',
    optional: true,
  })
  value?: AnswerValue | null;

  @DateField({ description: ANSWERED_ON, optional: true, example: '2026-10-01' })
  answeredOn?: CalendarDate | null;
}

export class ChangeAnswersDto {
  @RecordListField(() => AnswerChangeDto, {
    description: 'Answers, each whole; questions that are not named keep theirs. All are saved or none.',
    maxItems: MOST_QUESTIONS,
  })
  answers: AnswerChangeDto[];
}

export class SubmitQuestionnaireDto extends QuestionnairePersonFields {
  @BooleanField({
    description:
      'True to submit although questions are open: what is open counts as unknown and becomes a task.',
    optional: true,
    example: false,
  })
  openCountsAsUnknown?: boolean | null;
}

export class VerdictDto {
  @PatternField({ description: 'Id of the question.', example: 'recording-noticed', ...WORD })
  question: string;

  @ChoiceField(REVIEW_VERDICTS, { description: 'A disputed answer counts as unknown.' })
  verdict: ReviewVerdict;

  @TextField({ description: 'Why; needed for a dispute.', optional: true, maxLength: 2000 })
  reason?: string | null;
}

export class ReviewAnswersDto {
  @RecordField(() => QuestionnairePersonFields, { description: 'Who reviews.' })
  reviewer: QuestionnairePersonFields;

  @RecordListField(() => VerdictDto, {
    description: 'A verdict on each answer reviewed; a later verdict takes the place of an earlier one.',
    maxItems: MOST_QUESTIONS,
  })
  verdicts: VerdictDto[];
}

export class WithdrawQuestionnaireDto extends QuestionnairePersonFields {
  @TextField({ description: 'Why.', example: 'Issued for the wrong plan of the service.', maxLength: 2000 })
  reason: string;
}

const COUNT = { minimum: 0, maximum: 1_000_000 };

export class QuestionnaireProgress implements Progress {
  @IntegerField({ description: 'Questions asked.', example: 32, ...COUNT })
  asked: number;

  @IntegerField({ description: 'Answers given, "unknown" included.', example: 20, ...COUNT })
  answered: number;

  @IntegerField({
    description: 'Questions without an answer, or with one that nobody has confirmed.',
    example: 12,
    ...COUNT,
  })
  open: number;

  @IntegerField({ description: 'Answers of "unknown".', example: 3, ...COUNT })
  unknown: number;

  @IntegerField({ description: 'Answers that the reviewer disputes.', example: 0, ...COUNT })
  disputed: number;

  @IntegerField({ description: 'Answers that the reviewer accepted.', example: 0, ...COUNT })
  accepted: number;

  @IntegerField({
    description: 'Minutes that the open questions may take: an estimate.',
    example: 15,
    ...COUNT,
  })
  minutesLeft: number;
}

class QuestionnaireSummaryFields extends QuestionnaireHeadFields {
  @KeyField({ example: 'northlight-scribe-2026' })
  key: string;

  @PatternField({
    description: 'Version of the catalog that the questions were taken from.',
    example: '2026-11-22',
    optional: true,
    ...WORD,
  })
  catalogVersion?: string | null;

  @ChoiceField(QUESTIONNAIRE_STATES, { description: 'Only the answers of a submitted questionnaire count.' })
  state: QuestionnaireState;

  @DateField({ description: 'Date on which it was issued.', optional: true, example: '2026-09-15' })
  issuedOn?: CalendarDate | null;

  @DateField({ description: 'Date on which it was submitted.', optional: true, example: '2026-10-01' })
  submittedOn?: CalendarDate | null;

  @RecordField(() => QuestionnairePersonFields, { description: 'Who submitted it.', optional: true })
  submittedBy?: QuestionnairePersonFields | null;

  @KeyField({
    description: 'Key of the earlier one on the same subject.',
    optional: true,
    example: 'northlight-scribe-2025',
  })
  supersedes?: string | null;

  @RecordField(() => WithdrawalFields, { description: 'Who withdrew it, when and why.', optional: true })
  withdrawal?: WithdrawalFields | null;

  @RecordField(() => QuestionnaireProgress, { description: 'How far it has come.' })
  progress: QuestionnaireProgress;

  @PatternField({
    description: 'The next question to answer; null when none is open or the questionnaire is frozen.',
    example: 'recording-noticed',
    optional: true,
    ...WORD,
  })
  nextQuestion?: string | null;
}

export class QuestionnaireSummary extends AsResponse(QuestionnaireSummaryFields) {}

export class QuestionView extends AskedQuestionFields {
  @TextField({
    description: 'Why it is asked; null once the catalog words the question anew.',
    optional: true,
    maxLength: 4000,
  })
  why?: string | null;

  @TextField({ description: 'What a good answer looks like.', optional: true, maxLength: 4000 })
  goodAnswer?: string | null;

  @TextField({ description: 'What to ask for as evidence.', optional: true, maxLength: 4000 })
  evidenceExpected?: string | null;

  @ChoiceField(ANSWER_STATUSES, { description: 'Where the question stands.' })
  status: AnswerStatus;

  @RecordField(() => AnswerFields, { description: 'The answer, or the one suggested.', optional: true })
  answer?: AnswerFields | null;
}

export class QuestionGroupView {
  @PatternField({ description: 'Id of the group.', example: 'recording', ...WORD })
  id: string;

  @TextField({ description: 'Title of the group.', example: 'Recording of sessions', maxLength: 200 })
  title: string;

  @RecordField(() => QuestionnaireProgress, { description: 'How far the group has come.' })
  progress: QuestionnaireProgress;

  @RecordListField(() => QuestionView, {
    description: 'Its questions as they were asked.',
    maxItems: MOST_QUESTIONS,
  })
  questions: QuestionView[];
}

export class QuestionnaireView extends QuestionnaireSummary {
  @RecordListField(() => QuestionGroupView, {
    description: 'The questions, group by group.',
    maxItems: MOST_QUESTIONS,
  })
  groups: QuestionGroupView[];
}

export class QuestionnairePageQuery extends RecordPageQuery {
  @ApiProperty({ required: false, description: 'Only those about the service with this key.' })
  @IsOptional()
  @Matches(new RegExp(KEY_PATTERN), { message: 'must be a key' })
  service?: string;

  @ApiProperty({ required: false, description: 'Only those in this state.', enum: QUESTIONNAIRE_STATES })
  @IsOptional()
  @IsIn(QUESTIONNAIRE_STATES, { message: `must be one of: ${QUESTIONNAIRE_STATES.join(', ')}` })
  state?: QuestionnaireState;
}
