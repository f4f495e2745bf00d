// What an answer to a question is worth: fully, partly or not met, by the options and bounds that the catalog gives the question.
import type { ChoiceCounts, NumberBounds, Question, QuestionOption } from './questionnaire-catalog';
import type { MetCode } from './scoring-model';

export type AnswerValue = string | number | boolean | readonly string[];

const YES_NO: readonly QuestionOption[] = [
  { value: 'yes', label: 'Yes', met: 'fully' },
  { value: 'partly', label: 'Partly', met: 'partly' },
  { value: 'no', label: 'No', met: 'not_met' },
];

/** The options to choose from, with the three that every yes-or-no question has; none for numbers, dates and text. */
export function optionsOf(
  question: Pick<Question, 'answerType'> & Partial<Question>,
): readonly QuestionOption[] {
  if (question.answerType === 'yes_no') return YES_NO;
  return 'options' in question && question.options ? question.options : [];
}

/**
 * The met code of an answer that fits its question; "unknown" is unknown whatever is asked. Null for a date or text, which is kept
 * and shown, and counts for nothing.
 */
export function metOf(question: Question, value: AnswerValue): MetCode | null {
  if (value === 'unknown') return 'unknown';
  switch (question.answerType) {
    case 'yes_no':
    case 'choice':
      return optionsOf(question).find((option) => option.value === value)?.met ?? 'unknown';
    case 'choices':
      return metOfChoices(question.options, question.counts, Array.isArray(value) ? value : []);
    case 'number':
      return typeof value === 'number' ? metOfNumber(question.number, value) : 'unknown';
    case 'date':
    case 'text':
      return null;
  }
}

function metOfChoices(
  options: readonly QuestionOption[],
  { fullyFrom, partlyFrom }: ChoiceCounts,
  chosen: readonly string[],
): MetCode {
  if (chosen.length === 0) return 'unknown';
  const counted = options.filter(({ value, met }) => met === 'fully' && chosen.includes(value)).length;
  return counted >= fullyFrom ? 'fully' : counted >= partlyFrom ? 'partly' : 'not_met';
}

function metOfNumber(bounds: NumberBounds, value: number): MetCode {
  if (bounds.fullyAtMost !== null)
    return value <= bounds.fullyAtMost
      ? 'fully'
      : bounds.partlyAtMost !== null && value <= bounds.partlyAtMost
        ? 'partly'
        : 'not_met';
  return value >= (bounds.fullyAtLeast ?? Infinity)
    ? 'fully'
    : bounds.partlyAtLeast !== null && value >= bounds.partlyAtLeast
      ? 'partly'
      : 'not_met';
}
