// Rows of one snapshot a page at a time, and how they are written down.
import type { PoolClient, QueryConfig, QueryResultRow } from 'pg';
import { NIL } from 'uuid';

/** Where an export reads from: one organization as of one moment. */
export interface Snapshot {
  client: PoolClient;
  organizationId: string;
}

/** Every row that `page` gives, in the order of their ids. */
export async function* rowsById<Row extends QueryResultRow & { id: string }>(
  client: PoolClient,
  page: (after: string) => QueryConfig,
): AsyncGenerator<Row> {
  for (let after: string = NIL; ;) {
    const { rows } = await client.query<Row>(page(after));
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}

/** A list in JSON, a row a line. */
export async function* jsonList(rows: AsyncIterable<unknown> | Iterable<unknown>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const row of rows) {
    yield before + JSON.stringify(row);
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

export function jsonText(value: unknown): string[] {
  return [`${JSON.stringify(value, null, 2)}\n`];
}
