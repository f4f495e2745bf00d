// Counts what a piece of work sends to the database, and nothing that this process sends beside it: jobs that an import left, what the queue asks for.
// Nor whether it had to be asked again who somebody is: that is remembered for five seconds (standings.service.ts), so it would be a matter of time.
import { AsyncLocalStorage } from 'node:async_hooks';
import { Client } from 'pg';

type Query = (this: Client, ...given: unknown[]) => unknown;

export class StatementCount {
  private readonly counted = new AsyncLocalStorage<{ sent: number }>();

  /** From now on, for the life of the process: of a test file. */
  constructor() {
    const prototype = Client.prototype as unknown as { query: Query };
    const { query } = prototype;
    const { counted } = this;
    prototype.query = function counting(...given) {
      const count = counted.getStore();
      if (count && !asksWhoItIs(given[0])) count.sent += 1;
      return query.apply(this, given);
    };
  }

  /** @throws Error when nothing was counted: then what was asked lost sight of who asked for it, and every count would be alike */
  async of(work: () => Promise<unknown>): Promise<number> {
    const count = { sent: 0 };
    await this.counted.run(count, work);
    if (count.sent === 0) throw new Error('no statement of this work was seen');
    return count.sent;
  }
}

function asksWhoItIs(statement: unknown): boolean {
  return (statement as { name?: string }).name?.startsWith('authenticate-') === true;
}
