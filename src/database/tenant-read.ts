// One statement in the name of one organization, in one network packet and one answer: PostgreSQL runs everything up to a Sync
// message as one transaction, so the statement that sets the tenant travels in front of the statement that reads, with no
// BEGIN, no COMMIT and no second round trip. Should setting the tenant fail, the server skips the rest: nothing is read.
import { Query, type Connection, type PoolClient, type QueryConfig, type QueryResultRow } from 'pg';
import { READ_SETTING } from './tenancy.sql';

const SET_TENANT = {
  name: 'set-tenant-to-read',
  text: `select set_config('transaction_read_only', 'on', true), set_config('${READ_SETTING}', $1, true)`,
};

/** Connections that have the statement above prepared. One on which anything fails is thrown away, so it never lies. */
const prepared = new WeakSet<Connection>();

/**
 * Rows that `statement` sees of one organization. The connection must be free, and must not be used again after a rejection.
 * @param organizationId checked to be a UUID by the caller
 */
export function readAsTenant<Row extends QueryResultRow>(
  client: PoolClient,
  organizationId: string,
  statement: QueryConfig<unknown[]>,
): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    // Extended: a statement without parameters would otherwise leave by the simple protocol, which ends the transaction first.
    const extended: QueryConfig<unknown[]> & { queryMode: 'extended' } = {
      ...statement,
      queryMode: 'extended',
    };
    const query = new Query<Row>(extended, (error, results) => {
      if (error) reject(error);
      else resolve(rowsOfLast<Row>(results));
    });
    const submitStatement = query.submit.bind(query);
    query.submit = (connection) =>
      inOnePacket(connection, () => {
        sendTenant(connection, organizationId);
        return submitStatement(connection);
      });
    client.query(query);
  });
}

/** The first result is that of the settings. */
function rowsOfLast<Row>(results: unknown): Row[] {
  const [, read] = results as [unknown, { rows: Row[] }];
  return read.rows;
}

function inOnePacket<T>({ stream }: Connection, send: () => T): T {
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}

/** All but the Sync: the driver sends that after the statement itself. */
function sendTenant(connection: Connection, organizationId: string): void {
  const { name, text } = SET_TENANT;
  if (!prepared.has(connection)) connection.parse({ name, text, types: [] }, true);
  prepared.add(connection);
  connection.bind({ statement: name, values: [`{${organizationId}}`] }, true);
  connection.describe({ type: 'P', name: '' }, true);
  connection.execute({}, true);
}
