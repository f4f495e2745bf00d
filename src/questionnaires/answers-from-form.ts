// What a page of questions that was sent changes: only what differs from what is stored, so that an answer that nobody touched keeps its date. Pure.
import type { FormBody } from '../common/http/form-body';
import { DomainError, type Fault } from '../common/problems/domain.error';
import { recordFromForm } from '../web/record-from-form';
import type { AnswerValue } from './records/answer-value.field';
import { UNKNOWN } from './records/question-words';
import { DO_NOT_KNOW } from './answering-words';
import { nameOf, type AskedOnPage, type DetailFields } from './question-form';

export interface AnswerOnPage {
  question: string;
  /** null to take the answer out */
  value: AnswerValue | null;
  basis: unknown;
  /** what else the form says of the answer, by name of the field */
  [detail: string]: unknown;
}

/** @throws DomainError answer-does-not-fit for what no answer can be made of, in the words of the page */
export function answersFromForm(
  form: FormBody,
  questions: readonly AskedOnPage[],
  details: DetailFields,
): AnswerOnPage[] {
  const faults: Fault[] = [];
  const changes = questions.flatMap((asked) => {
    const value = valueOf(form, asked);
    const said = recordFromForm(details.type, form, `answers/${asked.id}/`);
    const fault = faultOf(value, said);
    if (fault) {
      faults.push({ pointer: `/${nameOf(asked.id, 'value')}`, code: 'invalid-field', detail: fault });
      return [];
    }
    const answer = withBasis(form, {
      ...said,
      question: asked.id,
      value: value[0] ?? null,
      basis: said.basis,
    });
    return isAsStored(answer, asked) ? [] : [kept(answer, asked)];
  });
  if (faults.length > 0)
    throw new DomainError('answer-does-not-fit', 'An answer does not fit its question.', faults);
  return changes;
}

/** None, one, or two where somebody both answered and said that they don't know. */
function valueOf(form: FormBody, { id, answerType }: AskedOnPage): AnswerValue[] {
  const texts = form
    .all(nameOf(id, 'value'))
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const known = texts.filter((text) => text !== UNKNOWN);
  const unknown = texts.includes(UNKNOWN) ? [UNKNOWN] : [];
  if (known.length === 0) return unknown;
  if (answerType === 'choices') return [known, ...unknown];
  const [text = ''] = known;
  return [answerType === 'number' && /^-?\d+$/.test(text) ? Number(text) : text, ...unknown];
}

function faultOf(value: readonly AnswerValue[], said: Record<string, unknown>): string | null {
  if (value.length > 1) return `answer it, or choose “${DO_NOT_KNOW}”, not both`;
  const isSaid = Object.values(said).some((one) => one !== null && one !== undefined);
  return value.length === 0 && isSaid
    ? `choose an answer, or “${DO_NOT_KNOW}”, so that what you wrote about it can be kept`
    : null;
}

function withBasis(form: FormBody, answer: AnswerOnPage): AnswerOnPage {
  const basis =
    answer.value === UNKNOWN || answer.value === null ? null : (answer.basis ?? (form.text('basis') || null));
  return { ...answer, basis };
}

/** What the page does not show of an answer stays: the documents on file that show it. */
function kept(answer: AnswerOnPage, { answer: stored }: AskedOnPage): AnswerOnPage {
  const evidenceKeys = stored?.carriedFrom ? null : (stored?.evidenceKeys ?? null);
  return evidenceKeys ? { ...answer, evidenceKeys } : answer;
}

function isAsStored(
  { question: _question, ...answer }: AnswerOnPage,
  { answer: stored }: AskedOnPage,
): boolean {
  const given = stored && !stored.carriedFrom ? stored : null;
  if (answer.value === null) return given === null;
  if (given === null) return false;
  const before = given as unknown as Record<string, unknown>;
  return Object.entries(answer).every(([name, value]) => same(value, before[name]));
}

function same(left: unknown, right: unknown): boolean {
  const plain = (value: unknown): string =>
    JSON.stringify(Array.isArray(value) ? [...value].sort() : (value ?? null));
  return plain(left) === plain(right);
}

/**
 * A refusal in the words of the page: places by question instead of by index, and how an answer is known asked for once.
 * @param changes as they were sent
 */
export function inWordsOfThePage(
  error: unknown,
  changes: readonly Pick<AnswerOnPage, 'question'>[],
): unknown {
  if (!(error instanceof DomainError)) return error;
  const faults = error.faults.map((fault): Fault => {
    const [, , index = '', ...rest] = fault.pointer.split('/');
    const question = /^\d+$/.test(index) ? changes[Number(index)]?.question : undefined;
    if (!question) return fault;
    if (fault.code === 'basis-missing') {
      return {
        ...fault,
        pointer: '/basis',
        detail: 'say it once for the page, or beside an answer that differs',
      };
    }
    const detail = fault.detail.replaceAll('"unknown"', `“${DO_NOT_KNOW}”`);
    return { ...fault, pointer: ['', 'answers', question, ...rest].join('/'), detail };
  });
  const seen = new Set<string>();
  const each = faults.filter(
    ({ pointer, detail }) => !seen.has(pointer + detail) && seen.add(pointer + detail),
  );
  return new DomainError(error.code, error.detail, each);
}
