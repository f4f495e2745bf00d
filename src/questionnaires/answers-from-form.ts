// What a page of questions that was sent changes. Each question says beside it what was stored when the page was shown: so an answer that nobody
// touched keeps its date, two people answer at a time without being in each other's way, and only where both changed the same answer are they asked. Pure.
import type { FormBody } from '../common/http/form-body';
import { DomainError, type Fault } from '../common/problems/domain.error';
import { recordFromForm } from '../web/record-from-form';
import { DO_NOT_KNOW } from './answering-words';
import { nameOf, type AskedOnPage, type DetailFields } from './question-form';
import type { AnswerValue } from './records/answer-value.field';
import { UNKNOWN } from './records/question-words';
import { digestOf, readDigests, storedDigest } from './stored-when-shown';

export interface AnswerOnPage {
  question: string;
  /** null to take the answer out */
  value: AnswerValue | null;
  basis: unknown;
  /** what else the form says of the answer, by name of the field */
  [detail: string]: unknown;
}

interface Read {
  asked: AskedOnPage;
  answer: AnswerOnPage;
  /** why no answer can be made of it */
  fault: string | null;
  /** somebody else changed it since the page was shown */
  isContested: boolean;
}

/** @throws DomainError answer-does-not-fit for what no answer can be made of, stale-version where somebody else changed the same answer */
export function answersFromForm(
  form: FormBody,
  questions: readonly AskedOnPage[],
  details: DetailFields,
): AnswerOnPage[] {
  const changed = changedIn(form, questions, details);
  const faults = changed.flatMap(({ asked, fault }): Fault[] =>
    fault ? [{ pointer: `/${nameOf(asked.id, 'value')}`, code: 'invalid-field', detail: fault }] : [],
  );
  if (faults.length > 0)
    throw new DomainError('answer-does-not-fit', 'An answer does not fit its question.', faults);
  if (changed.some(({ isContested }) => isContested))
    throw new DomainError('stale-version', 'Somebody else changed the same answer.');
  return changed.map(({ answer }) => answer);
}

/** What of a page can be kept while somebody still fills it in; the rest waits for the button. */
export function answersReadyIn(
  form: FormBody,
  questions: readonly AskedOnPage[],
  details: DetailFields,
): { ready: AnswerOnPage[]; waiting: number } {
  const changed = changedIn(form, questions, details);
  const ready = changed.filter(
    ({ answer, fault, isContested }) =>
      fault === null && !isContested && (answer.basis || answer.value === UNKNOWN || answer.value === null),
  );
  return { ready: ready.map(({ answer }) => answer), waiting: changed.length - ready.length };
}

function changedIn(form: FormBody, questions: readonly AskedOnPage[], details: DetailFields): Read[] {
  const shown = readDigests(form.text('shown'));
  return questions.flatMap((asked) => {
    const value = valueOf(form, asked);
    const said = recordFromForm(details.type, form, `answers/${asked.id}/`);
    const basis = details.knownBy ?? said.basis ?? (form.text('basis') || null);
    const answer = withBasis({ ...said, question: asked.id, value: value[0] ?? null, basis });
    const fault = faultOf(value, said);
    const [typed, stored] = [digestOf(answer, details), storedDigest(asked, details)];
    const before = shown.get(asked.id) ?? '';
    const isTouched = fault !== null || (typed !== stored && typed !== before);
    return isTouched ? [{ asked, fault, answer: kept(answer, asked), isContested: stored !== before }] : [];
  });
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

function withBasis(answer: AnswerOnPage): AnswerOnPage {
  const isKnown = answer.value !== UNKNOWN && answer.value !== null;
  return { ...answer, basis: isKnown ? answer.basis : null };
}

/** What the page does not show of an answer stays: the documents on file that show it. */
function kept(answer: AnswerOnPage, { answer: stored }: AskedOnPage): AnswerOnPage {
  const evidenceKeys = stored?.carriedFrom ? null : (stored?.evidenceKeys ?? null);
  return evidenceKeys ? { ...answer, evidenceKeys } : answer;
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
  const unlike = new Map(faults.map((fault) => [`${fault.pointer} ${fault.detail}`, fault]));
  return new DomainError(error.code, error.detail, [...unlike.values()]);
}
