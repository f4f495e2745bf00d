// The list of 200 practices as a page, through the real application.
import type { QueryConfig } from 'pg';
import type { Reached } from '../../src/identity/reach.query';
import { portfolio } from '../../src/portfolio/portfolio.query';
import { wishOf } from '../../src/portfolio/portfolio-wish';
import type { CleanUp } from '../measuring/clean-up';
import type { Figure } from '../measuring/figures';
import { copyUnprotected } from '../measuring/unprotected-copies';
import { PORTFOLIO_TABLES, storeManyPractices } from '../practices/many-practices';
import type { ApplicationReady, ApplicationSetup } from '../vendor-read/application.process';
import { startServerProcess } from '../vendor-read/server-process';
import { BENCH_SCHEMA, startThrowawayDatabase } from '../vendor-read/throwaway-database';
import { measurePage, statementsOf } from './page-beside-bare';
import { giveSecondFactor, roleOfOwner, storeExample } from './stored-practices';
import { REGISTER_TABLES } from './register-tables';

const PRACTICES = 200;
const ON_A_PAGE = 50;

export async function measurePortfolio(cleanUp: CleanUp): Promise<Figure[]> {
  const database = await startThrowawayDatabase(cleanUp);
  const application = await startServerProcess<ApplicationSetup, ApplicationReady>(
    'application.process',
    { ...database, countsStatements: true },
    cleanUp,
  );
  const first = await storeExample(application.ready);
  const counts: Figure[] = [];
  let stored = 1;
  for (const practices of [2, PRACTICES]) {
    const numbers = { first: stored + 1, last: practices };
    await storeManyPractices(database.ownerUrl, first, numbers);
    await giveSecondFactor(database.ownerUrl);
    stored = practices;
    const ours = String(await statementsOf(application, '/portfolio'));
    counts.push({ what: `${practices} practices: statements of the page`, ours, aim: 'constant' });
  }
  const reached = await roleOfOwner(database.ownerUrl);
  const copied = { schema: BENCH_SCHEMA, tables: [...PORTFOLIO_TABLES, 'data_flow', ...REGISTER_TABLES] };
  await copyUnprotected(
    database.ownerUrl,
    reached.map(({ id }) => id),
    copied,
  );
  const page = { path: '/portfolio', statements: statementsOfPortfolio(reached), aim: '100 ms' };
  const figures = await measurePage(application, database.applicationUrl, page, cleanUp);
  return [
    ...counts,
    ...figures.map((figure) => ({ ...figure, what: `${PRACTICES} practices: ${figure.what}` })),
  ];
}

export function statementsOfPortfolio(reached: readonly Reached[]): QueryConfig[] {
  return [portfolio(reached, wishOf({}), { offset: 0, limit: ON_A_PAGE })];
}
