// Everything that the engine and the reviews say of a practice on a day, from one dossier: what an assessment freezes, and what the register of the whole practice shows.
import { gatherPracticeFacts } from '../dossiers/gather-practice-facts';
import { gatherServiceFacts } from '../dossiers/gather-service-facts';
import { reviewSafeguards } from '../dossiers/review-safeguards';
import type { Catalogs } from '../catalogs/load-catalogs';
import type { CalendarDate } from '../common/calendar-date';
import type { Dossier } from '../dossiers/dossier.document';
import { recordsOnAnswers, type SafeguardsReview } from '../safeguards/safeguards-review';
import type { PracticeResult } from './scoring/practice-result';
import { scorePractice } from './scoring/score-practice';
import { scoreService } from './scoring/score-service';
import type { ServiceFacts } from './scoring/service-facts';
import type { ServiceResult } from './scoring/service-result';

export interface RatedPractice {
  services: ServiceFacts[];
  /** of every service, sorted by key */
  results: ServiceResult[];
  safeguards: SafeguardsReview;
  practiceResult: PracticeResult;
}

export function ratePractice(dossier: Dossier, asOf: CalendarDate, catalogs: Catalogs): RatedPractice {
  const services = gatherServiceFacts(dossier, asOf);
  const results = services.map((facts) => scoreService(facts, catalogs.scoringModel));
  const safeguards = reviewSafeguards(dossier, asOf, catalogs);
  const facts = gatherPracticeFacts(dossier, asOf, services, recordsOnAnswers(safeguards));
  const practiceResult = scorePractice(facts, results, catalogs.scoringModel);
  return { services, results, safeguards, practiceResult };
}
