// One statement in the name of one organization, in one network packet and one answer: PostgreSQL runs everything up to a Sync
// message as one transaction, so the statement that sets the tenant travels in front of the statement that reads, with no
// BEGIN, no COMMIT and no second round trip. Should setting the tenant fail, the server skips the rest: nothing is read.
//
// The driver's own query asks the server each time which columns a prepared statement has, and works out from that how to read
// them. Both stay as they are for as long as the statement is prepared, so here they are asked for once a connection.
import type { Connection, PoolClient, QueryResultRow, Submittable } from 'pg';
import { READ_SETTING } from './tenancy.sql';
import { columnsOf, rowOf, textOf, type Column, type ColumnDescription } from './wire-values';

export interface ReadStatement {
  /** with a name it stays prepared on the connection; a name belongs to one text */
  name?: string;
  text: string;
  /** what is no text goes as its text: 5 as '5' */
  values?: readonly (string | number | boolean | null)[];
}

/** Gives no row, so there is no answer to read; both settings are made, since both stand on one side of the comparison. */
const SET_TENANT = {
  name: 'set-tenant-to-read',
  text: `select 1 where set_config('transaction_read_only', 'on', true) || set_config('${READ_SETTING}', $1, true) is null`,
};

interface Prepared {
  text: string;
  columns: readonly Column[];
}

/** The statements that are prepared on a connection, by name. One on which anything fails is thrown away, so this never lies. */
const preparedOn = new WeakMap<Connection, Map<string, Prepared>>();

/**
 * Rows that `statement` sees of one organization. The connection must be free, and must not be used again after a rejection.
 * @param organizationId checked to be a UUID by the caller
 */
export function readAsTenant<Row extends QueryResultRow>(
  client: PoolClient,
  organizationId: string,
  statement: ReadStatement,
): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    client.query(new TenantRead<Row>(organizationId, statement, resolve, reject));
  });
}

/** A query as the driver takes it from others too: told to send itself, then told of each answer (pg-cursor is made so). */
class TenantRead<Row extends QueryResultRow> implements Submittable {
  private readonly values: (string | null)[];
  private readonly rows: Row[] = [];
  private columns: readonly Column[] = [];
  private prepared = new Map<string, Prepared>();
  private fault: Error | null = null;

  constructor(
    private readonly organizationId: string,
    private readonly statement: ReadStatement,
    private readonly resolve: (rows: Row[]) => void,
    private readonly reject: (error: Error) => void,
  ) {
    this.values = (statement.values ?? []).map(textOf);
  }

  submit(connection: Connection): Error | null {
    this.prepared = preparedOn.get(connection) ?? new Map<string, Prepared>();
    preparedOn.set(connection, this.prepared);
    const { name, text } = this.statement;
    const known = name === undefined ? undefined : this.prepared.get(name);
    if (known && known.text !== text) return new Error(`two statements are called "${name}"`);
    inOnePacket(connection, () => {
      this.setTenant(connection);
      this.read(connection, known);
      connection.sync();
    });
    return null;
  }

  private setTenant(connection: Connection): void {
    const { name, text } = SET_TENANT;
    if (!this.prepared.has(name)) connection.parse({ name, text, types: [] }, true);
    this.prepared.set(name, { text, columns: [] });
    connection.bind({ statement: name, values: [`{${this.organizationId}}`] }, true);
    connection.execute({}, true);
  }

  private read(connection: Connection, known: Prepared | undefined): void {
    const { text } = this.statement;
    const name = nameOnServer(this.statement);
    if (!known) connection.parse({ name, text, types: [] }, true);
    connection.bind({ statement: name, values: this.values }, true);
    if (known) this.columns = known.columns;
    else connection.describe({ type: 'P', name: '' }, true);
    connection.execute({}, true);
  }

  handleRowDescription({ fields }: { fields: ColumnDescription[] }): void {
    this.columns = columnsOf(fields);
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    try {
      this.rows.push(rowOf(this.columns, fields) as Row);
    } catch (error) {
      this.fault = error as Error; // thrown here it would end the process: no caller is on the stack
    }
  }

  handleCommandComplete(): void {}

  handleEmptyQuery(): void {}

  handleError(error: Error): void {
    this.reject(error);
  }

  handleReadyForQuery(): void {
    const { name, text } = this.statement;
    if (name !== undefined) this.prepared.set(name, { text, columns: this.columns });
    if (this.fault) this.reject(this.fault);
    else this.resolve(this.rows);
  }
}

/** Apart from the names of statements that the driver's own queries prepare on the same connection. */
function nameOnServer({ name }: ReadStatement): string {
  return name === undefined ? '' : `tenant-read:${name}`;
}

function inOnePacket({ stream }: Connection, send: () => void): void {
  stream.cork();
  try {
    send();
  } finally {
    stream.uncork();
  }
}
