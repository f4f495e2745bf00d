// What is promised of steps, over generated facts: they lead where they say when they are done, told in records; none is smaller.
import * as fc from 'fast-check';
import { rankOf } from '../../../common/level';
import { applySteps } from '../../../../test/factories/apply-steps';
import { MODEL, scoredWithSteps } from '../../../../test/factories/scored';
import { anyFacts } from '../../../../test/factories/service-facts.arbitrary';
import { compile } from '../compiled-model';
import { scoreWithoutSteps } from '../score-service';
import type { ServiceFacts } from '../service-facts';
import type { ServiceResult, StepsToTake } from '../service-result';
import { boardOf, type Board } from './board';
import { outcomeOf, type Done } from './outcome';
import { MOST_STEPS, PERMITS, reaches, smallestSets, targetsFor } from './smallest-sets';

const compiled = compile(MODEL);
const RUNS = { numRuns: 1000 };

describe('steps', () => {
  it('lead at least as far as they say once they are done: sets, longer sets and single steps', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { sets, singles } = stepsOf(facts);
        const promises = [
          ...sets.map(({ steps, leadsTo }) => ({ ids: steps.map(({ id }) => id), leadsTo })),
          ...singles.map(({ id, leadsTo }) => ({ ids: [id], leadsTo })),
        ];
        const broken = promises.filter(({ ids, leadsTo }) => {
          const { level, decision } = scoreWithoutSteps(applySteps(facts, ids, MODEL), MODEL).result;
          return rankOf(level) > rankOf(leadsTo.level) || PERMITS[decision.code] < PERMITS[leadsTo.decision];
        });
        expect(broken).toEqual([]);
      }),
      RUNS,
    );
  });

  it('are offered only where they lower the level or better the decision, and each set is needed whole', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const now = scoredWithSteps(facts);
        const board = boardFor(facts);
        const places = new Map(board.steps.map(({ id }, place) => [id, place]));
        for (const { steps, leadsTo } of now.steps?.sets ?? []) {
          expect(isBetter(leadsTo, now)).toBe(true);
          const done = steps.map(({ id }) => places.get(id) as number);
          for (const left of done) {
            const without = outcomeOf(
              board,
              done.filter((step) => step !== left),
            );
            const isAsGood =
              rankOf(without.level) <= rankOf(leadsTo.level) &&
              PERMITS[without.decision] >= PERMITS[leadsTo.decision];
            expect(isAsGood).toBe(false);
          }
        }
      }),
      RUNS,
    );
  });

  it('are the smallest: no smaller set of any steps does it, and none of that size is missed', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const board = boardFor(facts);
        fc.pre(board.steps.length <= 24); // every set of three is tried
        for (const target of targetsFor(board)) {
          const found = smallestSets(board, target).map((done) => done.join());
          expect(found.sort()).toEqual(bruteForce(board, (done) => reaches(board, done, target)).sort());
        }
      }),
      RUNS,
    );
  });

  it('are none, with a reason, exactly where no set of up to three betters anything', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { sets, none } = stepsOf(facts);
        const hasSmallest = sets.some(({ isSmallest }) => isSmallest);
        expect(none === null).toBe(hasSmallest);
        if (!hasSmallest) expect(none).toMatch(/sending|flow|nothing/i);
      }),
      RUNS,
    );
  });
});

/** Every set of the least size that does it, by places joined. */
function bruteForce({ steps }: Board, does: (done: Done) => boolean): string[] {
  for (let size = 1; size <= MOST_STEPS; size += 1) {
    const found = subsets(steps.length, size).filter(does);
    if (found.length > 0) return found.map((done) => done.join());
  }
  return [];
}

function subsets(count: number, size: number, from = 0): Done[] {
  if (size === 0) return [[]];
  const found: Done[] = [];
  for (let first = from; first < count; first += 1) {
    for (const rest of subsets(count, size - 1, first + 1)) found.push([first, ...rest]);
  }
  return found;
}

function stepsOf(facts: ServiceFacts): StepsToTake {
  return scoredWithSteps(facts).steps as StepsToTake;
}

function boardFor(facts: ServiceFacts): Board {
  return boardOf(scoreWithoutSteps(facts, MODEL).figures, compiled);
}

function isBetter(
  leadsTo: StepsToTake['sets'][number]['leadsTo'],
  { level, decision }: ServiceResult,
): boolean {
  return rankOf(leadsTo.level) < rankOf(level) || PERMITS[leadsTo.decision] > PERMITS[decision.code];
}
