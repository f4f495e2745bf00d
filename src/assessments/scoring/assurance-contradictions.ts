// A report or certificate about another company than the one that signs: listed, and worth nothing until it is explained.
import type { Contradiction } from './service-result';
import type { ServiceView } from './service-view';

export function entitiesAgainstVendor({ reports, attestations, asOf }: ServiceView): Contradiction[] {
  const found: Contradiction[] = [];
  for (const { report, start, entity } of reports) {
    if (start > asOf || report.reportedParty === 'subservice_organization') continue;
    if (entity === 'another')
      found.push(contradiction(`SOC 2 report ${report.key}`, `entity-of-report-${report.key}`));
  }
  for (const { attestation, entity } of attestations) {
    if (attestation.issuedOn > asOf) continue;
    if (entity === 'another')
      found.push(contradiction(`attestation ${attestation.key}`, `entity-of-attestation-${attestation.key}`));
  }
  return found;
}

function contradiction(document: string, id: string): Contradiction {
  return {
    id,
    between: [`${document}, legal entity`, 'vendor, legal name'],
    because: 'It is about another legal entity than the vendor that signs; it counts for nothing.',
  };
}
