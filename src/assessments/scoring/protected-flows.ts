// Which flows carry protected health information to the vendor. Names and appointment times at a therapist are enough.
import { exceptionCitationOf } from '../../data-flows/exception-grounds';
import type { DataClass } from '../../data-flows/data-flow.fields';
import type { ServiceFacts } from './service-facts';

export type Flow = ServiceFacts['dataFlows'][number];

const VOICE: readonly DataClass[] = ['session_audio', 'session_video'];

/** True when one end of the flow is the vendor's service or a company behind it. */
export function involvesVendor(flow: Flow): boolean {
  return [flow.from.party, flow.to.party].some((party) => party === 'service' || party === 'subcontractor');
}

export function carries(flow: Flow, classes: readonly DataClass[]): boolean {
  return flow.dataClasses.some((dataClass) => classes.includes(dataClass));
}

export type DeidentificationFlaw = 'voice' | 'no_evidence';

/**
 * Why a claim of de-identification does not hold: a voice is never de-identified by safe harbor (45 CFR 164.514(b)(2)(i)(P)
 * names voice prints), and either method needs evidence. Null when it holds or none is claimed.
 */
export function deidentificationFlaw(flow: Flow): DeidentificationFlaw | null {
  if (!claimsDeidentified(flow)) return null;
  if (flow.identifiability === 'deidentified_safe_harbor' && carries(flow, VOICE)) return 'voice';
  return flow.deidentificationEvidence ? null : 'no_evidence';
}

/** True unless the data is de-identified by 45 CFR 164.514(b), with evidence. A limited data set is protected. */
export function isProtected(flow: Flow): boolean {
  return !claimsDeidentified(flow) || deidentificationFlaw(flow) !== null;
}

/** True unless an exception to business-associate status is relied on by citation; without one the vendor counts as a business associate. */
export function goesToBusinessAssociate(flow: Flow): boolean {
  return flow.recipientRole === 'business_associate' || !exceptionCitationOf(flow);
}

/** True when the flow is recorded as de-identified, whether or not the claim holds. */
export function claimsDeidentified(flow: Flow): boolean {
  return (
    flow.identifiability === 'deidentified_safe_harbor' ||
    flow.identifiability === 'deidentified_expert_determination'
  );
}
