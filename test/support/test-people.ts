// People for tests, written as the owner of the database: accounts, sessions and memberships without the walk through invitations.
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { READ_SETTING, WRITE_SETTING } from '../../src/database/tenancy.sql';
import { SESSION_TOKENS } from '../../src/identity/secret-token';
import { hashOfPassword } from '../../src/people/password-hashing';
import type { Role } from '../../src/permissions/roles';
import { testDatabase } from './test-database';
import { until } from './until';

export interface TestPerson {
  id: string;
  email: string;
  /** token of an open session */
  session: string;
  sessionId: string;
}

export const TEST_PASSWORD = 'eleven magpies upon a slate roof';
let hashed: Promise<string> | null = null;

export class TestPeople {
  private constructor(private readonly owner: Client) {}

  static async connect(): Promise<TestPeople> {
    const owner = new Client({ connectionString: testDatabase().ownerUrl });
    await owner.connect();
    return new TestPeople(owner);
  }

  close(): Promise<void> {
    return this.owner.end();
  }

  /** @param options `secondFactor`: has one and gave it in the session; `password`: can sign in with TEST_PASSWORD */
  async add(
    options: { secondFactor?: boolean; password?: boolean; name?: string } = {},
  ): Promise<TestPerson> {
    const [id, sessionId, session] = [uuidv7(), uuidv7(), SESSION_TOKENS.make()];
    const email = `${id}@tests.example`;
    const { secondFactor = false, name = 'Pat Person' } = options;
    await this.owner.query(
      `insert into person (id, email, name, has_second_factor, created_at, updated_at) values ($1, $2, $3, $4, now(), now())`,
      [id, email, name, secondFactor],
    );
    await this.owner.query(
      `insert into session (id, person_id, digest, created_at, last_seen_at, expires_at, second_factor_at)
       values ($1, $2, $3, now(), now(), now() + interval '1 day', $4)`,
      [sessionId, id, SESSION_TOKENS.digestOf(session), secondFactor ? new Date() : null],
    );
    if (options.password) {
      hashed ??= hashOfPassword(TEST_PASSWORD);
      await this.owner.query(
        'insert into person_password (person_id, hash, changed_at) values ($1, $2, now())',
        [id, await hashed],
      );
    }
    return { id, email, session, sessionId };
  }

  /** @returns id of the membership */
  async join(
    { id: personId }: Pick<TestPerson, 'id'>,
    organizationId: string,
    role: Role,
    {
      firmId = null,
      endsOn = role === 'auditor' ? '2099-12-31' : null,
    }: { firmId?: string | null; endsOn?: string | null } = {},
  ): Promise<string> {
    const id = uuidv7();
    await this.inOrganization(organizationId, () =>
      this.owner.query(
        `insert into membership (organization_id, id, person_id, role, firm_id, ends_on, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, now(), now())`,
        [organizationId, id, personId, role, firmId, endsOn],
      ),
    );
    return id;
  }

  async inOrganization<T>(organizationId: string, run: () => Promise<T>): Promise<T> {
    await this.owner.query('begin');
    await this.owner.query('select set_config($1, $2, true), set_config($3, $4, true)', [
      ...[READ_SETTING, `{${organizationId}}`],
      ...[WRITE_SETTING, organizationId],
    ]);
    try {
      const result = await run();
      await this.owner.query('commit');
      return result;
    } catch (error) {
      await this.owner.query('rollback');
      throw error;
    }
  }

  /** Settles once somebody waits for what the owner's running transaction holds. */
  async isWaitedFor(): Promise<void> {
    const text =
      'select 1 from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))';
    await until(async () => (await this.query(text)).length > 0);
  }

  /** Runs a statement as the owner. */
  async query<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
    return (await this.owner.query<T>(text, values)).rows;
  }
}
