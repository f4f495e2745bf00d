// The connections of the queue, and what is under way on them. pg-boss does not wait for the statement that notes the end of a job: closed by
// pg-boss itself, what was fetched or done in the last moment stays "being worked on" until its time runs out, a report for a quarter of an hour.
import { Pool, type QueryResult } from 'pg';

/** As many as there are workers, and some: one that waits for a connection while the pool ends would wait for ever, and the queue for it. */
const MOST_CONNECTIONS = 8;

export class QueueConnections {
  private readonly pool: Pool;
  private statements = 0;
  private isClosed = false;

  /** @param onError is told when the server closes an idle connection */
  constructor(connectionString: string, onError: (error: Error) => void) {
    this.pool = new Pool({ connectionString, max: MOST_CONNECTIONS, application_name: 'pgboss' });
    this.pool.on('error', onError);
  }

  /** What pg-boss asks of a database. Once closed it gives nothing, as the connections of pg-boss itself do: whoever works on beyond the end fails over no answer. */
  async executeSql(text: string, values: unknown[]): Promise<QueryResult> {
    if (this.isClosed) return undefined as never;
    this.statements += 1;
    try {
      return await this.pool.query(text, values);
    } finally {
      this.statements -= 1;
    }
  }

  get isIdle(): boolean {
    return this.statements === 0;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.pool.end();
  }
}
