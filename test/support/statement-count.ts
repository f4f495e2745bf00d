// Counts what this process sends to the database. What the queue asks for in the background comes when it wants, and is left out.
import { Client } from 'pg';

type Query = (this: Client, ...given: unknown[]) => unknown;

export class StatementCount {
  private sent = 0;

  /** From now on, for the life of the process: of a test file. */
  constructor() {
    const prototype = Client.prototype as unknown as { query: Query };
    const { query } = prototype;
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- `this` of the function below is the client
    const count = this;
    prototype.query = function counted(...given) {
      if (!isOfQueue(given[0])) count.sent += 1;
      return query.apply(this, given);
    };
  }

  async of(work: () => Promise<unknown>): Promise<number> {
    const before = this.sent;
    await work();
    return this.sent - before;
  }
}

function isOfQueue(statement: unknown): boolean {
  const text = typeof statement === 'string' ? statement : (statement as { text?: string }).text;
  return text?.includes('pgboss') === true;
}
