// A form that was sent: taken, or shown again as it was typed, with what is wrong and under the status that the API would answer with.
import type { Type } from '@nestjs/common';
import type { Constructor } from '../common/fields';
import { DomainError } from '../common/problems/domain.error';
import { isProblemCode, PROBLEM_TYPES, type ProblemCode } from '../common/problems/problem-catalogue';
import { RecordValidation } from '../records/record-validation';
import { shownFaults, type ShownFaults } from './form-faults';
import type { FormBody } from '../common/http/form-body';
import { Page, type SeeOther } from './page';
import { faultsAsTyped, recordFromForm } from './record-from-form';

/** Refusals that are no fault of what was typed: the page of the problem tells them, or leads to signing in. */
const OF_THE_CALLER = new Set([
  'unauthenticated',
  'forbidden',
  'not-found',
  'second-factor-needed',
  'recent-sign-in-needed',
  'vendor-link-unusable',
  'internal-error',
]);

const CHANGED_MEANWHILE =
  'Somebody changed this while you were writing. Nothing you typed is lost: compare it with what is stored now, then save again.';

export interface FormAgain {
  view: string;
  title: string;
  /** @param code of the refusal: some ask for more than the faults, such as what is stored now or a confirmation */
  data: (faults: ShownFaults, code: ProblemCode) => object | Promise<object>;
  /** what each field is called, by its name in the form */
  labels: Readonly<Record<string, string>>;
  /** the form that was sent, where it has lists of records: a fault then leads to the row as it was typed */
  sent?: FormBody;
}

/**
 * @param work throws the DomainErrors of the service behind the form
 * @param again how the form is shown again
 */
export async function submitted(
  work: () => Promise<SeeOther | Page>,
  again: FormAgain,
): Promise<SeeOther | Page> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError) || OF_THE_CALLER.has(error.code) || !isProblemCode(error.code))
      throw error;
    const detail = error.code === 'stale-version' ? CHANGED_MEANWHILE : error.detail;
    const found = again.sent ? faultsAsTyped(again.sent, error.faults) : error.faults;
    const faults = shownFaults(found, detail, again.labels);
    const data = await again.data(faults, error.code);
    return new Page(again.view, again.title, data, PROBLEM_TYPES[error.code].status);
  }
}

/**
 * The form as the body that the API would have had, judged by the same rules.
 * @throws DomainError request-invalid, possible-phi
 */
export function bodyOf<T extends object>(
  type: Type<T> & Constructor,
  form: FormBody,
  beside: Record<string, unknown> = {},
): T {
  const body = { ...recordFromForm(type, form), ...beside };
  return new RecordValidation(type).transform(body, { type: 'body', metatype: type }) as T;
}
