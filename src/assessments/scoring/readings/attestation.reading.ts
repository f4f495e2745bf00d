// What attestations other than SOC 2 reports show on some criteria: of those of the kinds asked, the best that is in force. How much
// each kind is worth stands in catalogs/attestations.yaml.
import type { AttestationKind } from '../../../attestations/attestation.fields';
import { addMonths } from '../../../common/calendar-date';
import { lastReviewedOn, type AttestationTerm } from '../attestation-term';
import { isSameOrPart } from '../criteria';
import { monthsBetween } from '../evidence-age';
import type { MetCode } from '../scoring-model';
import type { ServiceView } from '../service-view';
import { notMet, unknown, type Reading } from './reading';

export interface AttestationQuestion {
  kinds: readonly AttestationKind[];
  criteria: readonly string[];
}

export function readAttestation(view: ServiceView, question: AttestationQuestion): Reading {
  const issued = view.attestations.filter(
    ({ attestation }) => question.kinds.includes(attestation.kind) && attestation.issuedOn <= view.asOf,
  );
  if (issued.length === 0) return unknown('attestations', 'No such attestation on the tool is recorded.');
  let best: Reading | null = null;
  let bestRank = -1;
  for (const term of issued) {
    const reading = readOne(view, term, issued, question);
    const rank = rankOf(view, reading);
    if (rank > bestRank) [best, bestRank] = [reading, rank];
  }
  return best as Reading;
}

function readOne(
  view: ServiceView,
  term: AttestationTerm,
  issued: readonly AttestationTerm[],
  { criteria }: AttestationQuestion,
): Reading {
  const { attestation, definition, ends, earnsNothing, basis } = term;
  const source = `attestation ${attestation.key}`;
  if (ends && ends <= view.asOf) return unknown(source, `${definition.name}: no longer valid since ${ends}.`);
  if (earnsNothing)
    return earnsNothing.known ? notMet(source, earnsNothing.because) : unknown(source, earnsNothing.because);
  const grave = issued.find(
    (other) =>
      other.hasGraveFindings &&
      other.attestation.kind === attestation.kind &&
      other.attestation.issuedOn >= attestation.issuedOn,
  );
  if (grave) return notMet(source, `Findings of ${grave.attestation.key} of high severity are open.`);
  const met = metOn(term, criteria);
  if (met === 'not_met')
    return notMet(source, `${definition.name} does not speak to ${criteria.join(', ')}.`);
  const reviewedOn = lastReviewedOn(term, view.asOf);
  const { surveillanceMonths } = definition;
  const isAgeing = surveillanceMonths !== null && view.asOf > addMonths(reviewedOn, surveillanceMonths);
  return {
    met,
    basis,
    freshness: isAgeing ? 'ageing' : 'current',
    ageMonths: monthsBetween(reviewedOn, view.asOf),
    known: true,
    countsFrom: reviewedOn,
    source,
    because: `${definition.name} of ${attestation.issuedOn}${basis === 'stated' ? ', as the vendor states' : ''}.`,
  };
}

/** The worst of the criteria asked: what it does not speak to, it does not show. */
function metOn({ definition: { earns } }: AttestationTerm, criteria: readonly string[]): MetCode {
  let worst: MetCode = 'fully';
  for (const criterion of criteria) {
    const row = earns.find(({ criteria: spoken }) => spoken.some((one) => isSameOrPart(criterion, one)));
    if (!row) return 'not_met';
    if (row.met === 'partly') worst = 'partly';
  }
  return worst;
}

/** Points first; among those that earn nothing, one that is known beats one that is not. */
function rankOf({ model }: ServiceView, { met, basis, freshness, known }: Reading): number {
  const { points } = model;
  const earned = basis ? points.met[met] * points.assurance[basis] * points.freshness[freshness] : 0;
  return earned * 2 + (known ? 1 : 0);
}
