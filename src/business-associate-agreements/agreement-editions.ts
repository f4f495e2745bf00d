// What an agreement says and when it is in force: its own terms, then each amendment from the day on which it is signed and
// effective. Written assurances count from the last signature, never backwards (45 CFR 164.504(e), 164.308(b)(3)).
import { nextDay, type CalendarDate } from '../common/calendar-date';
import type { AgreementFields } from './agreement.fields';
import type { AmendmentFields } from './amendment.fields';
import type { CoverageLimitFields } from './coverage-limit.fields';
import type { NoticePeriodFields } from './notice-period.fields';
import type { ProvisionId, ProvisionVerdict } from './provision.fields';

export interface EffectiveVerdict {
  readonly verdict: ProvisionVerdict;
  readonly reference: string | null;
  /** first day on which the verdict holds: the start of the agreement, or of the amendment that changed it */
  readonly since: CalendarDate;
}

/** The terms that hold together. */
export interface AgreementTerms {
  readonly services: readonly string[];
  /** by service; a service that is not here is covered whole */
  readonly coverageLimits: ReadonlyMap<string, CoverageLimitFields>;
  readonly endsOn: CalendarDate | null;
  readonly breachNoticeHours: number | null;
  readonly noticePeriods: NoticePeriodFields;
  readonly verdicts: ReadonlyMap<ProvisionId, EffectiveVerdict>;
  /** keys of the amendments in them, in the order in which they count */
  readonly amendments: readonly string[];
}

/** A stretch of days on which an agreement is in force with the same terms: from `from` until the day before `until`. */
export interface Edition {
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
  readonly terms: AgreementTerms;
}

/** First day on which signed terms count: the later of signature and effect. Null while unsigned. */
export function startOf({
  signedOn,
  effectiveOn,
}: Pick<AgreementFields, 'signedOn' | 'effectiveOn'>): CalendarDate | null {
  if (!signedOn) return null;
  return effectiveOn && effectiveOn > signedOn ? effectiveOn : signedOn;
}

/** First day on which a party's act ended it: termination or another agreement in its place. */
export function endedByActOn({
  terminatedOn,
  supersededOn,
}: Pick<AgreementFields, 'terminatedOn' | 'supersededOn'>): CalendarDate | null {
  return sooner(terminatedOn ?? null, supersededOn ?? null);
}

/**
 * The editions of an agreement, oldest first and without overlap; none while it is unsigned. Days between two editions are days on
 * which it had lapsed. One that renews by itself does not lapse at the end of a term.
 */
export function editionsOf(agreement: AgreementFields): Edition[] {
  const start = startOf(agreement);
  if (start === null) return [];
  const ended = endedByActOn(agreement);
  const editions: Edition[] = [];
  let from = start;
  let terms = termsAtSigning(agreement, start);
  const close = (next: CalendarDate | null) => {
    const lapse = !agreement.autoRenews && terms.endsOn ? nextDay(terms.endsOn) : null;
    const until = sooner(sooner(next, ended), lapse);
    if (until === null || from < until) editions.push({ from, until, terms });
  };
  for (const { amendment, counts } of amendmentsInOrder(agreement)) {
    if (counts > from) {
      close(counts);
      from = counts;
    }
    terms = amended(terms, amendment, from);
  }
  close(null);
  return editions;
}

/** The edition in force on a date. */
export function editionOn(editions: readonly Edition[], date: CalendarDate): Edition | null {
  return editions.find(({ from, until }) => from <= date && (until === null || date < until)) ?? null;
}

/**
 * Since when, without a break, editions have held what `holds` asks; asked of an edition that does hold it. Without `holds`: since when
 * the agreement has been in force.
 */
export function heldSince(
  editions: readonly Edition[],
  edition: Edition,
  holds: (before: Edition) => boolean = () => true,
): CalendarDate {
  let since = edition.from;
  for (let place = editions.indexOf(edition) - 1; place >= 0; place -= 1) {
    const before = editions[place] as Edition;
    if (before.until !== since || !holds(before)) break;
    since = before.from;
  }
  return since;
}

/** Signed amendments with the day from which each counts, in that order; of one day, by key. */
export function amendmentsInOrder({
  amendments,
}: Pick<AgreementFields, 'amendments'>): { amendment: AmendmentFields; counts: CalendarDate }[] {
  return (amendments ?? [])
    .flatMap((amendment) => {
      const counts = startOf(amendment);
      return counts === null ? [] : [{ amendment, counts }];
    })
    .sort((first, second) =>
      first.counts === second.counts
        ? byText(first.amendment.key, second.amendment.key)
        : byText(first.counts, second.counts),
    );
}

function termsAtSigning(agreement: AgreementFields, start: CalendarDate): AgreementTerms {
  return {
    services: agreement.services,
    coverageLimits: new Map((agreement.coverageLimits ?? []).map((limit) => [limit.service, limit])),
    endsOn: agreement.endsOn ?? null,
    breachNoticeHours: agreement.breachNoticeHours ?? null,
    noticePeriods: agreement.noticePeriods ?? {},
    verdicts: verdictsAtSigning(agreement, start),
    amendments: [],
  };
}

function verdictsAtSigning({ provisions }: AgreementFields, since: CalendarDate): AgreementTerms['verdicts'] {
  const verdicts = new Map<ProvisionId, EffectiveVerdict>();
  for (const { provision, verdict, reference } of provisions ?? [])
    verdicts.set(provision, { verdict, reference: reference ?? null, since });
  return verdicts;
}

function amended(terms: AgreementTerms, amendment: AmendmentFields, from: CalendarDate): AgreementTerms {
  const { addsServices, removesServices, coverageLimits, noticePeriods, provisions } = amendment;
  const kept = terms.services.filter((service) => !removesServices?.includes(service));
  const added = (addsServices ?? []).filter((service) => !kept.includes(service));
  return {
    services: addsServices || removesServices ? [...kept, ...added] : terms.services,
    coverageLimits: coverageLimits
      ? new Map([...terms.coverageLimits, ...coverageLimits.map((limit) => [limit.service, limit] as const)])
      : terms.coverageLimits,
    endsOn: amendment.endsOn ?? terms.endsOn,
    breachNoticeHours: amendment.breachNoticeHours ?? terms.breachNoticeHours,
    noticePeriods: noticePeriods ? { ...terms.noticePeriods, ...stated(noticePeriods) } : terms.noticePeriods,
    verdicts: provisions
      ? new Map([
          ...terms.verdicts,
          ...provisions.map(({ provision, verdict, reference }) => {
            const before = terms.verdicts.get(provision);
            const since = before?.verdict === verdict ? before.since : from;
            return [provision, { verdict, reference: reference ?? null, since }] as const;
          }),
        ])
      : terms.verdicts,
    amendments: [...terms.amendments, amendment.key],
  };
}

function stated(periods: NoticePeriodFields): NoticePeriodFields {
  return Object.fromEntries(Object.entries(periods).filter(([, value]) => value !== null));
}

function sooner(first: CalendarDate | null, second: CalendarDate | null): CalendarDate | null {
  if (first === null || second === null) return first ?? second;
  return first < second ? first : second;
}

function byText(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
