// What each SOC 2 report and other attestation is worth on the date of the assessment, and the red flags of each report.
import { attestationTermOf } from '../scoring/attestation-term';
import type { ScoringModel } from '../scoring/scoring-model';
import type { ServiceFacts } from '../scoring/service-facts';
import type { CalendarDate } from '../../common/calendar-date';
import { addDays } from '../../common/calendar-date';
import type { Dossier } from '../../dossiers/dossier.document';
import { reviewOfReport, type ReviewOfReport } from '../../dossiers/report-reviews/review-of-report';

export type ReportReview = Omit<ReviewOfReport, 'asOf'>;

export interface AttestationEntry {
  key: string;
  name: string;
  /** what its kind is worth, in words */
  weight: string;
  /** last day on which it counts; null when it has no end */
  countsUntil: CalendarDate | null;
  /** for each service in its scope, why it earns nothing there; null where it can earn */
  services: { key: string; earnsNothingBecause: string | null }[];
}

export interface AssuranceRegister {
  reports: ReportReview[];
  attestations: AttestationEntry[];
}

export function assuranceRegister(
  dossier: Dossier,
  facts: readonly ServiceFacts[],
  asOf: CalendarDate,
  model: ScoringModel,
): AssuranceRegister {
  return {
    reports: (dossier.soc2Reports ?? []).flatMap(({ key }) => {
      const review = reviewOfReport(dossier, key, asOf, model);
      if (!review) return [];
      const { asOf: _asOf, ...told } = review;
      return [told];
    }),
    attestations: (dossier.attestations ?? []).map(({ key, kind }) =>
      attestationEntry(key, kind, facts, model),
    ),
  };
}

function attestationEntry(
  key: string,
  kind: string,
  facts: readonly ServiceFacts[],
  model: ScoringModel,
): AttestationEntry {
  const definition = model.attestations.attestations.find((one) => one.kind === kind);
  const terms = facts.flatMap((one) =>
    one.attestations
      .filter((attestation) => attestation.key === key)
      .map((attestation) => ({ service: one.service.key, term: attestationTermOf(attestation, one, model) })),
  );
  const ends = terms[0]?.term.ends ?? null;
  return {
    key,
    name: definition?.name ?? kind,
    weight: definition?.weight ?? '',
    countsUntil: ends && addDays(ends, -1),
    services: terms.map(({ service, term }) => ({
      key: service,
      earnsNothingBecause: term.earnsNothing?.because ?? null,
    })),
  };
}
