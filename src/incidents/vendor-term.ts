// The time within which an agreement in force makes a vendor tell of what happened. Agreements name hours; an incident has days: a begun day counts as a
// whole one.
import { editionOn, editionsOf } from '../business-associate-agreements/agreement-editions';
import type { AgreementFields } from '../business-associate-agreements/agreement.fields';
import { addDays, type CalendarDate } from '../common/calendar-date';

export interface AgreementOnRecord extends AgreementFields {
  readonly key: string;
  readonly vendor: string;
}

export interface VendorTerm {
  /** key of the agreement that names it */
  readonly agreement: string;
  readonly hours: number;
}

/**
 * The shortest time that an agreement with the vendor names for such an incident, amendments included; null where none in force on the day names one.
 * @param about a breach is a security incident too: of both times the shorter holds
 */
export function vendorTermOn(
  agreements: readonly AgreementOnRecord[],
  about: { vendor: string; services: readonly string[]; isBreach: boolean },
  date: CalendarDate,
): VendorTerm | null {
  const terms = agreements
    .filter(({ vendor }) => vendor === about.vendor)
    .flatMap((agreement) => {
      const named = editionOn(editionsOf(agreement), date)?.terms;
      if (!named) return [];
      const concerns =
        about.services.length === 0 || named.services.some((service) => about.services.includes(service));
      if (!concerns) return [];
      const { securityIncidentHours } = named.noticePeriods;
      return [securityIncidentHours, about.isBreach ? named.breachNoticeHours : null].flatMap((hours) =>
        hours === null || hours === undefined ? [] : [{ agreement: agreement.key, hours }],
      );
    });
  return terms.sort(byHours)[0] ?? null;
}

/** Last day on which the vendor is in time. */
export function vendorTermEnds(discoveredOn: CalendarDate, { hours }: VendorTerm): CalendarDate {
  return addDays(discoveredOn, Math.ceil(hours / 24));
}

function byHours(first: VendorTerm, second: VendorTerm): number {
  return first.hours - second.hours || (first.agreement < second.agreement ? -1 : 1);
}
