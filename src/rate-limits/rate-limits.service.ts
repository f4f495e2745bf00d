// How many requests a minute: counted for each API key, each person and, while nobody is known, each address. Questions of clearance have
// a count of their own, so that neither takes from the other. Counted in this process; several processes let through as many times more.
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../common/problems/domain.error';
import { SETTINGS, type Settings } from '../config/settings';
import { countedAddress } from './counted-address';

const WINDOW_SECONDS = 60;

/** draft-ietf-httpapi-ratelimit-headers-10 */
export const RATE_LIMIT_HEADERS = ['ratelimit', 'ratelimit-policy'] as const;

/** The policies, by the names that the headers give them. */
export type Policy = keyof Settings['rateLimits'];

interface Limit {
  limiter: RateLimiterMemory;
  /** of RateLimit-Policy: q requests in w seconds */
  policyHeader: string;
}

@Injectable()
export class RateLimits {
  private readonly limits: ReadonlyMap<Policy, Limit>;

  constructor(@Inject(SETTINGS) { rateLimits }: Settings) {
    const limited = (Object.entries(rateLimits) as [Policy, number][]).filter(([, quota]) => quota > 0);
    this.limits = new Map(limited.map(([policy, quota]) => [policy, limitOf(policy, quota)]));
  }

  /**
   * Counts a request and tells the caller how many are left.
   * @param subject who is counted: the id of a key or person
   * @throws DomainError too-many-requests
   */
  async count(policy: Policy, subject: string, reply: FastifyReply): Promise<void> {
    const limit = this.limits.get(policy);
    if (!limit) return;
    const left = await limit.limiter.consume(subject).catch(exceeded);
    tell(reply, policy, limit, left);
    if (left.consumedPoints > limit.limiter.points) throw tooMany(policy, limit, left);
  }

  /** The same for a request of nobody known. */
  countAddress(address: string, reply: FastifyReply): Promise<void> {
    return this.count('addresses', countedAddress(address), reply);
  }

  /**
   * For a credential that has to be looked up: from an address whose count is used up it is not.
   * @throws DomainError too-many-requests
   */
  async refuseExhausted(address: string, reply: FastifyReply): Promise<void> {
    const limit = this.limits.get('addresses');
    const left = await limit?.limiter.get(countedAddress(address));
    if (!limit || !left || left.msBeforeNext <= 0 || left.consumedPoints < limit.limiter.points) return;
    tell(reply, 'addresses', limit, left);
    throw tooMany('addresses', limit, left);
  }
}

function limitOf(policy: Policy, quota: number): Limit {
  return {
    limiter: new RateLimiterMemory({ points: quota, duration: WINDOW_SECONDS }),
    policyHeader: `"${policy}";q=${quota};w=${WINDOW_SECONDS}`,
  };
}

/** The library rejects with the count when it is used up, and with an error for anything else. */
function exceeded(rejected: unknown): RateLimiterRes {
  if (rejected instanceof Error) throw rejected;
  return rejected as RateLimiterRes;
}

function tell(reply: FastifyReply, policy: Policy, { policyHeader }: Limit, left: RateLimiterRes): void {
  const fields = `"${policy}";r=${Math.max(0, left.remainingPoints)};t=${secondsOf(left)}`;
  const [limit, policies] = RATE_LIMIT_HEADERS;
  void reply.header(policies, policyHeader).header(limit, fields);
}

function tooMany(policy: Policy, { limiter }: Limit, left: RateLimiterRes): DomainError {
  return new DomainError(
    'too-many-requests',
    `More than ${limiter.points} requests in ${WINDOW_SECONDS} seconds ("${policy}"). Nothing was done.`,
    [],
    secondsOf(left),
  );
}

function secondsOf({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1_000));
}
