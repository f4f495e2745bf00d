// An answer as a person reads it.
import type { AnswerValue } from './records/answer-value.field';
import type { AskedQuestionFields } from './records/asked-question.fields';
import { UNKNOWN } from './records/question-words';
import { DO_NOT_KNOW, YES_NO_WORDS } from './answering-words';

export type AskedForm = Pick<AskedQuestionFields, 'answerType' | 'options' | 'number'>;

export interface Choice {
  value: string;
  label: string;
}

/** What may be chosen, "I don't know" not among it. */
export function choicesOf({ answerType, options }: AskedForm): Choice[] {
  if (options && options.length > 0) return options.map(({ value, label }) => ({ value, label }));
  if (answerType !== 'yes_no') return [];
  return Object.entries(YES_NO_WORDS).map(([value, label]) => ({ value, label }));
}

export function answerInWords(value: AnswerValue, asked: AskedForm): string {
  if (value === UNKNOWN) return DO_NOT_KNOW;
  const labels = new Map(choicesOf(asked).map((choice) => [choice.value, choice.label]));
  if (Array.isArray(value)) return value.map((one) => labels.get(one) ?? one).join('; ');
  if (typeof value === 'number') return `${value} ${unitOf(asked)}`.trim();
  return labels.get(value) ?? value;
}

/** "days"; nothing for what is only counted. */
export function unitOf({ number }: AskedForm): string {
  return number && number.unit !== 'count' ? number.unit : '';
}
