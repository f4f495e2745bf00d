// Which tables a backup holds: every one of database/tenant-tables.ts but those named here.
import { ALL_TABLES } from '../database/tenant-tables';

/** Tables whose rows are not kept, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  session: 'who signed in signs in again: a backup must not open sessions that were ended since',
  session_vouch: 'the word of an identity provider in a session, which goes with the session',
  single_sign_on_flow: 'sign-ins under way at an identity provider, good for minutes',
  webauthn_challenge: 'challenges of passkeys, good for five minutes in a session',
  sign_in_failure: 'counts of wrong attempts, forgotten after a day anyway',
  duecare_migration: 'written by the migrations themselves as they make the tables',
};

/**
 * Columns that go into a backup otherwise than they stand, as SQL. An answer kept for an Idempotency-Key may hold a secret that was shown once, and the key that opens
 * it is in the backup too. The row itself stays: without it the same request would be done again. So its work was done and its answer is lost, which is what
 * a crash leaves as well (decision 0018).
 */
export const REWRITTEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  idempotency_key: {
    state: `case state when 'answered' then 'worked' else state end`,
    answer: 'null::bytea',
  },
};

export const ARCHIVED_TABLES: readonly string[] = Object.keys(ALL_TABLES).filter(
  (table) => !(table in LEFT_OUT),
);

export interface Reference {
  from: string;
  to: string;
}

/**
 * The tables in an order in which they can be filled: each after those that its rows refer to. A table may refer to itself, since the rows of one are
 * put in by one statement.
 * @throws Error when tables refer to each other in a circle
 */
export function fillingOrder(tables: readonly string[], references: readonly Reference[]): string[] {
  const ordered: string[] = [];
  const waiting = new Set(tables);
  while (waiting.size > 0) {
    const ready = [...waiting].filter((table) =>
      references.every(({ from, to }) => from !== table || to === table || !waiting.has(to)),
    );
    if (ready.length === 0)
      throw new Error(`tables refer to each other in a circle: ${[...waiting].join(', ')}`);
    for (const table of ready) waiting.delete(table);
    ordered.push(...ready);
  }
  return ordered;
}
