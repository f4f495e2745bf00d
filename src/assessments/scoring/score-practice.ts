// The engine's other door: facts of the practice and the model in, the practice's own register out. Pure, by the same tables, points
// and bands as a service; there are no gates in the register.
import { addMonths, dayBefore, nextDay, type CalendarDate } from '../../common/calendar-date';
import { higherOf, LEVELS, type Level } from '../../common/level';
import { askedQuestion } from './asked-questions';
import { compile, type CompiledModel } from './compiled-model';
import { knowledgeOf } from './confidence';
import type { FactFigures } from './fact-figures';
import { incidentsRaising, incidentsThatTurn, turnsOfIncident } from './incident-history';
import type { PracticeFacts, ScoredService } from './practice-facts';
import type { PracticeResult } from './practice-result';
import { AGREEMENT_GATE, impactOfPractice, onDate, practiceViewOf, type PracticeView } from './practice-view';
import { afterAdjustments, rateThreat, type ApplyingThreat, type RatedThreat } from './rate-threat';
import { readAnswer } from './readings/answer.reading';
import { pointsPerWeight, type Reading } from './readings/reading';
import { datesOfSafeguard, readSafeguard } from './readings/safeguard.reading';
import type { FactDefinition, ScoringModel } from './scoring-model';
import type { AppliedAdjustment } from './service-result';
import { tellThreat } from './tell-threat';

/**
 * Rates the practice on facts.asOf. The order of anything in the facts changes nothing; absent and null mean the same.
 * @param scored the results of its services on the same date: a service that is used without an agreement shows in the register
 */
export function scorePractice(
  facts: PracticeFacts,
  scored: readonly ScoredService[],
  model: ScoringModel,
): PracticeResult {
  const compiled = compile(model);
  const view = practiceViewOf(facts, scored, model);
  const applying = compiled.practiceThreats
    .filter(({ applies }) => applies(view.held))
    .map((threat) => ({ threat, asked: threat.askedWhere(view.couldHold), floor: null }));
  const impact = impactOfPractice(facts, model);
  const figures = readPractice(view, compiled, applying);
  const rated = applying.map((threat) => rateThreat(threat, view, figures, impact.level));
  return {
    inherentLevel: worstOf(rated, ({ inherent }) => inherent.risk),
    level: worstOf(rated, ({ residual }) => residual.risk),
    impact,
    ...knowledgeOf(compiled, figures, []),
    threats: rated.map((threat) => tellThreat(threat, view, figures, [])),
    holdsUntil: soonest([
      holdsUntil(view, compiled, applying, { figures, rated }),
      ...scored.filter(isAskedForAgreement).map(asItsResultHolds),
    ]),
  };
}

/** The facts behind the threats that apply, each once, by place in model.facts. */
function readPractice(
  view: PracticeView,
  { facts }: CompiledModel,
  applying: readonly ApplyingThreat[],
): FactFigures {
  const asked = new Set(applying.flatMap((threat) => threat.asked.factIndexes));
  const readings = facts.map(({ definition }, index): Reading | undefined =>
    asked.has(index) ? readOfPractice(view, definition) : undefined,
  );
  return { readings, perWeight: readings.map((one) => (one ? pointsPerWeight(one, view.model) : 0)) };
}

/** Threats of the practice rest on what it answered and on its safeguards, and on nothing else (the catalogs are held to it). */
function readOfPractice(view: PracticeView, fact: FactDefinition): Reading | undefined {
  if (fact.reader === 'answer') return readAnswer(view, askedQuestion(view.model, fact.question));
  return fact.reader === 'safeguard' ? readSafeguard(view, fact.entry) : undefined;
}

/** The day before the first date on which an answer or a safeguard is read as something else, or an adjustment or incident starts or stops to count. */
function holdsUntil(
  view: PracticeView,
  compiled: CompiledModel,
  applying: readonly ApplyingThreat[],
  { figures: now, rated }: { figures: FactFigures; rated: readonly RatedThreat[] },
): PracticeResult['holdsUntil'] {
  for (const date of datesAfter(view)) {
    const then = onDate(view, date);
    const { readings } = readPractice(then, compiled, applying);
    const changed = readings.find((after, index) => differs(after, now.readings[index], view.model));
    if (changed)
      return { date: dayBefore(date), because: `On ${date}: ${changed.source}, ${changed.because}` };
    const turned = adjustmentThatTurns(then, rated);
    if (turned) return { date: dayBefore(date), because: `On ${date}: adjustment ${turned}.` };
    const incident = incidentThatTurns(then, rated, date);
    if (incident) return { date: dayBefore(date), because: `On ${date}: incident ${incident}.` };
  }
  return null;
}

/** "KEY starts to count" or "KEY counts no more", of the first that does; null when all are as they were. */
function adjustmentThatTurns(then: PracticeView, rated: readonly RatedThreat[]): string | null {
  for (const { threat, computed, adjustments: before } of rated) {
    const after = afterAdjustments(then, threat, computed).adjustments;
    const has = (list: typeof before, { key, to }: AppliedAdjustment) =>
      list.some((one) => one.key === key && one.to === to);
    const [started] = after.filter((one) => !has(before, one));
    if (started) return `${started.key} starts to count`;
    const [ended] = before.filter((one) => !has(after, one));
    if (ended) return `${ended.key} counts no more`;
  }
  return null;
}

/** "NUMBER WHAT HAPPENS THEN", of the first that raises a threat by other levels than before; null when every threat is raised as before. */
function incidentThatTurns(
  then: PracticeView,
  rated: readonly RatedThreat[],
  date: CalendarDate,
): string | null {
  const turned = rated.flatMap(({ threat, raising }) =>
    incidentsThatTurn(incidentsRaising(then, threat.definition.id), raising),
  );
  if (turned.length === 0) return null;
  const number = Math.min(...turned);
  const incident = then.facts.incidents.find((one) => one.number === number);
  const turn = incident && turnsOfIncident(incident, then.model).find(({ on }) => on === date);
  return `${number} ${turn?.what ?? 'counts otherwise'}`;
}

/** Those whose gate on agreements the register looks at: it can turn when their result does. */
function isAskedForAgreement({ gates }: ScoredService): boolean {
  return gates.some(({ id, state }) => id === AGREEMENT_GATE && state !== 'not_applicable');
}

function asItsResultHolds({ service, holdsUntil }: ScoredService): PracticeResult['holdsUntil'] {
  return holdsUntil && { date: holdsUntil.date, because: `${service.name}: ${holdsUntil.because}` };
}

/** Of several on one day the first in the order of their words, so that the order of services changes nothing. */
function soonest(ends: readonly PracticeResult['holdsUntil'][]): PracticeResult['holdsUntil'] {
  const told = ends.filter((end) => end !== null);
  const orderOf = ({ date, because }: (typeof told)[number]) => `${date} ${because}`;
  return told.reduce<PracticeResult['holdsUntil']>(
    (first, one) => (!first || orderOf(one) < orderOf(first) ? one : first),
    null,
  );
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

function datesAfter({ questionAnswers, safeguards, facts, model, asOf }: PracticeView): CalendarDate[] {
  const dates = new Set<CalendarDate>();
  for (const { decidedOn, withdrawal } of facts.adjustments) {
    const lapsesOn = nextDay(addMonths(decidedOn, model.ages.adjustment.currentMonths));
    for (const date of [decidedOn, lapsesOn, withdrawal?.on]) if (date && date > asOf) dates.add(date);
  }
  for (const incident of facts.incidents)
    for (const { on } of turnsOfIncident(incident, model)) if (on > asOf) dates.add(on);
  for (const answers of questionAnswers) {
    for (const { answeredOn, limits, disputedOn } of answers ?? []) {
      for (const date of [answeredOn, limits.ageingFrom, limits.staleFrom, disputedOn])
        if (date !== null && date > asOf) dates.add(date);
    }
  }
  for (const stated of safeguards.values())
    for (const date of datesOfSafeguard(stated, model)) if (date > asOf) dates.add(date);
  return [...dates].sort();
}

function worstOf(rated: readonly RatedThreat[], levelOf: (threat: RatedThreat) => Level): Level {
  return rated.reduce<Level>((worst, threat) => higherOf(worst, levelOf(threat)), LEVELS[0]);
}
