// A page as somebody sees it, beside its own statements alone: who it is for, the frame around it and its HTML are what is between the two.
import type { QueryConfig } from 'pg';
import type { ServingBare } from '../measuring/bare-servers';
import type { CleanUp } from '../measuring/clean-up';
import type { Figure } from '../measuring/figures';
import type { ApplicationReady } from '../vendor-read/application.process';
import { besideBare } from '../vendor-read/beside-bare';
import { startServerProcess, type ServerProcess } from '../vendor-read/server-process';
import { BENCH_SCHEMA } from '../vendor-read/throwaway-database';
import type { BarePageSetup } from './bare-page';

/** the application's default */
const POOL_SIZE = 10;
const TIMES = 9;

export type Application = ServerProcess<ApplicationReady>;

/** One after the other, as a person asks: what counts is how long one takes. */
export async function measurePage(
  application: Application,
  applicationUrl: string,
  page: { path: string; statements: QueryConfig[]; aim: string },
  cleanUp: CleanUp,
): Promise<Figure[]> {
  const bareServer = await startServerProcess<BarePageSetup, ServingBare['ready']>(
    '../pages/bare-page.process',
    { applicationUrl, schema: BENCH_SCHEMA, statements: page.statements, poolSize: POOL_SIZE },
    cleanUp,
  );
  const headers = asPerson(application);
  const ours = { server: application, paths: [page.path], headers };
  const bare = { server: bareServer, paths: [page.path], headers };
  const figures = await besideBare(1, ours, bare, cleanUp);
  return figures.map((figure) => (figure.what.includes('half') ? { ...figure, aim: page.aim } : figure));
}

/** How many statements a page takes: the least of some times, since work in the background sends some too. */
export async function statementsOf(application: Application, path: string): Promise<number> {
  const counts: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const before = await application.statements();
    const { status } = await fetch(`http://127.0.0.1:${application.ready.port}${path}`, {
      headers: asPerson(application),
    });
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    counts.push((await application.statements()) - before);
  }
  return Math.min(...counts);
}

function asPerson({ ready }: Application): Record<string, string> {
  return { authorization: `Bearer ${ready.session}`, accept: 'text/html' };
}
