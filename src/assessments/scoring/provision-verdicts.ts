// What careful readers found on each provision, in the business associate agreements.
import type { ProvisionId, ProvisionVerdict } from '../../business-associate-agreements/agreement.fields';
import type { CalendarDate } from '../../common/calendar-date';
import { isInForceOn, later, type AgreementTerm } from './agreement-term';

export interface FoundVerdict {
  term: AgreementTerm;
  verdict: ProvisionVerdict;
}

export type VerdictsByProvision = ReadonlyMap<ProvisionId, readonly FoundVerdict[]>;

/** The part of a service's view that is asked here: every verdict, and the date on which they are looked at. */
interface VerdictsOnDate {
  readonly verdicts: VerdictsByProvision;
  readonly asOf: CalendarDate;
}

/** Every verdict in the business associate agreements given, in force or not, in the order given. */
export function verdictsByProvision(terms: readonly AgreementTerm[]): VerdictsByProvision {
  const found = new Map<ProvisionId, FoundVerdict[]>();
  for (const term of terms) {
    if (term.agreement.kind !== 'business_associate_agreement') continue;
    for (const { provision, verdict } of term.agreement.provisions ?? []) {
      const list = found.get(provision);
      if (list) list.push({ term, verdict });
      else found.set(provision, [{ term, verdict }]);
    }
  }
  return found;
}

/** Verdicts on a provision in the agreements in force on the date of the view. */
export function verdictsOn(
  { verdicts, asOf }: VerdictsOnDate,
  provision: ProvisionId,
): readonly FoundVerdict[] {
  return verdicts.get(provision)?.filter(({ term }) => isInForceOn(term, asOf)) ?? [];
}

/** The latest day by which an agreement that contradicted the provision had lapsed: the end of an exposure. */
export function contradictionEndedOn(
  { verdicts, asOf }: VerdictsOnDate,
  provision: ProvisionId,
): CalendarDate | null {
  let latest: CalendarDate | null = null;
  for (const { term, verdict } of verdicts.get(provision) ?? []) {
    const ended = verdict === 'contradicted' && term.start !== null ? term.lapse : null;
    if (ended !== null && ended <= asOf) latest = later(latest, ended);
  }
  return latest;
}
