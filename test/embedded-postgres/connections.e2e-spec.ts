// What the owner and the application get from a running embedded server, and what nobody gets.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { connectionDetails } from '../../src/database/embedded/connection-url';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/database/embedded/embedded-postgres';
import { cleanUpAfterEachTest, existingCluster } from './embedded-servers';
import { ask } from './server-facts';
import { itOnLinux } from './test-rights';

cleanUpAfterEachTest();

describe('an embedded server', () => {
  let dataFolder: string;
  let server: EmbeddedPostgres;

  beforeAll(async () => {
    dataFolder = existingCluster();
    server = await startEmbeddedPostgres({ dataFolder });
  });
  afterAll(() => server.stop());

  it('gives the owner and the application each a connection that can do no more than it must', async () => {
    expect(server.reused).toBe(false);
    const roles = `select current_user as role, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
      pg_get_userbyid(datdba) = current_user as owns, has_database_privilege(current_database(), 'create') as may_create,
      has_schema_privilege('public', 'create') as may_create_tables, current_database() as database
      from pg_roles, pg_database where rolname = current_user and datname = current_database()`;
    const powerless = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      database: 'duecare',
    };
    expect(await ask(server.ownerUrl, roles)).toEqual({
      ...powerless,
      role: 'duecare_owner',
      owns: true,
      may_create: true,
      may_create_tables: true,
    });
    expect(await ask(server.applicationUrl, roles)).toEqual({
      ...powerless,
      role: 'duecare_app',
      owns: false,
      may_create: false,
      may_create_tables: false,
    });
  });

  it('asks for the right password, and lets nobody into other databases', async () => {
    const { ownerUrl, applicationUrl } = server;
    const guess = (url: string): string => url.replace(/:[^:@]+@/, ':guess@');
    await expect(ask(guess(ownerUrl), 'select 1')).rejects.toThrow(/password authentication failed/);
    await expect(ask(guess(applicationUrl), 'select 1')).rejects.toThrow(/password authentication failed/);
    for (const database of ['postgres', 'template1']) {
      const elsewhere = applicationUrl.replace('/duecare?', `/${database}?`);
      await expect(ask(elsewhere, 'select 1')).rejects.toThrow(/permission denied for database/);
    }
  });

  it('writes every commit to the disk, checks its pages, sorts by bytes and never logs what was typed', async () => {
    const setting = async (name: string): Promise<string> =>
      Object.values(await ask<Record<string, string>>(server.applicationUrl, `show ${name}`))[0] ?? '';
    const expected = {
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      data_checksums: 'on',
      server_encoding: 'UTF8',
      password_encryption: 'scram-sha-256',
      max_connections: '100',
      jit: 'off',
      timezone: 'UTC',
    };
    for (const [name, value] of Object.entries(expected))
      expect([name, await setting(name)]).toEqual([name, value]);
    const locale = 'select datcollate, datctype from pg_database where datname = current_database()';
    expect(await ask(server.applicationUrl, locale)).toEqual({ datcollate: 'C', datctype: 'C' });
    await expect(ask(server.ownerUrl, `select 'typed-by-a-person'::uuid`)).rejects.toThrow(
      /typed-by-a-person/,
    );
    expect(readFileSync(join(dataFolder, 'postgres.log'), 'utf8')).not.toContain('typed-by-a-person');
  });

  itOnLinux('listens on no network address, only on a socket that nobody else can reach', async () => {
    const { host } = connectionDetails(server.ownerUrl);
    expect(statSync(host).mode & 0o077).toBe(0);
    expect(statSync(join(dataFolder, 'postgres', 'duecare-passwords.json')).mode & 0o777).toBe(0o600);
    const { listening } = await ask<{ listening: string }>(
      server.applicationUrl,
      `select current_setting('listen_addresses') as listening`,
    );
    expect(listening).toBe('');
    const sockets = readFileSync('/proc/net/unix', 'utf8').split('\n');
    expect(sockets.some((line) => line.endsWith(join(host, '.s.PGSQL.5432')))).toBe(true);
  });

  it('is reached by TypeORM through the URL and through its parts', async () => {
    const { user, ...parts } = connectionDetails(server.applicationUrl);
    for (const login of [{ url: server.applicationUrl }, { username: user, ...parts }]) {
      const dataSource = await new DataSource({ type: 'postgres', ...login }).initialize();
      expect(await dataSource.query('select current_user as role')).toEqual([{ role: 'duecare_app' }]);
      await dataSource.destroy();
    }
  });
});
