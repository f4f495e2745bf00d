// Empty databases on the tests' PostgreSQL, as somebody would make one to restore into.
import { Client } from 'pg';
import { APPLICATION_ROLE, OWNER_ROLE } from '../../src/database/embedded/cluster-paths';
import type { OpenDatabase } from '../../src/database/open-database';
import { inDatabase, testDatabase } from '../support/test-database';

export class ThrowawayDatabases {
  private made = 0;
  private readonly names: string[] = [];

  async make(): Promise<OpenDatabase> {
    this.made += 1;
    const name = `restore_${process.pid}_${this.made}`;
    await this.asSuperuser(
      `create database ${name} owner ${OWNER_ROLE} template template0 encoding 'UTF8' locale 'C'`,
      `grant connect on database ${name} to ${APPLICATION_ROLE}`,
    );
    this.names.push(name);
    const { ownerUrl, applicationUrl } = inDatabase(name, testDatabase());
    return { ownerUrl, applicationUrl, stop: () => Promise.resolve() };
  }

  async removeAll(): Promise<void> {
    await this.asSuperuser(...this.names.splice(0).map((name) => `drop database ${name} with (force)`));
  }

  private async asSuperuser(...statements: string[]): Promise<void> {
    const client = new Client({ connectionString: testDatabase().superuserUrl });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  }
}

/** How many tables there are in a database. */
export async function tablesIn({ ownerUrl }: Pick<OpenDatabase, 'ownerUrl'>): Promise<number> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ tables: number }>(
    `select count(*)::integer as tables from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  await client.end();
  return rows[0]?.tables ?? 0;
}
