// Whether an answer fits its question: the same rules for an answer over HTTP and for one in a file. Each fault says what would fit.
import { isCalendarDate, type CalendarDate } from '../../common/calendar-date';
import { nearestWord, pointerTo } from '../../common/faults';
import type { Fault } from '../../common/problems/domain.error';
import type { FaultCode } from '../../common/problems/fault-codes';
import type { AnswerFields } from './answer.fields';
import type { AnswerValue } from './answer-value.field';
import type { AskedQuestionFields } from './asked-question.fields';
import { UNKNOWN, YES_NO_OPTIONS } from './question-words';

/** What an answer is judged against; what is left out is not checked. */
export interface AnswerGround {
  /** the questions as asked, by id */
  asked: ReadonlyMap<string, AskedQuestionFields>;
  /** ids that exist in the catalog, asked here or not */
  known?: ReadonlySet<string>;
  /** keys of the evidence on file */
  evidence?: ReadonlySet<string>;
  /** the latest date that an answer can have */
  today?: CalendarDate;
}

type JudgedAnswer = Pick<AnswerFields, 'question' | 'value' | 'basis' | 'evidenceKeys' | 'answeredOn'>;

const IN_A_FEW_WORDS: Record<AskedQuestionFields['answerType'], string> = {
  yes_no: 'answer "yes", "partly" or "no"',
  choice: 'answer with one of its options',
  choices: 'answer with a list of its options',
  number: 'answer with a whole number',
  date: 'answer with a date, written YYYY-MM-DD',
  text: 'answer with text',
};

/** Every fault of one answer. @param at pointer to the answer */
export function answerFaults(answer: JudgedAnswer, ground: AnswerGround, at = ''): Fault[] {
  const question = ground.asked.get(answer.question);
  const faults = question ? valueFaults(answer.value, question, at) : [questionFault(answer, ground, at)];
  return [...faults, ...circumstanceFaults(answer, ground, at)];
}

function questionFault({ question }: JudgedAnswer, { asked, known }: AnswerGround, at: string): Fault {
  const place = pointerTo(at, 'question');
  if (known?.has(question)) {
    const detail = 'is not asked in this questionnaire; take the answer out';
    return { pointer: place, code: 'question-not-asked', detail };
  }
  const meant = nearestWord(question, [...asked.keys()]);
  const way = meant ? `did you mean "${meant}"?` : 'take the answer out';
  return {
    pointer: place,
    code: 'unknown-question',
    detail: `is not a question of this questionnaire; ${way}`,
  };
}

function circumstanceFaults(answer: JudgedAnswer, { evidence, today }: AnswerGround, at: string): Fault[] {
  const faults: Fault[] = [];
  const add = (code: FaultCode, detail: string, ...steps: (string | number)[]) =>
    faults.push({ pointer: pointerTo(at, ...steps), code, detail });
  if (answer.value !== UNKNOWN && !answer.basis)
    add('basis-missing', 'say how the answer is known, or answer "unknown"', 'basis');
  if (today !== undefined && answer.answeredOn > today)
    add('dated-in-the-future', `lies after ${today}; give the date on which it was answered`, 'answeredOn');
  (evidence ? (answer.evidenceKeys ?? []) : []).forEach((key, index) => {
    if (!evidence?.has(key))
      add(
        'unknown-evidence',
        'no evidence has this key; add it first, or take the key out',
        'evidenceKeys',
        index,
      );
  });
  return faults;
}

/** The faults of a value: wrong form, an option that is not there, a number beyond its range. None for "unknown". */
export function valueFaults(value: AnswerValue, question: AskedQuestionFields, at = ''): Fault[] {
  if (value === UNKNOWN) return [];
  const place = pointerTo(at, 'value');
  switch (question.answerType) {
    case 'yes_no':
    case 'choice':
      return typeof value === 'string'
        ? optionFaults([[place, value]], question)
        : [wrongForm(place, question)];
    case 'choices':
      return Array.isArray(value) ? listFaults(value, question, place) : [wrongForm(place, question)];
    case 'number':
      return typeof value === 'number' ? rangeFaults(value, question, place) : [wrongForm(place, question)];
    case 'date':
      return isCalendarDate(value) ? [] : [wrongForm(place, question)];
    case 'text':
      return typeof value === 'string' ? [] : [wrongForm(place, question)];
  }
}

function wrongForm(pointer: string, { answerType }: AskedQuestionFields): Fault {
  return {
    pointer,
    code: 'wrong-answer-type',
    detail: `does not fit the question: ${IN_A_FEW_WORDS[answerType]}, or "${UNKNOWN}"`,
  };
}

function listFaults(values: readonly string[], question: AskedQuestionFields, place: string): Fault[] {
  if (values.length === 0) return [wrongForm(place, question)];
  const repeated = values.findIndex((value, index) => values.indexOf(value) !== index);
  if (repeated >= 0) {
    const detail = 'is there twice; name each option once';
    return [{ pointer: pointerTo(place, repeated), code: 'duplicate-option', detail }];
  }
  return optionFaults(
    values.map((value, index) => [pointerTo(place, index), value]),
    question,
  );
}

function optionFaults(
  values: readonly [pointer: string, value: string][],
  question: AskedQuestionFields,
): Fault[] {
  const options = optionsOf(question);
  return values
    .filter(([, value]) => !options.includes(value))
    .map(([pointer, value]) => {
      const meant = nearestWord(value, options);
      const choice = `must be one of: ${[...options, UNKNOWN].join(', ')}`;
      const detail = meant ? `${choice}; did you mean "${meant}"?` : choice;
      return { pointer, code: 'unknown-option', detail };
    });
}

/** The words that answer a question of options. */
export function optionsOf({ answerType, options }: AskedQuestionFields): readonly string[] {
  if (options && options.length > 0) return options.map(({ value }) => value);
  return answerType === 'yes_no' ? YES_NO_OPTIONS : [];
}

function rangeFaults(value: number, { number }: AskedQuestionFields, pointer: string): Fault[] {
  if (!number || (value >= number.minimum && value <= number.maximum)) return [];
  const detail = `must be from ${number.minimum} to ${number.maximum} ${number.unit}; or answer "${UNKNOWN}"`;
  return [{ pointer, code: 'number-out-of-range', detail }];
}
