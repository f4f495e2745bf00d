// What a vendor owes the practice when it discovers an incident: the notice of 45 CFR 164.410, and the time that the agreement in force names.
import type { DutyStanding } from './duty-standing';
import { notDue, owed } from './duty-standing';
import { noticeDueBy } from './notice-deadlines';
import { freeOfNotices, type IncidentOnDay } from './practice-duties';
import { vendorTermEnds, vendorTermOn, type AgreementOnRecord } from './vendor-term';

/** None where no vendor is named. The days run from the vendor's own discovery; until it says when that was, nothing can be called late. */
export function vendorDuties(on: IncidentOnDay, agreements: readonly AgreementOnRecord[]): DutyStanding[] {
  return on.incident.vendor ? [byLaw(on), byAgreement(on, on.incident.vendor, agreements)] : [];
}

function byLaw({
  incident,
  coveredEntity,
  standing,
  discoveredOn,
  today,
  numbers,
}: IncidentOnDay): DutyStanding {
  const duty = 'vendor_law';
  const free = freeOfNotices(coveredEntity, standing);
  if (free) return notDue(duty, free);
  const from = incident.vendorDiscoveredOn ?? null;
  return owed(
    {
      ...{ duty, since: from ?? discoveredOn, doneOn: incident.vendorToldOn },
      reason: from === null ? 'vendor_discovery_unknown' : reasonOfBreach(standing.verdict),
      dueOn: from && noticeDueBy(from, numbers),
    },
    today,
  );
}

function byAgreement(
  { incident, standing, discoveredOn, today }: IncidentOnDay,
  vendor: string,
  agreements: readonly AgreementOnRecord[],
): DutyStanding {
  const duty = 'vendor_agreement';
  const from = incident.vendorDiscoveredOn ?? null;
  const { services } = incident;
  const onDay = from ?? incident.happenedOn ?? discoveredOn;
  const term = vendorTermOn(agreements, { vendor, services, isBreach: standing.isBreach }, onDay);
  if (!term) return notDue(duty, 'no_term_in_force');
  return owed(
    {
      ...{ duty, since: from ?? discoveredOn, doneOn: incident.vendorToldOn, term },
      reason: from === null ? 'vendor_discovery_unknown' : 'agreement_term',
      dueOn: from && vendorTermEnds(from, term),
    },
    today,
  );
}

function reasonOfBreach(verdict: string): 'breach' | 'presumed_breach' {
  return verdict === 'breach' ? 'breach' : 'presumed_breach';
}
