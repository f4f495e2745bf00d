// Whether a flow needs an agreement and has one in force on the date of the assessment, told from the sealed facts alone.
import type { CalendarDate } from '../../common/calendar-date';
import type { DossierAgreement, DossierDataFlow } from '../../dossiers/dossier.document';

export type FlowCoverage =
  /** a vendor receives or sends the data and an agreement that covers the service is in force */
  | { state: 'covered'; agreement: DossierAgreement }
  /** a vendor receives or sends the data and no agreement that covers the service is in force */
  | { state: 'uncovered' }
  /** the vendor relies on a cited exception to business-associate status */
  | { state: 'exception'; citation: string | null }
  /** de-identified under 45 CFR 164.514(b), as the dossier states it */
  | { state: 'deidentified' }
  /** between clients and the practice: no vendor takes part */
  | { state: 'no_vendor' };

export function coverageOf(
  flow: DossierDataFlow,
  agreements: readonly DossierAgreement[],
  asOf: CalendarDate,
): FlowCoverage {
  const isWithVendor = [flow.from, flow.to].some(
    ({ party }) => party === 'service' || party === 'subcontractor',
  );
  if (!isWithVendor) return { state: 'no_vendor' };
  if (flow.recipientRole === 'exception')
    return { state: 'exception', citation: flow.exceptionCitation ?? null };
  const agreement = agreements.find((one) => one.services.includes(flow.service) && isInForce(one, asOf));
  if (agreement) return { state: 'covered', agreement };
  return flow.identifiability.startsWith('deidentified') ? { state: 'deidentified' } : { state: 'uncovered' };
}

/** A business associate agreement, signed, begun, not ended and not terminated on the date. */
function isInForce(agreement: DossierAgreement, asOf: CalendarDate): boolean {
  const { kind, signedOn, effectiveOn, endsOn, terminatedOn } = agreement;
  if (kind !== 'business_associate_agreement' || !signedOn || signedOn > asOf) return false;
  if (effectiveOn && effectiveOn > asOf) return false;
  if (endsOn && endsOn < asOf) return false;
  return !terminatedOn || terminatedOn > asOf;
}
