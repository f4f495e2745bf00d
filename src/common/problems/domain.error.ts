import type { FaultCode } from './fault-codes';

/** One fault in what was sent: where (JSON pointer, RFC 6901), a stable code and what to do about it. */
export interface Fault {
  pointer: string;
  code: FaultCode;
  detail: string;
}

/**
 * A rule that refuses. It has a stable code of problem-catalogue.ts and knows nothing of HTTP; the detail names fields
 * and keys, never the text that somebody typed.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly detail: string,
    readonly faults: readonly Fault[] = [],
    /** when to try again, for refusals that pass */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(detail);
  }
}
