// How far the value of an answer meets what its question asks for.
import type { ChoiceCounts, NumberBounds, Question, QuestionOption } from './questionnaire-catalog';
import type { MetCode } from './scoring-model';

export type AnswerValue = string | number | readonly string[];

const YES_NO: Readonly<Record<string, MetCode>> = { yes: 'fully', partly: 'partly', no: 'not_met' };

/** `unknown` for "unknown", and for a value that the question no longer knows: it earns nothing and becomes a task. */
export function metBy(value: AnswerValue, question: Question): MetCode {
  if (value === 'unknown') return 'unknown';
  switch (question.answerType) {
    case 'yes_no':
      return typeof value === 'string' ? (YES_NO[value] ?? 'unknown') : 'unknown';
    case 'choice':
      return typeof value === 'string' ? metByOption(value, question.options) : 'unknown';
    case 'choices':
      return Array.isArray(value)
        ? metByChoices(value as readonly string[], question.options, question.counts)
        : 'unknown';
    case 'number':
      return typeof value === 'number' ? metByNumber(value, question.number) : 'unknown';
    case 'date':
    case 'text':
      return 'fully'; // told is all that is asked
  }
}

/** True when an option was chosen that says that there is nothing there to ask about: a claim, however it is said to be known. */
export function saysNotThere(value: AnswerValue, question: Question): boolean {
  if (question.answerType !== 'choice' && question.answerType !== 'choices') return false;
  for (const option of question.options)
    if (option.saysNotThere === true && isChosen(option.value, value)) return true;
  return false;
}

function isChosen(option: string, value: AnswerValue): boolean {
  return Array.isArray(value) ? (value as readonly string[]).includes(option) : value === option;
}

function metByOption(value: string, options: readonly QuestionOption[]): MetCode {
  for (const option of options) if (option.value === value) return option.met;
  return 'unknown';
}

/** Counts those that meet it fully. One that does not, such as "nothing of this", settles it whatever stands beside it. */
function metByChoices(
  values: readonly string[],
  options: readonly QuestionOption[],
  { fullyFrom, partlyFrom }: ChoiceCounts,
): MetCode {
  let good = 0;
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place] as string;
    const met = metByOption(value, options);
    if (met === 'not_met') return 'not_met';
    if (met === 'fully' && values.indexOf(value) === place) good += 1;
  }
  return good >= fullyFrom ? 'fully' : good >= partlyFrom ? 'partly' : 'not_met';
}

function metByNumber(value: number, bounds: NumberBounds): MetCode {
  const within = (most: number | null, least: number | null) =>
    (most != null && value <= most) || (least != null && value >= least);
  if (within(bounds.fullyAtMost, bounds.fullyAtLeast)) return 'fully';
  return within(bounds.partlyAtMost, bounds.partlyAtLeast) ? 'partly' : 'not_met';
}
