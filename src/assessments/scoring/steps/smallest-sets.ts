// The smallest sets of steps that reach a target. Exact up to three steps: whatever still stands in the way has to be moved by some
// step of the set, so only the steps that bear on it are tried, one size after the other.
import { rankOf } from '../../../common/level';
import type { DecisionCode } from '../service-result';
import type { Board } from './board';
import { gatesLeft, isDeciding, outcomeOf, percentKnownWith, rankWith, type Done } from './outcome';

export const MOST_STEPS = 3;

/** How much a decision permits: neither "do not use" nor "not enough known" permits anything. */
export const PERMITS: Readonly<Record<DecisionCode, number>> = {
  do_not_use: 0,
  not_enough_known: 0,
  use_with_conditions: 1,
  acceptable: 2,
};

export interface Target {
  /** the highest level that reaches it, as a rank */
  readonly highest: number;
  /** how much the decision has to permit */
  readonly permits: number;
}

/** Every smallest set that reaches the target; none when no set of up to three steps does. */
export function smallestSets(board: Board, target: Target): Done[] {
  if (!reaches(board, everyStep(board), target)) return [];
  for (let size = 1; size <= MOST_STEPS; size += 1) {
    const found: Done[] = [];
    collect(board, target, [], size, new Set(), found);
    if (found.length > 0) return found;
  }
  return [];
}

function collect(
  board: Board,
  target: Target,
  done: Done,
  left: number,
  tried: Set<string>,
  found: Done[],
): void {
  if (reaches(board, done, target)) found.push(done);
  else if (left > 0) {
    for (const step of stepsToTry(board, target, done, left)) {
      const more = [...done, step].sort((first, second) => first - second);
      const key = more.join();
      if (done.includes(step) || tried.has(key)) continue;
      tried.add(key);
      collect(board, target, more, left - 1, tried, found);
    }
  }
}

/** Steps of which every set that reaches the target, with those done and `left` more, holds one. */
function stepsToTry(board: Board, { highest, permits }: Target, done: Done, left: number): readonly number[] {
  const inTheWay = board.threats
    .filter((threat) => rankWith(board, threat, done) > highest)
    .map(({ steps }) => steps);
  if (permits > 0) {
    for (const gate of gatesLeft(board, done))
      if (isDeciding(gate)) inTheWay.push(gate.step === null ? [] : [gate.step]);
    if (!canKnowEnough(board, done, left)) return [];
  }
  const [first, ...others] = inTheWay.sort((one, other) => one.length - other.length);
  if (!first) return everyStep(board); // only what is not known stands in the way
  // the last step has to move all of it
  return left > 1 ? first : first.filter((step) => others.every((steps) => steps.includes(step)));
}

/** Whether `left` more steps can make enough known, each taken for the most that it can help to make known. */
function canKnowEnough(board: Board, done: Done, left: number): boolean {
  if (board.threats.some(({ appliesByItself }) => !appliesByItself)) return true; // what is asked can become less
  const { mostMadeKnown, totalWeight } = board.asked;
  const most = mostMadeKnown
    .filter((_weight, step) => !done.includes(step))
    .sort((first, second) => second - first)
    .slice(0, left)
    .reduce((sum, weight) => sum + weight, 0);
  // percent are whole and rounded down, so one more may be there
  const percent = percentKnownWith(board, done) + 1 + (100 * most) / totalWeight;
  return percent >= board.compiled.model.confidenceThresholdPercent;
}

export function reaches(board: Board, done: Done, { highest, permits }: Target): boolean {
  if (board.threats.some((threat) => rankWith(board, threat, done) > highest)) return false;
  return permits === 0 || PERMITS[outcomeOf(board, done).decision] >= permits;
}

export function everyStep({ steps }: Board): Done {
  return steps.map((_step, place) => place);
}

/** Where no small set does it: all steps, with those left out, dearest first, that can be. Null when not even all of them do. */
export function longerSet(board: Board, target: Target): Done | null {
  let done = everyStep(board);
  if (!reaches(board, done, target)) return null;
  const dearestFirst = [...done].sort(
    (first, second) => effortOf(board, [second]) - effortOf(board, [first]) || second - first,
  );
  for (const step of dearestFirst) {
    const without = done.filter((one) => one !== step);
    if (reaches(board, without, target)) done = without;
  }
  return done;
}

/** The sum of the efforts of the steps. */
export function effortOf({ steps }: Board, done: Done): number {
  return done.reduce((sum, step) => sum + (steps[step]?.effort ?? 0), 0);
}

/** Each lower level, nearest first, then each decision that permits more. A level can go lower while the decision stays. */
export function targetsFor(board: Board): Target[] {
  const { level, decision } = outcomeOf(board, []);
  const targets: Target[] = [];
  for (let highest = rankOf(level) - 1; highest >= 0; highest -= 1) targets.push({ highest, permits: 0 });
  for (let permits = PERMITS[decision] + 1; permits <= PERMITS.acceptable; permits += 1)
    targets.push({ highest: highestThatPermits(board, permits), permits });
  return targets;
}

/** The highest level at which a decision can permit so much; under every level when none does. */
function highestThatPermits({ compiled }: Board, permits: number): number {
  const levels = compiled.model.decisions.flatMap((row) =>
    row.situation === 'level' && PERMITS[row.code] >= permits ? (row.levels ?? []) : [],
  );
  return Math.max(-1, ...levels.map(rankOf));
}
