// The agreements of one service over time: when each is in force, covers the service with the plan in use, and which flows of it.
import {
  coverageOfService,
  coveredFlows,
  servicesEverNamed,
  type ServiceInUse,
} from '../../business-associate-agreements/agreement-coverage';
import {
  editionOn,
  editionsOf,
  heldSince,
  type Edition,
} from '../../business-associate-agreements/agreement-editions';
import type { CalendarDate } from '../../common/calendar-date';
import type { ServiceFacts } from './service-facts';

export type Agreement = ServiceFacts['agreements'][number];

/** An agreement with the stretches of days on which it covers the service. */
export interface AgreementTerm {
  readonly agreement: Agreement;
  /** in force, naming the service, the plan in use among those covered; oldest first */
  readonly editions: readonly Edition[];
  /** in force, naming the service, limited to some plans while nobody recorded the plan in use: they cover nothing until it is known */
  readonly awaitingPlan: readonly Edition[];
}

/** An agreement on a date on which it covers the service. */
export interface AgreementInForce {
  readonly agreement: Agreement;
  readonly edition: Edition;
  /** since when it has covered the service, or the flow that is looked at, without a break */
  readonly start: CalendarDate;
  readonly editions: readonly Edition[];
}

export function termOf(agreement: Agreement, service: ServiceInUse): AgreementTerm {
  const editions: Edition[] = [];
  const awaitingPlan: Edition[] = [];
  // What never names the service is most of the list where a practice has many tools.
  if (!servicesEverNamed(agreement).includes(service.key)) return { agreement, editions, awaitingPlan };
  for (const edition of editionsOf(agreement)) {
    const coverage = coverageOfService(edition.terms, service);
    if (coverage === 'covered') editions.push(edition);
    if (coverage === 'plan_unknown') awaitingPlan.push(edition);
  }
  return { agreement, editions, awaitingPlan };
}

/** The agreement as it is in force and covers the service on a date; null when it does not. */
export function inForceOn(
  { agreement, editions }: AgreementTerm,
  date: CalendarDate,
): AgreementInForce | null {
  const edition = editionOn(editions, date);
  return edition && { agreement, edition, start: heldSince(editions, edition), editions };
}

/** Whether an agreement in force for the service covers one flow of it. */
export function coversFlow({ edition }: AgreementInForce, service: string, flow: string): boolean {
  return coveredFlows(edition.terms, service)?.includes(flow) ?? true;
}

/** The same agreement, as counting from the day since which it has covered the flow without a break. */
export function forFlow(inForce: AgreementInForce, service: string, flow: string): AgreementInForce {
  const covers = (edition: Edition) => coveredFlows(edition.terms, service)?.includes(flow) ?? true;
  return { ...inForce, start: heldSince(inForce.editions, inForce.edition, covers) };
}

/** The agreement that started first; they come in order of their keys, so a tie is settled by key. */
export function earliest(agreements: readonly AgreementInForce[]): AgreementInForce | undefined {
  let first: AgreementInForce | undefined;
  for (const agreement of agreements) if (!first || agreement.start < first.start) first = agreement;
  return first;
}

/** The later of two dates; null only when both are. */
export function later(first: CalendarDate | null, second: CalendarDate | null): CalendarDate | null {
  if (first === null || second === null) return first ?? second;
  return first > second ? first : second;
}
