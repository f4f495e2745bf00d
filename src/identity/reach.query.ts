// Every organization that a session reaches, in one statement, each with what the guard would refuse it for: the same as refusalOfAccess says one by one
// (reach.e2e-spec.ts holds the two together).
import type { QueryConfig } from 'pg';
import type { Role } from '../permissions/roles';

export interface Reached {
  id: string;
  name: string;
  role: Role;
  closed: boolean;
  /** code of the problem that the guard answers with; null where it opens */
  refusal: 'second-factor-needed' | 'new-sign-in-needed' | 'single-sign-on-needed' | null;
}

export function reachedBySession(sessionId: string, now: Date): QueryConfig {
  return {
    name: 'reached-by-session',
    text: `select organization_id as id, name, role, closed, refusal from portfolio_of_session($1, $2)`,
    values: [sessionId, now],
  };
}
