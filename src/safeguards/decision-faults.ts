// What a decision on an addressable specification must say: 45 CFR 164.306(d)(3)(ii)(B) has the practice write down why the specification is not reasonable
// and appropriate, and put an equivalent measure in its place where that is reasonable and appropriate.
import type { AddressableDecisionFields, SafeguardFields } from './safeguard.fields';
import type { Designation, KnownEntry } from './security-rule';

export type DecisionField = keyof AddressableDecisionFields;

export interface DecisionFault {
  readonly code: 'decision-not-expected' | 'decision-incomplete';
  /** field of the decision; null for the decision as a whole */
  readonly field: DecisionField | null;
  readonly detail: string;
}

const NOT_REASONABLE = 'is only for the outcome "not_reasonable"; change the outcome or take it out';
const ALTERNATIVE = 'is only for the outcome "alternative"; change the outcome or take it out';

const BINDING_WORDS: Readonly<Record<Exclude<Designation, 'addressable'>, string>> = {
  standard: 'a standard and has to be met',
  required: 'required',
  of_business_associate: 'for a business associate to meet',
};

/** @returns what is wrong with the decision of a record, by field; none where there is no decision */
export function decisionFaults(
  { status, decision }: Pick<SafeguardFields, 'status' | 'decision'>,
  { designation }: Pick<KnownEntry, 'designation'>,
): DecisionFault[] {
  if (!decision) return [];
  if (designation !== 'addressable') {
    const detail = `is only for an addressable specification; this entry is ${BINDING_WORDS[designation]}`;
    return [{ code: 'decision-not-expected', field: null, detail }];
  }
  if (status === 'in_place' || status === 'unknown') {
    const detail = `is only for what is not, or only partly, in place; the status is "${status}"`;
    return [{ code: 'decision-not-expected', field: null, detail }];
  }
  return decision.outcome === 'alternative' ? ofAlternative(decision) : ofNotReasonable(decision);
}

function ofAlternative(decision: AddressableDecisionFields): DecisionFault[] {
  return [
    ...missing(decision, 'alternative', 'say what equivalent measure is in place'),
    ...missing(decision, 'alternativeSince', 'say since when the equivalent measure is in place'),
    ...unexpected(decision, 'whyNoAlternative', NOT_REASONABLE),
  ];
}

function ofNotReasonable(decision: AddressableDecisionFields): DecisionFault[] {
  return [
    ...missing(
      decision,
      'whyNoAlternative',
      'say why no equivalent measure is reasonable and appropriate either',
    ),
    ...unexpected(decision, 'alternative', ALTERNATIVE),
    ...unexpected(decision, 'alternativeSince', ALTERNATIVE),
  ];
}

function missing(decision: AddressableDecisionFields, field: DecisionField, detail: string): DecisionFault[] {
  return decision[field] ? [] : [{ code: 'decision-incomplete', field, detail }];
}

function unexpected(
  decision: AddressableDecisionFields,
  field: DecisionField,
  detail: string,
): DecisionFault[] {
  return decision[field] ? [{ code: 'decision-not-expected', field, detail }] : [];
}
