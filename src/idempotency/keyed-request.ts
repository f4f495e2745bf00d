// A request that came with an Idempotency-Key, from its first hook to its answer. Until the guard knows who calls it does nothing; on public
// routes it never does.
import type { FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import type { KeyedWork } from '../database/keyed-work';
import type { Answer, Attempt, IdempotencyKeys } from './idempotency-keys';
import { fateOf } from './key-decisions';

export class KeyedRequest implements KeyedWork {
  private attempt: Attempt | null = null;

  constructor(readonly header: string) {}

  private keys: IdempotencyKeys | null = null;

  /** From here on, what is done is done under the key. */
  begin(keys: IdempotencyKeys, attempt: Attempt): void {
    this.keys = keys;
    this.attempt = attempt;
  }

  /** Tells what was uploaded, once it has been read. */
  received(bodyDigest: Buffer): void {
    if (this.attempt) this.attempt.bodyDigest = bodyDigest;
  }

  async mark(manager: EntityManager): Promise<void> {
    if (this.attempt) await this.keys?.mark(manager, this.attempt);
  }

  async finish(answer: Answer): Promise<void> {
    const { attempt } = this;
    this.attempt = null; // whatever the request left running is not its work any more
    if (attempt) await this.keys?.finish(attempt, fateOf(answer.status), answer);
  }

  get isBegun(): boolean {
    return this.attempt !== null;
  }
}

export interface RequestWithKey extends FastifyRequest {
  keyed?: KeyedRequest | null;
}
