// Consents in use on a date. Consent counts from the day it is asked, for everyone recorded and everyone audible.
import type { ConsentFields, ConsentKind } from '../../practice-measures/practice-measures.fields';
import type { ServiceView } from './service-view';

export type Consent = Readonly<ConsentFields>;

export function isComplete(consent: Consent): boolean {
  return consent.attestedForAllClients && consent.coversEveryoneAudible;
}

/** Consents of a kind that are asked on the date of the view. */
export function consentsInUse({ facts, asOf }: ServiceView, kind: ConsentKind): Consent[] {
  return (facts.practiceMeasures?.consents ?? []).filter(
    (consent) => consent.kind === kind && consent.since <= asOf,
  );
}

/** The most complete one, then a written one, then the one asked for longest. */
export function bestConsent(view: ServiceView, kind: ConsentKind): Consent | undefined {
  return consentsInUse(view, kind).sort(
    (first, second) =>
      Number(isComplete(second)) - Number(isComplete(first)) ||
      Number(second.written) - Number(first.written) ||
      compare(first.since, second.since) ||
      compare(first.formVersion, second.formVersion),
  )[0];
}

/** A consent of a kind that does what the rule asks; the one asked for longest. */
export function consentThat(
  view: ServiceView,
  kind: ConsentKind,
  fits: (consent: Consent) => boolean,
): Consent | undefined {
  return consentsInUse(view, kind)
    .filter(fits)
    .sort((first, second) => compare(first.since, second.since))[0];
}

function compare(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
