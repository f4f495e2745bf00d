// Two servers under the same load in turns: the application and the bare limit.
import { alternatingRounds, medianOf, medianRatio, type Pairs } from '../measuring/alternating-rounds';
import type { CleanUp } from '../measuring/clean-up';
import { microseconds, milliseconds, perSecond, type Figure } from '../measuring/figures';
import { percentile } from '../measuring/statistics';
import { Load } from './load';
import type { ServerProcess } from './server-process';

const ROUNDS = 8;
const TURN_MILLISECONDS = 400;
/** both at once; long enough for the functions of both servers to be compiled, on a busy machine and for the path with most code too */
const WARM_UP_MILLISECONDS = 10_000;

export interface Contestant {
  server: ServerProcess<{ port: number }>;
  paths: readonly string[];
  headers: Readonly<Record<string, string>>;
  /** sent with each request, as a POST; without one, the paths are read */
  body?: string;
}

interface Turn {
  requestsPerSecond: number;
  p50: number;
  p99: number;
  cpuPerRequest: number;
}

/** Requests, latencies and processor time of both, with so many connections each. */
export async function besideBare(
  connections: number,
  ours: Contestant,
  bare: Contestant,
  cleanUp: CleanUp,
  aim?: string,
): Promise<Figure[]> {
  const loads = await Promise.all(
    [ours, bare].map(({ server, paths, headers, body }) =>
      Load.open(server.ready.port, paths, headers, connections, body),
    ),
  );
  // An application that is told to stop first answers whoever still asks.
  const stopAsking = () => loads.forEach((load) => load.close());
  cleanUp.add(stopAsking);
  const [oursLoad, bareLoad] = loads as [Load, Load];
  const warmUp = connections === 1 ? TURN_MILLISECONDS : WARM_UP_MILLISECONDS;
  await Promise.all([oursLoad.turn(warmUp), bareLoad.turn(warmUp)]);
  await Promise.all([ours, bare].map(({ server }) => server.collectGarbage()));
  const pairs = await alternatingRounds(
    ROUNDS,
    () => turnOf(ours, oursLoad),
    () => turnOf(bare, bareLoad),
  );
  stopAsking();
  return figuresOf(pairs, connections, aim);
}

async function turnOf({ server }: Contestant, load: Load): Promise<Turn> {
  const before = await server.cpuMicroseconds();
  const { requestsPerSecond, latencies } = await load.turn(TURN_MILLISECONDS);
  const used = (await server.cpuMicroseconds()) - before;
  return {
    requestsPerSecond,
    p50: percentile(latencies, 50),
    p99: percentile(latencies, 99),
    cpuPerRequest: used / latencies.length,
  };
}

function figuresOf(pairs: Pairs<Turn>, connections: number, aim?: string): Figure[] {
  const at = connections === 1 ? '1 connection' : `${connections} connections`;
  const line = (what: string, of: (turn: Turn) => number, write: (value: number) => string): Figure => ({
    what: `${at}: ${what}`,
    ours: write(medianOf(pairs.ours, of)),
    bare: write(medianOf(pairs.bare, of)),
    ratio: medianRatio(pairs, of),
  });
  return [
    { ...line('requests', (turn) => turn.requestsPerSecond, perSecond), aim },
    line('half are answered within', (turn) => turn.p50, milliseconds),
    line('99 of 100 are answered within', (turn) => turn.p99, milliseconds),
    line('processor time of the server, a request', (turn) => turn.cpuPerRequest, microseconds),
  ];
}
