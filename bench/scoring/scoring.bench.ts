// Scoring beside writing its own result down as JSON: a yardstick of pure computing that moves with the machine. Processor time is
// counted, not the clock: scoring waits for nothing. What the collector of garbage does in threads of its own counts as well.
import { compile } from '../../src/assessments/scoring/compiled-model';
import { scoreWithoutSteps } from '../../src/assessments/scoring/score-service';
import type { ScoringModel } from '../../src/assessments/scoring/scoring-model';
import type { ServiceFacts } from '../../src/assessments/scoring/service-facts';
import { stepsToTake } from '../../src/assessments/scoring/steps/steps-to-take';
import { loadCatalogs, type Catalogs } from '../../src/catalogs/load-catalogs';
import type { Dossier } from '../../src/dossiers/dossier.document';
import { findIncoherences } from '../../src/dossiers/dossier-coherence';
import { gatherServiceFacts } from '../../src/dossiers/gather-service-facts';
import { alternatingRounds, medianOf, medianRatio } from '../measuring/alternating-rounds';
import { microseconds, type Figure } from '../measuring/figures';
import { AS_OF, exampleDossier } from '../practices/assessments';
import { largePractice } from '../practices/large-practice';
import { manyServices } from './many-services';

const ROUNDS = 11;
const TURN_MICROSECONDS = 60_000;
/** the engine is many small functions: it is fully compiled after some ten thousand services */
const FIRST_WARM_UP_MICROSECONDS = 6_000_000;
const WARM_UP_TURN_MICROSECONDS = 200_000;
const LONGEST_WARM_UP_TURNS = 40;
const LARGE_SERVICE = 12;
const USUAL_SERVICE = 2;

export async function measureScoring(): Promise<Figure[]> {
  const catalogs = loadCatalogs();
  const { scoringModel } = catalogs;
  const example = gatherServiceFacts(exampleDossier(), AS_OF);
  const large = gatherServiceFacts(coherent(largePractice(1, LARGE_SERVICE)), AS_OF);
  const score = scorerWith(scoringModel);
  const scoreAll = (facts: readonly ServiceFacts[]) => facts.map(score);
  const twenty = [...manyServices(example, 20)];
  perCall(example, score, FIRST_WARM_UP_MICROSECONDS);
  return [
    await figure(
      'one service of the example practice, all threats',
      example,
      score,
      example.map(score),
      '200 us',
    ),
    await figure(
      'one large service: 12 agreements, 12 reports, 48 flows',
      large,
      score,
      large.map(score),
      '200 us',
    ),
    await figure('a practice of 20 services, all threats', [twenty], scoreAll, [scoreAll(twenty)], '5000 us'),
    await steps(example, scoringModel),
    ...(await perPractice(catalogs)),
  ];
}

function scorerWith(model: ScoringModel) {
  return (facts: ServiceFacts) => scoreWithoutSteps(facts, model).result;
}

/** The steps to take, looked for in figures that are there: apart from scoring, which comes before. */
async function steps(facts: readonly ServiceFacts[], model: ScoringModel): Promise<Figure> {
  const compiled = compile(model);
  const figures = facts.map((one) => scoreWithoutSteps(one, model).figures);
  const find = (one: (typeof figures)[number]) => stepsToTake(one, compiled);
  return figure('its steps to take, apart', figures, find, figures.map(find));
}

/** A practice of 40 services with two agreements, two reports and eight flows each: all scored again after every change. */
async function perPractice({ scoringModel }: Catalogs): Promise<Figure[]> {
  const dossier = coherent(largePractice(40, USUAL_SERVICE));
  const gather = (one: Dossier) => gatherServiceFacts(one, AS_OF);
  const score = scorerWith(scoringModel);
  const scoreAll = (facts: ServiceFacts[]) => facts.map(score);
  const facts = gather(dossier);
  return [
    await figure('40 services scored', [facts], scoreAll, [scoreAll(facts)], '40 x 200 us = 8000 us'),
    await figure('their facts gathered from the dossier', [dossier], gather, [facts]),
  ];
}

/** Ours beside writing the outcome to JSON. */
async function figure<In, Out>(
  what: string,
  given: readonly In[],
  work: (item: In) => Out,
  outcomes: readonly Out[],
  aim?: string,
): Promise<Figure> {
  const ours = (microsecondsLong: number) => perCall(given, work, microsecondsLong);
  const bare = (microsecondsLong: number) =>
    perCall(outcomes, (outcome) => JSON.stringify(outcome), microsecondsLong);
  warmUp(ours);
  bare(TURN_MICROSECONDS);
  const pairs = await alternatingRounds(
    ROUNDS,
    () => ours(TURN_MICROSECONDS),
    () => bare(TURN_MICROSECONDS),
  );
  return {
    what,
    ours: microseconds(medianOf(pairs.ours, Number)),
    bare: `${microseconds(medianOf(pairs.bare, Number))} (outcome to JSON)`,
    ratio: medianRatio(pairs, Number),
    aim,
  };
}

/** Until the engine's functions are compiled: before that, scoring takes up to six times as long. Three turns no faster than the best end it. */
function warmUp(turn: (microsecondsLong: number) => number): void {
  let best = Infinity;
  let noFaster = 0;
  for (let turns = 0; turns < LONGEST_WARM_UP_TURNS && noFaster < 3; turns += 1) {
    const now = turn(WARM_UP_TURN_MICROSECONDS);
    noFaster = now < best * 0.98 ? 0 : noFaster + 1;
    best = Math.min(best, now);
  }
}

/** Every item once, and again for a while. @returns microseconds of processor time for one call */
function perCall<T>(items: readonly T[], work: (item: T) => unknown, microsecondsLong: number): number {
  const start = process.cpuUsage();
  let calls = 0;
  let used = 0;
  while (used < microsecondsLong) {
    for (const item of items) work(item);
    calls += items.length;
    const { user, system } = process.cpuUsage(start);
    used = user + system;
  }
  return used / calls;
}

/** A made dossier that the product would refuse must not be measured. */
function coherent(dossier: Dossier): Dossier {
  const [fault] = findIncoherences(dossier, { asOf: AS_OF });
  if (fault) throw new Error(`the made practice is not coherent: ${fault.pointer} ${fault.detail}`);
  return dossier;
}
