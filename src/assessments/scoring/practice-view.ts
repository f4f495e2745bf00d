// The practice itself, sorted out for rating: what holds of it and its services, its answers, and how bad it can get.
import type { CalendarDate } from '../../common/calendar-date';
import { LEVELS, levelAt, rankOf, type Level } from '../../common/level';
import { anyHeld, rowOf } from './condition';
import { impactOf, stepsFor } from './impact';
import type { PracticeFacts, ScoredService } from './practice-facts';
import { practiceAnswers } from './question-answers';
import type { RatingView } from './rating-view';
import type { Questioned } from './readings/answer.reading';
import type { Safeguarded } from './readings/safeguard.reading';
import type { ScoringModel } from './scoring-model';
import type { ImpactLine } from './service-result';
import { couldHoldOf, flowsOf } from './service-view';
import { situationsOf, situationsOfPractice } from './situations';

export type PracticeView = RatingView & Questioned & Safeguarded;

export function practiceViewOf(
  { asOf, practice, services, answers, adjustments, incidents, safeguards }: PracticeFacts,
  scored: readonly ScoredService[],
  model: ScoringModel,
): PracticeView {
  const ofPractice = situationsOfPractice(practice);
  return {
    model,
    asOf,
    held: anyHeld([
      ofPractice,
      ...services.map(({ service, dataFlows }) =>
        situationsOf({ facts: { practice, service }, ...flowsOf({ dataFlows }) }),
      ),
      rowOf('service_used_without_agreement', scored.some(lacksAgreement)),
    ]),
    couldHold: anyHeld([ofPractice, ...services.map(({ service }) => couldHoldOf({ practice, service }))]),
    questionAnswers: practiceAnswers(answers, model).answers,
    safeguards: new Map(safeguards.map((stated) => [stated.entry, stated])),
    facts: { adjustments, incidents },
  };
}

/** Client data goes to a business associate, and no agreement is known to cover it. */
export function lacksAgreement({ gates }: ScoredService): boolean {
  return gates.some(({ id, state }) => id === AGREEMENT_GATE && (state === 'fired' || state === 'open'));
}

/** The gate of the model on agreements, by its id. */
export const AGREEMENT_GATE = 'no-agreement-in-force';

export function onDate(view: PracticeView, asOf: CalendarDate): PracticeView {
  return { ...view, asOf };
}

/** Whatever its services see, a practice keeps progress notes of its clients; what flows to a service can be worse. */
export function impactOfPractice(
  { practice, services }: PracticeFacts,
  model: ScoringModel,
): { level: Level; lines: ImpactLine[] } {
  const clients = practice.clientsPerYear;
  const notes = levelAt(rankOf(model.impact.dataClasses.progress_notes) + stepsFor(model, clients));
  const lines: ImpactLine[] = [
    { because: `progress notes of ${clients} clients a year, as every practice keeps them`, level: notes },
  ];
  for (const facts of services) {
    const { level } = impactOf({ facts: { practice }, model, vendorFlows: flowsOf(facts).vendorFlows });
    if (rankOf(level) > rankOf(LEVELS[0]))
      lines.push({ because: `what flows to ${facts.service.name}`, level });
  }
  lines.sort(
    (first, second) =>
      rankOf(second.level) - rankOf(first.level) || (first.because < second.because ? -1 : 1),
  );
  return { level: lines[0]?.level ?? notes, lines };
}
