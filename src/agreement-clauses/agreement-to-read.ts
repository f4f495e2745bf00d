// Which of the agreements with a vendor a step about clauses leads to, and where its clauses are.
import {
  addressOfClause,
  addressOfClauses,
  addressOfPage,
  clausePages,
  type ClauseCatalog,
} from './clause-pages';
import { coverageOfService, servicesEverNamed } from '../business-associate-agreements/agreement-coverage';
import { standingOn } from '../business-associate-agreements/state-on-date';
import type { CalendarDate } from '../common/calendar-date';
import type { AgreementWithId, FlowFactsRow } from '../flow-maps/flow-facts.query';
import type { ProvisionId } from '../business-associate-agreements/provision.fields';

/** Where the agreement that counts for a tool is read clause by clause. */
export interface ClausePlaces {
  all: string;
  /** where the elements that the agreement must hold begin */
  required: string;
  one: (provision: ProvisionId) => { label: string; href: string };
}

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
  service: Service | undefined,
  agreements: readonly AgreementWithId[],
  today: CalendarDate,
  catalog: ClauseCatalog,
  expiringWithinDays: number,
): ClausePlaces | null {
  const ofVendor = agreements.filter(({ vendor }) => vendor === service?.vendor);
  const agreement = service && agreementToRead(ofVendor, service, today, expiringWithinDays);
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
