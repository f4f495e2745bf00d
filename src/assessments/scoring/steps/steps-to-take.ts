// The steps to take for a service: for each lower level and each better decision the smallest sets of steps that lead there. They are
// counted as if they came out well: whoever asks a vendor may get a bad answer, and then the service is scored anew.
import type { CompiledModel } from '../compiled-model';
import type { Figures } from '../evaluate';
import { indexFromRanks } from '../index-out-of-100';
import type { SingleStep, StepSet, StepsToTake } from '../service-result';
import { boardOf, type Board, type BoardStep } from './board';
import { outcomeOf, rankWith, type Done } from './outcome';
import { effortOf, longerSet, MOST_STEPS, PERMITS, smallestSets, targetsFor } from './smallest-sets';

const SETS_PER_TARGET = 3;

export function stepsToTake(figures: Figures, compiled: CompiledModel): StepsToTake {
  const board = boardOf(figures, compiled);
  const singles = singleSteps(board);
  if (figures.view.vendorFlows.length === 0) {
    const none = 'No data flow with the vendor is recorded: what steps lead to shows once the flows are.';
    return { sets: [], none, singles };
  }
  const targets = targetsFor(board);
  if (targets.length === 0) return { sets: [], none: 'There is nothing left to lower.', singles };
  const smallest = targets.map((target) =>
    cheapestFirst(board, smallestSets(board, target)).slice(0, SETS_PER_TARGET),
  );
  const nearestOfEachKind = [
    targets.findIndex(({ permits }) => permits === 0),
    targets.findIndex(({ permits }) => permits > 0),
  ];
  const longer = nearestOfEachKind.map((place) => {
    const target = targets[place];
    return target && smallest[place]?.length === 0 ? longerSet(board, target) : null;
  });
  const sets = [
    ...distinct(smallest.flat()).map((done) => stepSet(board, done, true)),
    ...distinct(longer.filter((done) => done !== null)).map((done) => stepSet(board, done, false)),
  ];
  const none = sets.some(({ isSmallest }) => isSmallest) ? null : whyNone(board, sets.length > 0);
  return { sets, none, singles };
}

function distinct(sets: readonly Done[]): Done[] {
  return [...new Map(sets.map((done) => [done.join(), done])).values()];
}

/** Sets of one size: by the sum of efforts, then by the ids of their steps. */
function cheapestFirst(board: Board, sets: readonly Done[]): Done[] {
  return [...sets].sort(
    (first, second) =>
      effortOf(board, first) - effortOf(board, second) ||
      first.reduce((order, step, place) => order || step - (second[place] ?? 0), 0),
  );
}

function stepSet(board: Board, done: Done, isSmallest: boolean): StepSet {
  const { decision, level } = outcomeOf(board, done);
  const steps = done.map((step) => {
    const { id, title } = board.steps[step] as BoardStep;
    return { id, title };
  });
  return { steps, leadsTo: { decision, level }, effort: effortOf(board, done), isSmallest };
}

/** Every step that by itself lowers a threat or betters the decision. */
function singleSteps(board: Board): SingleStep[] {
  const { model } = board.compiled;
  const now = outcomeOf(board, []);
  return board.steps.flatMap(({ id, title, effort, settles }, step): SingleStep[] => {
    const { decision, level, ranks } = outcomeOf(board, [step]);
    const lowers = board.threats
      .filter((threat) => rankWith(board, threat, [step]) < rankWith(board, threat, []))
      .map(({ rated }) => rated.threat.definition.id);
    if (lowers.length === 0 && PERMITS[decision] <= PERMITS[now.decision]) return [];
    const leadsTo = { decision, level, indexOutOf100: indexFromRanks(level, ranks, model) };
    return [{ id, title, effort, settles: [...settles], lowers, leadsTo }];
  });
}

function whyNone(board: Board, hasLonger: boolean): string {
  const { gates } = board;
  if (outcomeOf(board, []).decision === 'acceptable')
    return `Nothing more is needed: it is acceptable as it is, and no set of up to ${MOST_STEPS} steps lowers it further.`;
  const stuck = gates.find(({ step }) => step === null);
  if (stuck && !hasLonger)
    return `No step clears "${stuck.title}": not sending that data to the tool is the way.`;
  const none = `No ${MOST_STEPS} steps or fewer lower it.`;
  return hasLonger
    ? `${none} A longer set does, and so does sending less data to the tool.`
    : `${none} Sending less data to the tool is the way.`;
}
