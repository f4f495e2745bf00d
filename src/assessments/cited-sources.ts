// Which of the sources behind the catalogs an assessment cites: the tables always, the rest where a result, a required provision or a
// question names it.
import type { Catalogs } from '../catalogs/load-catalogs';
import type { Dossier } from '../dossiers/dossier.document';
import type { AssessmentDocument } from './assessment.document';
import type { SafeguardsReview } from '../safeguards/safeguards-review';
import { citationOf } from '../safeguards/security-rule';
import type { AgreementRegister } from './registers/agreement-register';
import type { ObligationRegister } from './registers/obligation-register';
import type { RegisteredIncident } from './registers/incident-register';
import type { ServiceResult } from './scoring/service-result';

/** @param beside what is cited elsewhere in the document */
export function citedSources(
  results: readonly Pick<ServiceResult, 'gates' | 'threats'>[],
  catalogs: Catalogs,
  beside: readonly string[] = [],
): AssessmentDocument['sources'] {
  const { overallLikelihood, risk } = catalogs.scoringModel.tables;
  const cited = [overallLikelihood.citation, risk.citation, ...results.flatMap(citationsIn), ...beside];
  // A gate may cite several acts, joined with "; ".
  const named = `; ${[...new Set(cited)].join('; ')}; `;
  return catalogs.sources
    .filter(({ citation }) => named.includes(`; ${citation}; `))
    .map(({ citation, title, confidence, basis }) => ({ citation, title, confidence, basis }));
}

/** What required provisions, the questions as asked, the entries of the Security Rule and the duties of incidents cite. */
export function citationsBeside(
  dossier: Dossier,
  { agreements }: Pick<AgreementRegister, 'agreements'>,
  { entries }: Pick<SafeguardsReview, 'entries'>,
  incidents: readonly RegisteredIncident[],
): string[] {
  const rule = entries.map(({ entry }) => citationOf(entry));
  const provisions = agreements.flatMap(({ required }) => required.map(({ citation }) => citation));
  const questions = (dossier.questionnaires ?? []).flatMap((one) =>
    (one.questions ?? []).map(({ citation }) => citation),
  );
  const duties = incidents.flatMap((one) => one.duties.map(({ citation }) => citation));
  return [...provisions, ...questions, ...rule, ...duties].flatMap((citation) =>
    citation ? [citation] : [],
  );
}

export function citationsOfObligations({ obligations }: Pick<ObligationRegister, 'obligations'>): string[] {
  return obligations.flatMap(({ citation }) => citation ?? []);
}

function citationsIn({ gates, threats }: Pick<ServiceResult, 'gates' | 'threats'>): string[] {
  return [
    ...gates.flatMap(({ citation }) => (citation === null ? [] : [citation])),
    ...threats.flatMap(({ citations }) => citations),
  ];
}
