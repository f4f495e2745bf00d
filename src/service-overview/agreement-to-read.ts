// Which of the agreements with a vendor a step about clauses leads to, and where its clauses are.
import {
  addressOfClause,
  addressOfClauses,
  addressOfPage,
  clausePages,
  type ClauseCatalog,
} from '../agreement-clauses/clause-pages';
import { coverageOfService, servicesEverNamed } from '../business-associate-agreements/agreement-coverage';
import { standingOn } from '../business-associate-agreements/state-on-date';
import type { CalendarDate } from '../common/calendar-date';
import type { AgreementWithId, FlowFactsRow } from '../flow-maps/flow-facts.query';
import type { MappedFlows } from '../flow-maps/flow-maps.service';
import type { ClausePlaces } from './where-done';

type Service = FlowFactsRow['services'][number];

/** The one in force that covers the tool; else one that names it, not yet signed before what has ended; else none. */
export function agreementToRead(
  agreements: readonly AgreementWithId[],
  service: Service,
  today: CalendarDate,
  expiringWithinDays: number,
): AgreementWithId | null {
  const ranked = agreements.flatMap((agreement) => {
    if (!servicesEverNamed(agreement).includes(service.key)) return [];
    const { state, terms } = standingOn(agreement, today, expiringWithinDays);
    if (terms) return [{ agreement, rank: coverageOfService(terms, service) === 'covered' ? 0 : 1 }];
    const hasEnded = state === 'lapsed' || state === 'terminated' || state === 'superseded';
    return [{ agreement, rank: hasEnded ? 3 : 2 }];
  });
  return ranked.sort((one, other) => one.rank - other.rank)[0]?.agreement ?? null;
}

/** @param here address of the tool. @returns null where no agreement names the tool */
export function clausePlaces(
  here: string,
  { facts: { agreements, services }, today }: Pick<MappedFlows, 'facts' | 'today'>,
  catalog: ClauseCatalog,
  expiringWithinDays: number,
): ClausePlaces | null {
  const [service] = services;
  const agreement = service && agreementToRead(agreements, service, today, expiringWithinDays);
  if (!agreement) return null;
  const all = addressOfClauses(here, agreement.id);
  const required = clausePages(catalog).find(({ group }) => group.status === 'required');
  return {
    all,
    required: required ? addressOfPage(all, required) : all,
    one: (provision) => ({
      label: `The clause “${catalog.provisions.find(({ id }) => id === provision)?.title ?? provision}”`,
      href: addressOfClause(all, catalog, provision),
    }),
  };
}
