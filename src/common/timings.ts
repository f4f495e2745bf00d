// How long things take, told to whoever listens (server/metrics) and to nobody otherwise: then it costs one look. No ids, no names.
import { channel } from 'node:diagnostics_channel';

export interface Timing {
  /** what is timed and how it went, in words of a short list each */
  labels: Readonly<Record<string, string>>;
  seconds: number;
}

export const TIMINGS = {
  /** scoring all services of a practice; no labels */
  scoring: channel('duecare:scoring'),
  /** printing a report: format, and outcome `done` or `failed` */
  printing: channel('duecare:printing'),
} as const;

type Timed = keyof typeof TIMINGS;

export function timed<T>(what: Timed, run: () => T): T {
  const listened = TIMINGS[what];
  if (!listened.hasSubscribers) return run();
  const began = performance.now();
  const result = run();
  listened.publish({ labels: {}, seconds: secondsSince(began) } satisfies Timing);
  return result;
}

/** The same for work that takes its time; its labels get an `outcome`. */
export async function timedWork<T>(what: Timed, labels: Timing['labels'], run: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const tell = (outcome: 'done' | 'failed') =>
    TIMINGS[what].publish({
      labels: { ...labels, outcome },
      seconds: secondsSince(began),
    } satisfies Timing);
  try {
    const result = await run();
    tell('done');
    return result;
  } catch (error) {
    tell('failed');
    throw error;
  }
}

function secondsSince(began: number): number {
  return (performance.now() - began) / 1_000;
}
