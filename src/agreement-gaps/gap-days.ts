// Days on which protected data went to a business associate and no agreement in force covered it (45 CFR 164.502(e), 164.308(b)), and days
// on which Part 2 records went to one without the terms of a qualified service organization (42 CFR 2.11, 2.12(c)(4)).
// What was agreed is kept for six years (45 CFR 164.316(b)(2)(i), 164.530(j)), so that is how far back the question can be asked.
import { coversFlow, inForceOn, termOf, type AgreementTerm } from '../assessments/scoring/agreement-term';
import { holdsQsoaTerms } from '../assessments/scoring/agreements-on-date';
import {
  carries,
  goesToBusinessAssociate,
  involvesVendor,
  isProtected,
  type Flow,
} from '../assessments/scoring/protected-flows';
import type { Agreement } from '../assessments/scoring/agreement-term';
import type { ServiceInUse } from '../business-associate-agreements/agreement-coverage';
import { addDays, daysBetween, type CalendarDate } from '../common/calendar-date';

/** Days without a break on which the same flows were without an agreement; both ends included. */
export interface AgreementGap {
  from: CalendarDate;
  to: CalendarDate;
  days: number;
  /** keys of the flows, sorted */
  flows: string[];
}

export interface ServiceGaps {
  service: string;
  /** keys of the flows to a business associate, sorted */
  flows: string[];
  /** keys of those of them without a recorded first day: they count from the first day asked for */
  flowsOfUnknownStart: string[];
  /** days asked for on which at least one of the flows ran */
  days: number;
  /** of these, days on which every flow that ran was covered */
  coveredDays: number;
  /** of these, days on which at least one flow that ran was not */
  gapDays: number;
  gaps: AgreementGap[];
}

/** A kind of agreement that can be missing: which flows ask for it, and which agreements give it. */
export interface AskedAgreement {
  readonly asks: (flow: Flow) => boolean;
  readonly gives: (agreement: Agreement) => boolean;
}

export const BUSINESS_ASSOCIATE: AskedAgreement = {
  asks: (flow) => involvesVendor(flow) && isProtected(flow) && goesToBusinessAssociate(flow),
  gives: ({ kind }) => kind === 'business_associate_agreement',
};

export const QUALIFIED_SERVICE_ORGANIZATION: AskedAgreement = {
  asks: (flow) => BUSINESS_ASSOCIATE.asks(flow) && carries(flow, ['substance_use_records']),
  gives: holdsQsoaTerms,
};

/**
 * The gaps of one service in a range of dates, both ends included. Only flows that ask for such an agreement count, each from its
 * first day; the plan in use is taken to have been the same all along.
 *
 * @param agreements those with the service's vendor; those that do not give what is asked are passed over
 */
export function gapDays(
  service: ServiceInUse,
  agreements: readonly Agreement[],
  flows: readonly (Flow & { readonly since?: CalendarDate | null })[],
  from: CalendarDate,
  to: CalendarDate,
  { asks, gives }: AskedAgreement = BUSINESS_ASSOCIATE,
): ServiceGaps {
  const counted = flows.filter(asks).sort((first, second) => (first.key < second.key ? -1 : 1));
  const terms = agreements.filter(gives).map((agreement) => termOf(agreement, service));
  const found: ServiceGaps = {
    service: service.key,
    flows: counted.map(({ key }) => key),
    flowsOfUnknownStart: counted.filter(({ since }) => !since).map(({ key }) => key),
    days: 0,
    coveredDays: 0,
    gapDays: 0,
    gaps: [],
  };
  const starts = turningDays(counted, terms, from, to);
  starts.forEach((start, place) => {
    const end = place + 1 < starts.length ? addDays(starts[place + 1] as CalendarDate, -1) : to;
    const running = counted.filter(({ since }) => !since || since <= start);
    if (running.length > 0) countStretch(found, service, terms, running, start, end);
  });
  return found;
}

/** The first days of stretches on which nothing changes, `from` first. */
function turningDays(
  flows: readonly { since?: CalendarDate | null }[],
  terms: readonly AgreementTerm[],
  from: CalendarDate,
  to: CalendarDate,
): CalendarDate[] {
  const days = new Set<CalendarDate>([from]);
  const turn = (day: CalendarDate | null | undefined) => {
    if (day && day > from && day <= to) days.add(day);
  };
  for (const { since } of flows) turn(since);
  for (const { editions } of terms) {
    for (const edition of editions) {
      turn(edition.from);
      turn(edition.until);
    }
  }
  return [...days].sort();
}

function countStretch(
  found: ServiceGaps,
  service: ServiceInUse,
  terms: readonly AgreementTerm[],
  running: readonly { key: string }[],
  from: CalendarDate,
  to: CalendarDate,
): void {
  const days = daysBetween(from, to) + 1;
  const inForce = terms.flatMap((term) => inForceOn(term, from) ?? []);
  const flows = running
    .filter(({ key }) => !inForce.some((one) => coversFlow(one, service.key, key)))
    .map(({ key }) => key);
  found.days += days;
  if (flows.length === 0) {
    found.coveredDays += days;
    return;
  }
  found.gapDays += days;
  const last = found.gaps.at(-1);
  const goesOn = last && addDays(last.to, 1) === from && last.flows.join(' ') === flows.join(' ');
  if (!goesOn) {
    found.gaps.push({ from, to, days, flows });
    return;
  }
  last.to = to;
  last.days += days;
}
