// `npm run bench`: how long things take beside the bare limit of the same run. `npm run bench -- scoring report` runs some parts
// only. docs/bench.md says how to read the figures. It judges nothing: the exit code tells only whether it could measure.
import 'reflect-metadata';
import { availableParallelism, totalmem } from 'node:os';
import { measureClearance } from './clearance/clearance.bench';
import { CleanUp } from './measuring/clean-up';
import { figureTable, type Figure } from './measuring/figures';
import { measureDashboard } from './pages/dashboard.bench';
import { measurePortfolio } from './pages/portfolio.bench';
import { measureReport } from './report/report.bench';
import { measureScoring } from './scoring/scoring.bench';
import { measureScoringLarge } from './scoring/scoring-large.bench';
import { measureVendorList } from './vendor-list/vendor-list.bench';
import { measureVendorRead } from './vendor-read/vendor-read.bench';

interface Part {
  title: string;
  measure: (cleanUp: CleanUp) => Promise<Figure[]>;
  /** it takes too long to run unasked */
  onlyWhenNamed?: true;
}

const PARTS: Readonly<Record<string, Part>> = {
  scoring: { title: 'Scoring', measure: measureScoring },
  'scoring-large': { title: 'Scoring a stream', measure: measureScoringLarge, onlyWhenNamed: true },
  report: { title: 'Report: from the assessment to the PDF', measure: measureReport },
  'vendor-read': { title: 'Reading a vendor by id over HTTP', measure: measureVendorRead },
  dashboard: { title: 'The first page of a practice with 20 tools', measure: measureDashboard },
  portfolio: { title: 'The list of 200 practices', measure: measurePortfolio },
  clearance: {
    title: 'A question of clearance over HTTP',
    measure: measureClearance,
    onlyWhenNamed: true,
  },
  'vendor-list': {
    title: 'A page of 50 vendors with scores out of 100,000',
    measure: measureVendorList,
    onlyWhenNamed: true,
  },
};

async function main(names: readonly string[]): Promise<void> {
  const unknown = names.find((name) => !(name in PARTS));
  if (unknown) throw new Error(`There is no part "${unknown}"; there are: ${Object.keys(PARTS).join(', ')}`);
  const memory = Math.round(totalmem() / 2 ** 30);
  console.log(`Node ${process.versions.node}, ${availableParallelism()} cores, ${memory} GiB\n`);
  const cleanUp = new CleanUp();
  try {
    for (const [name, { title, measure, onlyWhenNamed }] of Object.entries(PARTS)) {
      if (names.length > 0 ? !names.includes(name) : onlyWhenNamed) continue;
      process.stderr.write(`Measuring: ${title} ...\n`);
      console.log(figureTable(title, await measure(cleanUp)));
    }
  } finally {
    await cleanUp.run();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
