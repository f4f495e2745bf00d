// What must be the last of a transaction: every other statement is behind it, so what it locks it holds for a moment only.
import type { EntityManager } from 'typeorm';

type Step = () => Promise<unknown>;

const stepsOf = new WeakMap<EntityManager, Step[]>();

/**
 * Has `step` run right before the commit.
 * @throws Error in a transaction that Tenancy did not open: the step would never run
 */
export function beforeCommit(manager: EntityManager, step: Step): void {
  const steps = stepsOf.get(manager);
  if (!steps)
    throw new Error('only a transaction of withOrganizationWrite or withNobody has an end to wait for');
  steps.push(step);
}

/** Runs `run`, then what it left for the end, in that order. */
export async function withEnd<T>(
  manager: EntityManager,
  run: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const steps: Step[] = [];
  stepsOf.set(manager, steps);
  const result = await run(manager);
  for (const step of steps) await step();
  return result;
}
