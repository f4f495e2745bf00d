// Wrong attempts, counted by what they were on. An attempt is counted before it is checked and taken back when it was right: however many come at
// the same moment, each has been counted.
import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { countedAddress } from '../rate-limits/counted-address';
import { countedFailures, secondsToWait, type CountedKind, type Failures } from './sign-in-delay';

export interface Counted {
  kind: CountedKind;
  /** what the attempts are on, such as an address; only its digest is stored */
  subject: string;
}

/** Attempts from an address, whatever on. */
export function ofAddress(address: string): Counted {
  return { kind: 'address', subject: countedAddress(address) };
}

/** Attempts from an address on one thing, such as an account. */
export function ofPair(what: string, address: string): Counted {
  return { kind: 'pair', subject: `${what} ${countedAddress(address)}` };
}

@Injectable()
export class Attempts {
  constructor(
    private readonly tenancy: Tenancy,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Counts an attempt. @throws DomainError too-many-attempts while one of the counts has to wait: then nothing is counted */
  async claim(counted: readonly Counted[]): Promise<void> {
    const now = this.clock.now();
    await this.tenancy.withNobody(async (manager) => {
      await forgetOld(manager, now);
      const past = await lockedFailures(manager, counted, now);
      const seconds = Math.max(
        ...counted.map(({ kind }, index) => secondsToWait(kind, past[index] as Failures, now)),
      );
      if (seconds > 0) {
        throw new DomainError('too-many-attempts', `Try again in ${seconds} seconds.`, [], seconds);
      }
      for (const [index, one] of counted.entries()) {
        await manager.query(
          'update sign_in_failure set failures = $2, last_failed_at = $3 where subject = $1',
          [digestOf(one), countedFailures(past[index] as Failures, now) + 1, now],
        );
      }
    });
  }

  /** Whether a count makes attempts wait at this moment. */
  async waits(counted: Counted): Promise<boolean> {
    const rows = await this.tenancy.withoutOrganization<Failures>({
      text: 'select failures, last_failed_at as "lastFailedAt" from sign_in_failure where subject = $1',
      values: [digestOf(counted)],
    });
    return rows.some((past) => secondsToWait(counted.kind, past, this.clock.now()) > 0);
  }

  /** The attempt was right: its counts begin anew, but for that of an address, from which others may be tried. */
  async succeeded(counted: readonly Counted[]): Promise<void> {
    const [ofAddresses, others] = [
      counted.filter(countsAddress),
      counted.filter((one) => !countsAddress(one)),
    ];
    await this.tenancy.withNobody(async (manager) => {
      await lockedFailures(manager, counted, this.clock.now());
      await manager.query('delete from sign_in_failure where subject = any ($1)', [others.map(digestOf)]);
      await manager.query(
        'update sign_in_failure set failures = greatest(failures - 1, 0) where subject = any ($1)',
        [ofAddresses.map(digestOf)],
      );
    });
  }
}

const countsAddress = ({ kind }: Counted): boolean => kind === 'address';

function digestOf({ kind, subject }: Counted): Buffer {
  return createHash('sha256').update(`${kind}:${subject}`).digest();
}

async function forgetOld(manager: EntityManager, now: Date): Promise<void> {
  await manager.query(
    `delete from sign_in_failure where last_failed_at < $1::timestamptz - interval '2 days'`,
    [now],
  );
}

/**
 * In one order for everybody: two attempts that share counts wait for each other, and never both. Each count is there afterwards and held, also one
 * that another attempt takes back at this moment.
 */
async function lockedFailures(
  manager: EntityManager,
  counted: readonly Counted[],
  now: Date,
): Promise<Failures[]> {
  const digests = counted.map(digestOf);
  const rows = await manager.query<(Failures & { subject: Buffer })[]>(
    `insert into sign_in_failure (subject, failures, last_failed_at)
     select distinct s, 0, $2::timestamptz from unnest($1::bytea[]) s order by s
     on conflict (subject) do update set failures = sign_in_failure.failures
     returning subject, failures, last_failed_at as "lastFailedAt"`,
    [digests, now],
  );
  return digests.map((digest) => rows.find(({ subject }) => subject.equals(digest)) as Failures);
}
