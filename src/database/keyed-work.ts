// Work that a request asks for under an idempotency key (src/idempotency) says so in its own transaction: that it was done and that the key
// knows of it become true in one commit, or neither does.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';

export interface KeyedWork {
  /** Told at the end of each transaction, before it commits. What is thrown here takes the transaction back. */
  mark(manager: EntityManager): Promise<void>;
}

const current = new AsyncLocalStorage<KeyedWork>();

/** Runs `run` and whatever it starts as the work of a key. */
export function asKeyedWork(work: KeyedWork, run: () => void): void {
  current.run(work, run);
}

export function currentKeyedWork(): KeyedWork | undefined {
  return current.getStore();
}

/** For work that a request sets off and that is not its own: batches that gather what many requests left. */
export function apartFromKeyedWork<T>(run: () => T): T {
  return current.exit(run);
}
