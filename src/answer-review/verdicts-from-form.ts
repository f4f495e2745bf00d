// What a page of the review that was sent says: the verdicts that are new or other than those stored. Pure.
import type { FormBody } from '../common/http/form-body';
import { DomainError, type Fault } from '../common/problems/domain.error';
import type { QuestionView } from '../questionnaires/questionnaire.dto';
import { REVIEW_VERDICTS, type ReviewVerdict } from '../questionnaires/records/answer.fields';
import { reasonName, verdictName } from './review.presenter';

export interface GivenVerdict {
  question: string;
  verdict: ReviewVerdict;
  reason: string | null;
}

/** @throws DomainError request-invalid for a note without a verdict, and where there is no verdict at all */
export function verdictsFromForm(form: FormBody, questions: readonly QuestionView[]): GivenVerdict[] {
  const faults: Fault[] = [];
  const given = questions.flatMap(({ id, answer }): GivenVerdict[] => {
    const verdict = REVIEW_VERDICTS.find((one) => one === form.text(verdictName(id)));
    const reason = form.text(reasonName(id)).trim() || null;
    if (!verdict) {
      const detail = 'accept the answer or question it, so that your note can be kept';
      if (reason) faults.push({ pointer: `/${verdictName(id)}`, code: 'invalid-field', detail });
      return [];
    }
    const stored = answer?.review;
    const isSame = stored?.verdict === verdict && (stored.reason ?? null) === reason;
    return isSame ? [] : [{ question: id, verdict, reason }];
  });
  if (faults.length > 0) throw new DomainError('request-invalid', 'A note has no verdict.', faults);
  if (given.length === 0) {
    throw new DomainError(
      'request-invalid',
      'Nothing was changed: give a verdict on at least one answer, or go back.',
    );
  }
  return given;
}

/** A refusal of the service with places by question in place of by index. */
export function byQuestionOnPage(error: unknown, verdicts: readonly GivenVerdict[]): never {
  if (!(error instanceof DomainError)) throw error;
  const faults = error.faults.map((fault): Fault => {
    const [, list, index = '', ...rest] = fault.pointer.split('/');
    const question = list === 'verdicts' ? verdicts[Number(index)]?.question : undefined;
    if (list === 'reviewer') return { ...fault, pointer: `/${[index, ...rest].join('/')}` };
    return question ? { ...fault, pointer: `/verdicts/${question}/${rest.join('/')}` } : fault;
  });
  throw new DomainError(error.code, error.detail, faults);
}
