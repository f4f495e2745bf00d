// Two contestants take turns (A B, B A, A B ...), so that whatever else the machine does meets both alike. A ratio belongs to
// one pair of neighbouring turns; what is reported is the median of those ratios, not the ratio of two medians.
import { median } from './statistics';

export interface Pairs<T> {
  ours: T[];
  bare: T[];
}

/** Runs `rounds` pairs of turns, one after the other. */
export async function alternatingRounds<T>(
  rounds: number,
  ours: () => Promise<T> | T,
  bare: () => Promise<T> | T,
): Promise<Pairs<T>> {
  const pairs: Pairs<T> = { ours: [], bare: [] };
  for (let round = 0; round < rounds; round += 1) {
    const oursFirst = round % 2 === 0;
    if (oursFirst) pairs.ours.push(await ours());
    pairs.bare.push(await bare());
    if (!oursFirst) pairs.ours.push(await ours());
  }
  return pairs;
}

/** Median over the pairs of ours / bare. */
export function medianRatio<T>({ ours, bare }: Pairs<T>, of: (turn: T) => number): number {
  return median(ours.map((turn, round) => of(turn) / of(bare[round] as T)));
}

export function medianOf<T>(turns: readonly T[], of: (turn: T) => number): number {
  return median(turns.map(of));
}

/** Milliseconds that the work took. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
