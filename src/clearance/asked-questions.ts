// The questions of a request, each whole: what one of several leaves out comes from the top level, as AuthZEN has it.
import { pointerTo } from '../common/faults';
import { DomainError, type Fault } from '../common/problems/domain.error';
import type { ClearanceQuestion } from './clearance-facts';
import type { EvaluationPart, EvaluationRequest, EvaluationsRequest } from './evaluation.dto';

const PARTS = ['subject', 'action', 'resource', 'context'] as const;

/** @throws DomainError that points at every part which neither the question nor the top level has */
export function askedQuestions(request: EvaluationsRequest): EvaluationRequest[] {
  const several = request.evaluations ?? [];
  const faults: Fault[] = [];
  const whole =
    several.length === 0
      ? [wholeOf({}, request, '', faults)]
      : several.map((part, index) => wholeOf(part, request, `/evaluations/${index}`, faults));
  if (faults.length > 0)
    throw new DomainError('request-invalid', 'The request has fields that are wrong or missing.', faults);
  return whole;
}

function wholeOf(
  part: EvaluationPart,
  defaults: EvaluationPart,
  at: string,
  faults: Fault[],
): EvaluationRequest {
  const whole = Object.fromEntries(PARTS.map((name) => [name, part[name] ?? defaults[name] ?? null]));
  for (const name of PARTS) {
    if (whole[name] === null)
      faults.push({ pointer: pointerTo(at, name), code: 'missing-field', detail: 'is required' });
  }
  return whole as unknown as EvaluationRequest;
}

export function questionOf({ action, context }: EvaluationRequest): ClearanceQuestion {
  return {
    purpose: action.name,
    dataClasses: context.dataClasses,
    clientState: context.clientState,
    clinicianState: context.clinicianState ?? null,
    modality: context.modality ?? null,
  };
}
