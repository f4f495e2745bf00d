// Evidence speaks of a vendor and of services that are there, and its dates can be so.
import { eachOf, fault, type CoherenceRule } from './rule';

const evidenceLeadsSomewhere: CoherenceRule = ({ evidence, vendors, services }) => {
  const vendorOf = new Map(services.map(({ key, vendor }) => [key, vendor]));
  return eachOf(evidence, ({ vendor, services: named }, index) => [
    vendor &&
      !vendors.some(({ key }) => key === vendor) &&
      fault(
        'unknown-vendor',
        'no vendor has this key; add it or correct the key',
        'evidence',
        index,
        'vendor',
      ),
    ...named.map((service, position) => {
      const at = ['evidence', index, 'services', position] as const;
      const offeredBy = vendorOf.get(service);
      if (!offeredBy) {
        return fault('unknown-service', 'no service has this key; add it or correct the key', ...at);
      }
      if (!vendor || offeredBy === vendor) return null;
      const detail = `is a service of vendor "${offeredBy}", not of "${vendor}"; name only this vendor's services`;
      return fault('service-of-another-vendor', detail, ...at);
    }),
  ]);
};

const evidenceDatesInOrder: CoherenceRule = ({ evidence }, { asOf }) =>
  eachOf(evidence, ({ issuedOn, receivedOn, validUntil }, index) => [
    validUntil &&
      validUntil < issuedOn &&
      fault(
        'dates-reversed',
        'lies before issuedOn; correct one of the two',
        'evidence',
        index,
        'validUntil',
      ),
    receivedOn &&
      receivedOn < issuedOn &&
      fault(
        'dates-reversed',
        'lies before issuedOn; correct one of the two',
        'evidence',
        index,
        'receivedOn',
      ),
    asOf &&
      issuedOn > asOf &&
      fault(
        'dated-in-the-future',
        `lies after ${asOf}, the date of the assessment; correct it, or assess for a later date`,
        'evidence',
        index,
        'issuedOn',
      ),
  ]);

export const EVIDENCE_RULES: readonly CoherenceRule[] = [evidenceLeadsSomewhere, evidenceDatesInOrder];
