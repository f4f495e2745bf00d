// Scoring beside writing its own result down as JSON: a yardstick of pure computing that moves with the machine. Processor time is
// counted, not the clock: scoring waits for nothing.
import { scoreService } from '../../src/assessments/scoring/score-service';
import type { ServiceFacts } from '../../src/assessments/scoring/service-facts';
import type { ServiceResult } from '../../src/assessments/scoring/service-result';
import { loadCatalogs, type Catalogs } from '../../src/catalogs/load-catalogs';
import type { Dossier } from '../../src/dossiers/dossier.document';
import { findIncoherences } from '../../src/dossiers/dossier-coherence';
import { gatherServiceFacts } from '../../src/dossiers/gather-service-facts';
import { alternatingRounds, medianOf, medianRatio } from '../measuring/alternating-rounds';
import { microseconds, milliseconds, type Figure } from '../measuring/figures';
import { AS_OF, exampleDossier } from '../practices/assessments';
import { largePractice } from '../practices/large-practice';

const ROUNDS = 15;
const TURN_MICROSECONDS = 60_000;
const LARGE_SERVICE = 12;

export async function measureScoring(): Promise<Figure[]> {
  const catalogs = loadCatalogs();
  const large = coherent(largePractice(1, LARGE_SERVICE));
  return [
    await perService('one service of the example practice', exampleDossier(), catalogs),
    await perService('one service with 12 agreements, 12 reports, 48 flows', large, catalogs),
    await perPractice('a practice of 40 such services, facts gathered and scored', catalogs),
  ];
}

async function perService(what: string, dossier: Dossier, { scoringModel }: Catalogs): Promise<Figure> {
  const facts = gatherServiceFacts(dossier, dossier.asOf ?? AS_OF);
  const score = (one: ServiceFacts) => scoreService(one, scoringModel);
  const pairs = await alternatingRounds(
    ROUNDS,
    () => perCall(facts, score),
    () => perCall(facts.map(score), (result: ServiceResult) => JSON.stringify(result)),
  );
  return {
    what,
    ours: microseconds(medianOf(pairs.ours, Number)),
    bare: `${microseconds(medianOf(pairs.bare, Number))} (its result to JSON)`,
    ratio: medianRatio(pairs, Number),
    aim: '200 us',
  };
}

/** Every item once, and again for a while. @returns microseconds of processor time for one call */
function perCall<T>(items: readonly T[], work: (item: T) => unknown): number {
  const start = process.cpuUsage();
  let calls = 0;
  let used = 0;
  while (used < TURN_MICROSECONDS) {
    for (const item of items) work(item);
    calls += items.length;
    const { user, system } = process.cpuUsage(start);
    used = user + system;
  }
  return used / calls;
}

async function perPractice(what: string, { scoringModel }: Catalogs): Promise<Figure> {
  const dossier = coherent(largePractice(40, LARGE_SERVICE));
  const score = (one: Dossier) =>
    gatherServiceFacts(one, AS_OF).map((facts) => scoreService(facts, scoringModel));
  const results = score(dossier);
  const pairs = await alternatingRounds(
    ROUNDS,
    () => perCall([dossier], score),
    () => perCall([results], (all) => JSON.stringify(all)),
  );
  return {
    what,
    ours: milliseconds(medianOf(pairs.ours, Number) / 1000),
    bare: `${milliseconds(medianOf(pairs.bare, Number) / 1000)} (results to JSON)`,
    ratio: medianRatio(pairs, Number),
    aim: '40 x 200 us = 8 ms',
  };
}

/** A made dossier that the product would refuse must not be measured. */
function coherent(dossier: Dossier): Dossier {
  const [fault] = findIncoherences(dossier, { asOf: AS_OF });
  if (fault) throw new Error(`the made practice is not coherent: ${fault.pointer} ${fault.detail}`);
  return dossier;
}
