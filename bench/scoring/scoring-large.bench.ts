// A hundred thousand services scored as a stream beside ten thousand: ten times the work, and nothing that grows with it.
import { scoreWithoutSteps } from '../../src/assessments/scoring/score-service';
import { loadCatalogs } from '../../src/catalogs/load-catalogs';
import { gatherServiceFacts } from '../../src/dossiers/gather-service-facts';
import { alternatingRounds, medianOf, medianRatio } from '../measuring/alternating-rounds';
import type { Figure } from '../measuring/figures';
import { AS_OF, exampleDossier } from '../practices/assessments';
import { manyServices } from './many-services';

const MANY = 100_000;
const FEW = 10_000;

export async function measureScoringLarge(): Promise<Figure[]> {
  const { scoringModel } = loadCatalogs();
  const example = gatherServiceFacts(exampleDossier(), AS_OF);
  const secondsFor = (count: number): number => {
    const start = process.cpuUsage();
    for (const facts of manyServices(example, count)) scoreWithoutSteps(facts, scoringModel);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000_000;
  };
  secondsFor(FEW); // until the engine's functions are compiled
  const pairs = await alternatingRounds(
    1,
    () => secondsFor(MANY),
    () => secondsFor(FEW),
  );
  return [
    {
      what: '100,000 services scored as a stream, beside 10,000',
      ours: `${medianOf(pairs.ours, Number).toFixed(1)} s`,
      bare: `${medianOf(pairs.bare, Number).toFixed(1)} s`,
      ratio: medianRatio(pairs, Number),
      aim: '10',
    },
  ];
}
