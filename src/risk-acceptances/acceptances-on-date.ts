// All acceptances of a practice on a day, each against the risk that it is about.
import type { CalendarDate } from '../common/calendar-date';
import { acceptanceStanding, type AcceptanceStanding } from './acceptance-standing';
import { ratedRisk, type RatedRisk, type RatedSubject } from './rated-risk';
import type { RiskAcceptanceFields } from './risk-acceptance.fields';

export type KeyedAcceptance = RiskAcceptanceFields & { key: string };

export interface StandingAcceptance<T extends KeyedAcceptance = KeyedAcceptance> {
  acceptance: T;
  standing: AcceptanceStanding;
  risk: RatedRisk | null;
}

/** @param subjectOf the result of a service by its key, or of the practice for null; null where there is none */
export function acceptancesOnDate<T extends KeyedAcceptance>(
  acceptances: readonly T[],
  subjectOf: (service: string | null) => RatedSubject | null,
  today: CalendarDate,
): StandingAcceptance<T>[] {
  const renewed = new Set(
    acceptances.filter(({ acceptedOn }) => acceptedOn <= today).map(({ renews }) => renews ?? ''),
  );
  return acceptances.map((acceptance) => {
    const risk = ratedRisk(subjectOf(acceptance.service ?? null), acceptance.threat);
    const standing = acceptanceStanding(acceptance, risk, today, renewed.has(acceptance.key));
    return { acceptance, standing, risk };
  });
}

/** The one that holds of a risk, or would but for what changed; null when nobody bears it. */
export function acceptanceBeside<T extends KeyedAcceptance>(
  standing: readonly StandingAcceptance<T>[],
  service: string | null,
  threat: string,
): StandingAcceptance<T> | null {
  return (
    standing.find(
      ({ acceptance, standing: { state } }) =>
        (acceptance.service ?? null) === service &&
        acceptance.threat === threat &&
        (state === 'in_force' || state === 'stale'),
    ) ?? null
  );
}

type Renewable = Pick<RiskAcceptanceFields, 'acceptedOn' | 'renews'> & { key: string };

/** The last acceptance of the chain of renewals that begins with this one: it bears the risk in its place. Null for a key that there is not. */
export function lastRenewalOf<T extends Renewable>(
  key: string,
  acceptances: readonly T[],
  today: CalendarDate,
): T | null {
  const seen = new Set<string>();
  let last = acceptances.find((one) => one.key === key) ?? null;
  while (last && !seen.has(last.key)) {
    const { key: renewed } = last;
    seen.add(renewed);
    last = acceptances.find(({ renews, acceptedOn }) => renews === renewed && acceptedOn <= today) ?? last;
  }
  return last;
}

/** Keys of the acceptances by which something may be settled: those in force, and those that one of them renews. One that was ended settles nothing any more. */
export function keysThatSettle(standing: readonly StandingAcceptance[], today: CalendarDate): Set<string> {
  const stateOf = new Map(standing.map((one) => [one.acceptance.key, one.standing.state]));
  const acceptances = standing.map(({ acceptance }) => acceptance);
  return new Set(
    acceptances
      .map(({ key }) => key)
      .filter((key) => {
        const last = lastRenewalOf(key, acceptances, today);
        return stateOf.get(key) !== 'ended' && last !== null && stateOf.get(last.key) === 'in_force';
      }),
  );
}
