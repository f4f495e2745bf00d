// Questions as a form shows them: what is asked and why, what may be chosen, and what was answered, typed or refused. Nothing is chosen beforehand:
// an answer of last time is told beside the question and has to be given anew.
import type { Constructor } from '../common/fields';
import type { Basis } from '../common/words';
import type { ShownFaults } from '../web/form-faults';
import {
  fieldViews,
  storedIn,
  type FieldView,
  type FieldWords,
  type OptionView,
  type Values,
} from '../web/form-view';
import { answerInWords, choicesOf, unitOf } from './answer-in-words';
import { BASIS_WORDS, DO_NOT_KNOW, PAGE_BASIS } from './answering-words';
import type { AnswerContentFields } from './records/answer.fields';
import type { AnswerValue } from './records/answer-value.field';
import type { AskedQuestionFields } from './records/asked-question.fields';
import { UNKNOWN } from './records/question-words';

export type GivenAnswer = AnswerContentFields & {
  value: AnswerValue;
  answeredOn: string;
  carriedFrom?: string | null;
};

/** A question with what is said beside it, and its answer where there is one. */
export type AskedOnPage = Pick<
  AskedQuestionFields,
  'id' | 'question' | 'answerType' | 'options' | 'number'
> & {
  help?: string | null;
  why?: string | null;
  goodAnswer?: string | null;
  evidenceExpected?: string | null;
  citation?: string | null;
  answer?: GivenAnswer | null;
};

export interface QuestionForm {
  name: string;
  question: string;
  kind: 'choice' | 'choices' | 'number' | 'date' | 'text';
  help: string;
  why: string;
  goodAnswer: string;
  evidenceExpected: string;
  citation: string;
  options: OptionView[];
  /** few words each: side by side */
  short: boolean;
  value: string;
  /** "days, from 0 to 3650" */
  unit: string;
  doNotKnow: { label: string; isChosen: boolean };
  fault: string;
  describedBy: string;
  /** the answer of an earlier questionnaire, in words */
  lastTime: string;
  lastTimeOn: string;
  details: FieldView[];
  hasDetails: boolean;
}

export interface DetailFields {
  type: Constructor;
  words: Readonly<Record<string, FieldWords>>;
  /** how every answer is known, where the page does not ask for it: what a vendor says is said */
  knownBy?: Basis;
}

const LONGEST_SHORT = 10;

export const nameOf = (question: string, field: string): string => `answers/${question}/${field}`;

export function questionForms(
  questions: readonly AskedOnPage[],
  details: DetailFields,
  values: Values,
  faults: ShownFaults,
): QuestionForm[] {
  return questions.map((question) => questionForm(question, details, values, faults));
}

function questionForm(
  asked: AskedOnPage,
  details: DetailFields,
  values: Values,
  faults: ShownFaults,
): QuestionForm {
  const { id, question, answerType, answer } = asked;
  const name = nameOf(id, 'value');
  const chosen = values(name);
  const fault = faults.of[name] ?? '';
  const fields = Object.values<FieldView>(
    fieldViews(details.type, details.words, values, faults, `answers/${id}/`),
  );
  const last = answer?.carriedFrom ? answer : null;
  const options = choicesOf(asked).map((choice) => ({
    ...choice,
    help: '',
    isChosen: chosen.includes(choice.value),
  }));
  return {
    ...{ name, question, fault, options },
    kind: answerType === 'yes_no' ? 'choice' : answerType,
    short: options.every(({ label }) => label.length <= LONGEST_SHORT),
    ...{ help: asked.help ?? '', why: asked.why ?? '', goodAnswer: asked.goodAnswer ?? '' },
    ...{ evidenceExpected: asked.evidenceExpected ?? '', citation: asked.citation ?? '' },
    value: chosen.find((value) => value !== UNKNOWN) ?? '',
    unit: rangeOf(asked),
    doNotKnow: { label: DO_NOT_KNOW, isChosen: chosen.includes(UNKNOWN) },
    describedBy: [asked.help && `${name}-help`, fault && `${name}-fault`].filter(Boolean).join(' '),
    lastTime: last ? answerInWords(last.value, asked) : '',
    lastTimeOn: last?.answeredOn ?? '',
    details: fields,
    hasDetails: fields.some(
      (field) => field.value !== '' || field.fault !== '' || field.options.some(({ isChosen }) => isChosen),
    ),
  };
}

function rangeOf(asked: AskedOnPage): string {
  if (!asked.number) return '';
  const { minimum, maximum } = asked.number;
  return `${unitOf(asked) || 'A number'}, from ${minimum} to ${maximum}`;
}

/** How the answers of the page are known, as a field of its own. */
export function basisField(values: Values, faults: ShownFaults): FieldView {
  const [chosen] = values('basis');
  const options = Object.entries(BASIS_WORDS).map(([value, label]) => ({
    value,
    label,
    help: '',
    isChosen: value === chosen,
  }));
  return {
    ...{ name: 'basis', ...PAGE_BASIS, kind: 'choice', required: true, value: chosen ?? '', options },
    ...{ fault: faults.of.basis ?? '', describedBy: '', autocomplete: '', inputmode: '', short: false },
  };
}

/** What each field is called in a summary of faults. */
export function labelsOfQuestions(
  questions: readonly AskedOnPage[],
  { words }: DetailFields,
): Record<string, string> {
  const labels: Record<string, string> = { basis: PAGE_BASIS.label };
  for (const { id, question } of questions) {
    labels[nameOf(id, 'value')] = question;
    for (const [field, { label }] of Object.entries(words))
      labels[nameOf(id, field)] = `${question} ${label}`;
  }
  return labels;
}

/** The stored answers as the form holds them. How they are known is said once where all of the page say the same. */
export function storedAnswers(questions: readonly AskedOnPage[]): Values {
  const given = new Map(
    questions.flatMap(({ id, answer }) => (answer && !answer.carriedFrom ? [[id, answer]] : [])),
  );
  const shared = sharedBasis([...given.values()]);
  return (name) => {
    if (name === 'basis') return shared ? [shared] : [];
    const [, question = '', field = ''] = name.split('/');
    const answer = given.get(question);
    if (!answer || (field === 'basis' && answer.basis === shared)) return [];
    return storedIn(answer)(field);
  };
}

function sharedBasis(answers: readonly GivenAnswer[]): string | null {
  const bases = new Set(answers.flatMap(({ value, basis }) => (value !== UNKNOWN && basis ? [basis] : [])));
  return bases.size === 1 ? ([...bases][0] ?? null) : null;
}

export interface StoredMeanwhile {
  label: string;
  stored: string;
}

/** The questions whose stored answer is another than the one typed: somebody answered on another device. */
export function storedMeanwhile(questions: readonly AskedOnPage[], typed: Values): StoredMeanwhile[] {
  return questions.flatMap((asked) => {
    const answer = asked.answer && !asked.answer.carriedFrom ? asked.answer : null;
    const stored = answer ? storedIn(answer)('value') : [];
    if (sorted(stored) === sorted(typed(nameOf(asked.id, 'value')))) return [];
    return [{ label: asked.question, stored: answer ? answerInWords(answer.value, asked) : 'no answer' }];
  });
}

const sorted = (values: readonly string[]): string => JSON.stringify([...values].sort());
