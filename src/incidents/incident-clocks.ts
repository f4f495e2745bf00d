// All of one incident on a day: when it was discovered, whether it is a breach, and how everything that it brings with it stands.
import type { CalendarDate } from '../common/calendar-date';
import type { CoveredEntity } from '../organizations/practice.fields';
import type { BreachNumbers } from './breach-notification-catalog';
import { breachStandingOf, type BreachStanding } from './breach-standing';
import { discoveryOf, type Discovery } from './discovery';
import { isLeft, type DutyStanding } from './duty-standing';
import type { IncidentFields } from './incident.fields';
import { practiceDuties } from './practice-duties';
import { vendorDuties } from './vendor-duties';
import type { AgreementOnRecord } from './vendor-term';

export interface IncidentClocks {
  readonly discovery: Discovery;
  readonly standing: BreachStanding;
  /** what the practice owes, in the order of the catalog, states by name */
  readonly practice: readonly DutyStanding[];
  /** what the vendor owes the practice */
  readonly vendor: readonly DutyStanding[];
}

export interface AroundIncident {
  readonly coveredEntity: CoveredEntity;
  readonly agreements: readonly AgreementOnRecord[];
  readonly numbers: BreachNumbers;
  /** in the practice's time zone */
  readonly today: CalendarDate;
}

export function incidentClocks(incident: IncidentFields, around: AroundIncident): IncidentClocks {
  const { coveredEntity, agreements, numbers, today } = around;
  const discovery = discoveryOf(incident);
  const standing = breachStandingOf(incident);
  const onDay = { incident, coveredEntity, standing, discoveredOn: discovery.on, today, numbers };
  return {
    discovery,
    standing,
    practice: practiceDuties(onDay),
    vendor: vendorDuties(onDay, agreements),
  };
}

/** What the practice itself still owes. A vendor that is late stays late: nothing of it keeps an incident open. */
export function leftToDo({ practice }: IncidentClocks): DutyStanding[] {
  return practice.filter(isLeft);
}
