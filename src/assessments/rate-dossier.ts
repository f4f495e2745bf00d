// Every service of a dossier rated, and the practice itself: pure, with all that it rests on.
import type { Catalogs } from '../catalogs/load-catalogs';
import type { CalendarDate } from '../common/calendar-date';
import type { Dossier } from '../dossiers/dossier.document';
import { gatherPracticeFacts } from '../dossiers/gather-practice-facts';
import { gatherServiceFacts } from '../dossiers/gather-service-facts';
import { reviewSafeguards } from '../dossiers/review-safeguards';
import { contradictedEntries, type SafeguardsReview } from '../safeguards/safeguards-review';
import type { PracticeResult } from './scoring/practice-result';
import { scorePractice } from './scoring/score-practice';
import { scoreService } from './scoring/score-service';
import type { ServiceFacts } from './scoring/service-facts';
import type { ServiceResult } from './scoring/service-result';

export interface RatedDossier {
  services: ServiceFacts[];
  safeguards: SafeguardsReview;
  /** sorted by key of the service */
  results: ServiceResult[];
  practiceResult: PracticeResult;
}

export function rateDossier(
  dossier: Dossier,
  asOf: CalendarDate,
  catalogs: Pick<Catalogs, 'scoringModel' | 'securityRule' | 'safeguardQuestions' | 'agreementProvisions'>,
): RatedDossier {
  const services = gatherServiceFacts(dossier, asOf);
  const results = services.map((facts) => scoreService(facts, catalogs.scoringModel));
  const safeguards = reviewSafeguards(dossier, asOf, catalogs);
  const practiceFacts = gatherPracticeFacts(dossier, asOf, services, contradictedEntries(safeguards));
  const practiceResult = scorePractice(practiceFacts, results, catalogs.scoringModel);
  return { services, safeguards, results, practiceResult };
}
