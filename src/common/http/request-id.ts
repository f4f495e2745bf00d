// By which a request is found again: in the log, in the audit log, in every problem.
import { randomUUID } from 'node:crypto';

export const REQUEST_ID_HEADER = 'x-request-id';

const GIVEN = /^[A-Za-z0-9._-]{8,64}$/;

/** A caller's own request id is kept when it is a plain token, so that both sides' logs can be laid side by side. */
export function requestIdOf(request: { headers: Record<string, string | string[] | undefined> }): string {
  const given = request.headers[REQUEST_ID_HEADER];
  return typeof given === 'string' && GIVEN.test(given) ? given : randomUUID();
}
