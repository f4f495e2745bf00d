// The day on which a practice has discovered an incident, from which its days run (45 CFR 164.404(a)(2)): the first on which it is known to anybody of the
// practice, would have been known with reasonable diligence, or is known to an agent.
import type { CalendarDate } from '../common/calendar-date';
import type { IncidentFields } from './incident.fields';

/** Why a day counts as that of discovery; of several on one day, the first in this order is told. */
export const DISCOVERY_GROUNDS = [
  'known',
  'told_by_vendor',
  'reasonable_diligence',
  'vendor_is_agent',
  'vendor_may_be_agent',
] as const;
export type DiscoveryGround = (typeof DISCOVERY_GROUNDS)[number];

export interface Discovery {
  readonly on: CalendarDate;
  readonly ground: DiscoveryGround;
}

type DiscoveryFacts = Pick<
  IncidentFields,
  'knownOn' | 'shouldHaveBeenKnownOn' | 'vendor' | 'vendorDiscoveredOn' | 'vendorToldOn' | 'vendorIsAgent'
>;

/** The earliest day that counts. What a vendor knew counts unless it is known to be no agent: a practice in doubt has the fewer days. */
export function discoveryOf(incident: DiscoveryFacts): Discovery {
  const { knownOn, shouldHaveBeenKnownOn, vendor, vendorDiscoveredOn, vendorToldOn, vendorIsAgent } =
    incident;
  let earliest: Discovery = { on: knownOn, ground: 'known' };
  const consider = (on: CalendarDate | null | undefined, ground: DiscoveryGround) => {
    if (on && on < earliest.on) earliest = { on, ground };
  };
  if (vendor) consider(vendorToldOn, 'told_by_vendor');
  consider(shouldHaveBeenKnownOn, 'reasonable_diligence');
  if (vendor && vendorIsAgent !== 'no')
    consider(vendorDiscoveredOn, vendorIsAgent === 'yes' ? 'vendor_is_agent' : 'vendor_may_be_agent');
  return earliest;
}
