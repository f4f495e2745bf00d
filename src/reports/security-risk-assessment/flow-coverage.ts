// Whether a flow needs an agreement and has one in force on the date of the assessment: by the engine's own rules, from the
// sealed facts alone.
import { exceptionCitationOf } from '../../data-flows/exception-grounds';
import { coversFlow, inForceOn, termOf } from '../../assessments/scoring/agreement-term';
import {
  goesToBusinessAssociate,
  involvesVendor,
  isProtected,
} from '../../assessments/scoring/protected-flows';
import type { ServiceInUse } from '../../business-associate-agreements/agreement-coverage';
import type { CalendarDate } from '../../common/calendar-date';
import type { DossierAgreement, DossierDataFlow } from '../../dossiers/dossier.document';

export type FlowCoverage =
  /** a vendor receives or sends the data and an agreement that covers it is in force */
  | { state: 'covered'; agreement: DossierAgreement }
  /** a vendor receives or sends the data and no agreement in force covers the flow and the plan in use */
  | { state: 'uncovered' }
  /** the vendor relies on a cited exception to business-associate status */
  | { state: 'exception'; citation: string | null }
  /** de-identified under 45 CFR 164.514(b), with evidence */
  | { state: 'deidentified' }
  /** between clients and the practice: no vendor takes part */
  | { state: 'no_vendor' };

export function coverageOf(
  flow: DossierDataFlow,
  agreements: readonly DossierAgreement[],
  asOf: CalendarDate,
  service: ServiceInUse,
): FlowCoverage {
  if (!involvesVendor(flow)) return { state: 'no_vendor' };
  if (!isProtected(flow)) return { state: 'deidentified' };
  if (!goesToBusinessAssociate(flow)) return { state: 'exception', citation: exceptionCitationOf(flow) };
  const agreement = agreements.find((one) => {
    if (one.kind !== 'business_associate_agreement') return false;
    const inForce = inForceOn(termOf(one, service), asOf);
    return inForce !== null && coversFlow(inForce, service.key, flow.key);
  });
  return agreement ? { state: 'covered', agreement } : { state: 'uncovered' };
}
