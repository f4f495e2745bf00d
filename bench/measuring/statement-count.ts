// How many statements a process sends: each call of the driver is one, whoever makes it. A page must not send more of them when there is more to show.
import { Client } from 'pg';

let sent = 0;

/** Counts from now on, in this process. */
export function countStatements(): void {
  const prototype = Client.prototype as unknown as { query: (...given: unknown[]) => unknown };
  const { query } = prototype;
  prototype.query = function counted(this: Client, ...given: unknown[]): unknown {
    sent += 1;
    return query.apply(this, given);
  };
}

export function statementsSent(): number {
  return sent;
}
