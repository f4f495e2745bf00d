// Which agreements cover a service on a date, and which of its flows are left without one.
import { coveredFlows } from '../../business-associate-agreements/agreement-coverage';
import { editionOn, type Edition } from '../../business-associate-agreements/agreement-editions';
import type { CalendarDate } from '../../common/calendar-date';
import { coversFlow, forFlow, inForceOn, type AgreementInForce, type AgreementTerm } from './agreement-term';
import { goesToBusinessAssociate, type Flow } from './protected-flows';

export interface AgreementsOnDate {
  /** business associate agreements in force that cover the service, by key */
  readonly agreementsInForce: readonly AgreementInForce[];
  /** those in force that hold the terms of a qualified service organization and cover the service, by key */
  readonly qsoasInForce: readonly AgreementInForce[];
  /**
   * For each flow to a business associate, the agreements that cover it; flows covered alike share a group. What is asked of an
   * agreement is asked of each group, and the group that answers worst counts: another flow never betters an answer.
   */
  readonly coverGroups: readonly (readonly AgreementInForce[])[];
  /** keys of the flows to a business associate that no agreement in force covers */
  readonly uncoveredFlows: readonly string[];
  /** what business associate agreements said of the service until the date or before it: where an exposure may have ended */
  readonly endedEditions: readonly Edition[];
  /** keys of agreements that would cover the service if the plan in use were among those that they name: it is not recorded */
  readonly awaitingPlan: readonly string[];
}

interface Ground {
  readonly facts: { readonly service: { readonly key: string } };
  readonly terms: readonly AgreementTerm[];
  readonly protectedFlows: readonly Flow[];
}

export function agreementsOn(ground: Ground, date: CalendarDate): AgreementsOnDate {
  const agreementsInForce: AgreementInForce[] = [];
  const qsoasInForce: AgreementInForce[] = [];
  const awaitingPlan: string[] = [];
  const endedEditions: Edition[] = [];
  for (const term of ground.terms) {
    const inForce = inForceOn(term, date);
    const isQsoa = holdsQsoaTerms(term.agreement);
    if (inForce && isQsoa) qsoasInForce.push(inForce);
    if (term.agreement.kind !== 'business_associate_agreement') continue;
    for (const edition of term.editions)
      if (edition.until !== null && edition.until <= date) endedEditions.push(edition);
    if (inForce) agreementsInForce.push(inForce);
    else if (editionOn(term.awaitingPlan, date)) awaitingPlan.push(term.agreement.key);
  }
  const { coverGroups, uncoveredFlows } = groupsOf(ground, agreementsInForce);
  return { agreementsInForce, qsoasInForce, awaitingPlan, endedEditions, coverGroups, uncoveredFlows };
}

/** Groups the flows to a business associate by the agreements that cover them. Without limits, the common case, there is one group. */
function groupsOf(
  { facts, protectedFlows }: Ground,
  agreements: readonly AgreementInForce[],
): Pick<AgreementsOnDate, 'coverGroups' | 'uncoveredFlows'> {
  const service = facts.service.key;
  const limited = agreements.some(({ edition }) => coveredFlows(edition.terms, service) !== null);
  const flows = protectedFlows.filter(goesToBusinessAssociate).map(({ key }) => key);
  if (agreements.length === 0) return { coverGroups: [], uncoveredFlows: flows };
  if (!limited || flows.length === 0) return { coverGroups: [agreements], uncoveredFlows: [] };
  const coverGroups: (readonly AgreementInForce[])[] = [];
  const uncoveredFlows: string[] = [];
  for (const flow of flows) {
    const group = agreements.filter((one) => coversFlow(one, service, flow));
    if (group.length === 0) uncoveredFlows.push(flow);
    else coverGroups.push(group.map((one) => forFlow(one, service, flow)));
  }
  return { coverGroups, uncoveredFlows };
}

/** The agreements that cover one flow, among those given. */
export function coveringFlow(
  agreements: readonly AgreementInForce[],
  service: string,
  flow: string,
): readonly AgreementInForce[] {
  return agreements.filter((one) => coversFlow(one, service, flow)).map((one) => forFlow(one, service, flow));
}

/** 42 CFR 2.11: the terms may stand in an agreement of their own, or in the business associate agreement. */
export function holdsQsoaTerms({ kind, includesQsoaTerms }: AgreementTerm['agreement']): boolean {
  return kind === 'qualified_service_organization_agreement' || includesQsoaTerms === true;
}
