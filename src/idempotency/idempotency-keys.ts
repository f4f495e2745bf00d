// The keys as they are stored. Each step is one short transaction for the caller, but for the mark: that is part of the work's own.
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { CLOCK, type Clock } from '../common/clock';
import { SECRET_BOX, type SecretBox } from '../common/secret-box';
import { enterCaller, Tenancy } from '../database/tenancy';
import { inProgress, LEASE_MILLISECONDS, type Fate, type StoredKey } from './key-decisions';

const KEPT_HOURS = 24;

export interface NewAttempt {
  callerId: string;
  keyDigest: Buffer;
  /** null for an upload that has not been read */
  bodyDigest: Buffer | null;
}

export interface Attempt extends NewAttempt {
  id: string;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

@Injectable()
export class IdempotencyKeys {
  constructor(
    private readonly tenancy: Tenancy,
    @Inject(SECRET_BOX) private readonly secrets: SecretBox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Takes the key for a new attempt. @returns the attempt, or what is stored when the key is taken */
  async begin(wanted: NewAttempt): Promise<{ attempt: Attempt } | { stored: StoredKey }> {
    const attempt = { ...wanted, id: uuidv7() };
    return this.tenancy.withCaller(wanted.callerId, async (manager) => {
      if (await this.take(manager, attempt)) return { attempt };
      const [stored] = await manager.query<StoredKey[]>(
        `select state, body_digest as "bodyDigest", answer, started_at as "startedAt"
         from idempotency_key where caller_id = $1 and key_digest = $2`,
        [attempt.callerId, attempt.keyDigest],
      );
      if (!stored) throw inProgress(); // given back between the two statements
      return { stored };
    });
  }

  /**
   * Says in the transaction of the work that it was done, if it wrote anything.
   * @throws DomainError idempotency-in-progress when another attempt has taken the key: the transaction must not commit
   */
  async mark(manager: EntityManager, { callerId, keyDigest, bodyDigest, id }: Attempt): Promise<void> {
    if (!(await enterCaller(manager, callerId))) return;
    const [marked] = await manager.query<[unknown[], number]>(
      `update idempotency_key set state = 'worked', body_digest = $4
       where caller_id = $1 and key_digest = $2 and attempt_id = $3 and state <> 'answered' returning 1`,
      [callerId, keyDigest, id, bodyDigest],
    );
    if (marked.length === 0) throw inProgress();
  }

  /** Keeps the answer or gives the key back, before the answer goes out. */
  async finish(attempt: Attempt, fate: Fate, answer: Answer): Promise<void> {
    const { callerId, keyDigest, bodyDigest, id } = attempt;
    const kept = fate.startsWith('keep') ? await this.secrets.close(JSON.stringify(answer)) : null;
    await this.tenancy.withCaller(callerId, async (manager) => {
      if (kept) {
        await manager.query(
          `update idempotency_key set state = 'answered', body_digest = $4, answer = $5
           where caller_id = $1 and key_digest = $2 and attempt_id = $3 and ($6 or state = 'worked')`,
          [callerId, keyDigest, id, bodyDigest, kept, fate === 'keep'],
        );
      }
      await manager.query(
        `delete from idempotency_key
         where caller_id = $1 and key_digest = $2 and attempt_id = $3 and (state = 'running' or $4)`,
        [callerId, keyDigest, id, fate === 'release'],
      );
    });
  }

  async read(answer: Buffer): Promise<Answer> {
    return JSON.parse(await this.secrets.open(answer)) as Answer;
  }

  /** Forgets the keys whose time is up. */
  async purge(): Promise<void> {
    await this.tenancy.withoutOrganization({
      text: 'select purge_idempotency_keys($1)',
      values: [this.clock.now()],
    });
  }

  private async take(manager: EntityManager, attempt: Attempt): Promise<boolean> {
    const now = this.clock.now().getTime();
    const taken = await manager.query<unknown[]>(
      `insert into idempotency_key as known (caller_id, key_digest, body_digest, attempt_id, state, started_at, expires_at)
       values ($1, $2, $3, $4, 'running', $5, $6)
       on conflict (caller_id, key_digest) do update
         set body_digest = excluded.body_digest, attempt_id = excluded.attempt_id, state = 'running', answer = null,
             started_at = excluded.started_at, expires_at = excluded.expires_at
         where known.expires_at <= excluded.started_at
            or known.state = 'running' and known.started_at <= $7
               and coalesce(known.body_digest = excluded.body_digest, true)
       returning 1`,
      [
        ...[attempt.callerId, attempt.keyDigest, attempt.bodyDigest, attempt.id, new Date(now)],
        new Date(now + KEPT_HOURS * 3_600_000),
        new Date(now - LEASE_MILLISECONDS),
      ],
    );
    return taken.length > 0;
  }
}
