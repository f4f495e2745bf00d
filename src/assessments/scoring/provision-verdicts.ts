// What careful readers found on each provision in the business associate agreements, amendments included.
import {
  heldSince,
  type Edition,
  type EffectiveVerdict,
} from '../../business-associate-agreements/agreement-editions';
import type { ProvisionId, ProvisionVerdict } from '../../business-associate-agreements/provision.fields';
import type { CalendarDate } from '../../common/calendar-date';
import { later, type AgreementInForce } from './agreement-term';

export interface FoundVerdict {
  term: AgreementInForce;
  verdict: ProvisionVerdict;
  /** since when the agreement has said so and covered what is looked at, without a break */
  since: CalendarDate;
}

interface AgreementsOnDate {
  readonly agreementsInForce: readonly AgreementInForce[];
}

interface Ended {
  readonly endedEditions: readonly Edition[];
}

/** Verdicts on a provision in the agreements in force that cover the service on the date of the view. */
export function verdictsOn(
  { agreementsInForce }: AgreementsOnDate,
  provision: ProvisionId,
): readonly FoundVerdict[] {
  return verdictsAmong(agreementsInForce, provision);
}

/** Verdicts on a provision in the agreements given; one that has not been read for it is left out. */
export function verdictsAmong(
  agreements: readonly AgreementInForce[],
  provision: ProvisionId,
): readonly FoundVerdict[] {
  const found: FoundVerdict[] = [];
  for (const term of agreements) {
    const read = term.edition.terms.verdicts.get(provision);
    if (read) found.push({ term, verdict: read.verdict, since: sinceOf(term, provision, read) });
  }
  return found;
}

/** The first agreement in force, by key, that another of its terms makes contradict the provision. */
export function contradictedBy(
  { agreementsInForce }: AgreementsOnDate,
  provision: ProvisionId,
): AgreementInForce | null {
  for (const term of agreementsInForce)
    if (term.edition.terms.verdicts.get(provision)?.verdict === 'contradicted') return term;
  return null;
}

/** The latest day by which an agreement stopped contradicting the provision, by an amendment or by lapsing: the end of an exposure. */
export function contradictionEndedOn(view: Ended, provision: ProvisionId): CalendarDate | null {
  return exposureEndedOn(
    view,
    (edition) => edition.terms.verdicts.get(provision)?.verdict === 'contradicted',
  );
}

/** The latest day, up to the date, by which an edition of a business associate agreement that exposes stopped to hold. */
export function exposureEndedOn(
  { endedEditions }: Ended,
  exposes: (edition: Edition) => boolean,
): CalendarDate | null {
  let latest: CalendarDate | null = null;
  for (const edition of endedEditions) if (exposes(edition)) latest = later(latest, edition.until);
  return latest;
}

function sinceOf(
  { start, editions, edition }: AgreementInForce,
  provision: ProvisionId,
  { verdict }: EffectiveVerdict,
): CalendarDate {
  if (editions[0] === edition) return edition.from > start ? edition.from : start; // most have one edition
  const since = heldSince(
    editions,
    edition,
    (before) => before.terms.verdicts.get(provision)?.verdict === verdict,
  );
  return since > start ? since : start;
}
