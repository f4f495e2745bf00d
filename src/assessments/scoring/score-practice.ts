// The engine's other door: facts of the practice and the model in, the practice's own register out. Pure, by the same tables, points
// and bands as a service; there are no gates in the register.
import { addDays, type CalendarDate } from '../../common/calendar-date';
import { higherOf, LEVELS, type Level } from '../../common/level';
import { askedQuestion } from './asked-questions';
import { compile, type CompiledModel, type CompiledThreat } from './compiled-model';
import { knowledgeOf } from './confidence';
import { pointsPerWeight, type FactFigures } from './fact-figures';
import type { PracticeFacts } from './practice-facts';
import type { PracticeResult } from './practice-result';
import { impactOfPractice, onDate, practiceViewOf, type PracticeView } from './practice-view';
import { controlsAsked, rateThreat, type RatedThreat } from './rate-threat';
import { readAnswer } from './readings/answer.reading';
import type { Reading } from './readings';
import type { ScoringModel } from './scoring-model';
import { tellThreat } from './tell-threat';

/** Rates the practice on facts.asOf. The order of anything in the facts changes nothing; absent and null mean the same. */
export function scorePractice(facts: PracticeFacts, model: ScoringModel): PracticeResult {
  const compiled = compile(model);
  const view = practiceViewOf(facts, model);
  const applying = compiled.practiceThreats.filter(({ applies }) => applies(view.held));
  const impact = impactOfPractice(facts, model);
  const figures = readPractice(view, compiled, applying);
  const rated = applying.map((threat) => rateThreat(threat, view, figures, impact.level, null));
  return {
    inherentLevel: worstOf(rated, ({ inherent }) => inherent.risk),
    level: worstOf(rated, ({ residual }) => residual.risk),
    impact,
    ...knowledgeOf(compiled, figures, []),
    threats: rated.map((threat) => tellThreat(threat, view, figures, [])),
    holdsUntil: holdsUntil(view, compiled, applying, figures),
  };
}

/** The facts behind the threats that apply, each once, by place in model.facts. */
function readPractice(
  view: PracticeView,
  { facts }: CompiledModel,
  applying: readonly CompiledThreat[],
): FactFigures {
  const asked = new Set(applying.flatMap((threat) => controlsAsked(threat, view).factIndexes));
  const readings = facts.map(({ definition }, index): Reading | undefined =>
    asked.has(index) && definition.reader === 'answer'
      ? readAnswer(view, askedQuestion(view.model, definition.question))
      : undefined,
  );
  return { readings, perWeight: readings.map((one) => (one ? pointsPerWeight(one, view.model) : 0)) };
}

/** The day before the first date on which an answer is read as something else. */
function holdsUntil(
  view: PracticeView,
  compiled: CompiledModel,
  applying: readonly CompiledThreat[],
  now: FactFigures,
): PracticeResult['holdsUntil'] {
  for (const date of datesAfter(view)) {
    const then = readPractice(onDate(view, date), compiled, applying);
    const changed = then.readings.find((after, index) => differs(after, now.readings[index], view.model));
    if (changed)
      return { date: addDays(date, -1), because: `On ${date}: ${changed.source}, ${changed.because}` };
  }
  return null;
}

function differs(after: Reading | undefined, before: Reading | undefined, model: ScoringModel): boolean {
  if (!after || !before) return after !== before;
  return (
    after.met !== before.met ||
    after.known !== before.known ||
    after.basis !== before.basis ||
    pointsPerWeight(after, model) !== pointsPerWeight(before, model)
  );
}

function datesAfter({ questionAnswers, asOf }: PracticeView): CalendarDate[] {
  const dates = new Set<CalendarDate>();
  for (const answers of questionAnswers) {
    for (const { answeredOn, limits, disputedOn } of answers ?? []) {
      for (const date of [answeredOn, limits.ageingFrom, limits.staleFrom, disputedOn])
        if (date !== null && date > asOf) dates.add(date);
    }
  }
  return [...dates].sort();
}

function worstOf(rated: readonly RatedThreat[], levelOf: (threat: RatedThreat) => Level): Level {
  return rated.reduce<Level>((worst, threat) => higherOf(worst, levelOf(threat)), LEVELS[0]);
}
