// Every organization that a session reaches, in one statement, each with what the guard would refuse it for: the same as refusalOfAccess says one by one
// (reach.e2e-spec.ts holds the two together).
import type { QueryConfig } from 'pg';
import type { Role } from '../permissions/roles';

export interface Reached {
  id: string;
  name: string;
  role: Role;
  closed: boolean;
  /** made up, to look around in */
  isExample: boolean;
  /** code of the problem that the guard answers with; null where it opens */
  refusal: 'second-factor-needed' | 'new-sign-in-needed' | 'single-sign-on-needed' | null;
}

export function reachedBySession(
  { id, sessionId }: { id: string; sessionId: string },
  now: Date,
): QueryConfig {
  return {
    name: 'reached-by-session',
    text: `select r.organization_id as id, r.name, r.role, r.closed, r.refusal,
        r.organization_id in (select e.organization_id from examples_of_person($3) e) as "isExample"
      from portfolio_of_session($1, $2) r`,
    values: [sessionId, now, id],
  };
}
