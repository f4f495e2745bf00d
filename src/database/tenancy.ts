// The two doors to the rows of an organization. Both set the tenant as the transaction opens; row-level security does the rest.
import { Inject, Injectable } from '@nestjs/common';
import type { Pool, PoolClient, QueryConfig, QueryResultRow } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { organizationClosed } from '../common/problems/organization-closed';
import { currentKeyedWork } from './keyed-work';
import { withEnd } from './last-of-transaction';
import { assertUuid, inReadSnapshot } from './read-snapshot';
import { CALLER_SETTING, PERSON_SETTING, READ_SETTING, WRITE_SETTING } from './tenancy.sql';
import { readAsTenant, type ReadStatement } from './tenant-read';

export const READ_POOL = Symbol('ReadPool');

/** Raised by the audit log of a closed organization (migration CreateClosing). */
const CLOSED = 'DC409';

const LOCK_TIMEOUT = '15s';

@Injectable()
export class Tenancy {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly dataSource: DataSource,
  ) {}

  /** Runs one statement that sees the rows of one organization, in one round trip: the hot path of every GET. */
  async readOne<Row extends QueryResultRow>(organizationId: string, query: ReadStatement): Promise<Row[]> {
    assertUuid(organizationId);
    const client = await this.pool.connect();
    try {
      const rows = await readAsTenant<Row>(client, organizationId, query);
      client.release();
      return rows;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /** Runs several statements that see the rows of the organizations named, in one read-only snapshot. */
  withOrganizationsRead<T>(
    organizationIds: readonly string[],
    run: (client: PoolClient) => Promise<T>,
  ): Promise<T> {
    return inReadSnapshot(this.pool, organizationIds, run);
  }

  /**
   * Runs a transaction that reads and writes the rows of one organization. Writers of one organization take turns: a write
   * checks and scores the whole dossier, and two at once would each miss the other's change.
   */
  async withOrganizationWrite<T>(
    organizationId: string,
    run: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    return this.work(async (manager) => {
      await enterOrganization(manager, organizationId);
      return withEnd(manager, run);
    });
  }

  /** Runs a transaction that reads and writes what is one person's own. */
  async withPerson<T>(personId: string, run: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.work(async (manager) => {
      await enterPerson(manager, personId);
      return run(manager);
    });
  }

  /** Runs a transaction that sees nobody's rows until it enters an organization or a person: with a one-time token, say. */
  async withNobody<T>(run: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.work((manager) => withEnd(manager, run));
  }

  /** Runs a transaction on what is kept for a caller, person or API key, beside their work: idempotency keys. */
  async withCaller<T>(callerId: string, run: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      await enterCaller(manager, callerId);
      return run(manager);
    });
  }

  /** Statements on global tables and functions only: no tenant is set, so no tenant row is seen. */
  async withoutOrganization<Row extends QueryResultRow>(query: QueryConfig): Promise<Row[]> {
    return (await this.pool.query<Row>(query)).rows;
  }

  /** A transaction that counts as the work of the request's idempotency key, where it has one. */
  private async work<T>(run: (manager: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.dataSource.transaction(async (manager) => {
        const result = await run(manager);
        await currentKeyedWork()?.mark(manager);
        return result;
      });
    } catch (error) {
      throw (error as { code?: unknown }).code === CLOSED ? organizationClosed() : error;
    }
  }
}

/** Which organization a running transaction is open for. */
const openFor = new WeakMap<EntityManager, string>();

/** Opens the running transaction for one organization in place of the one before. */
export async function enterOrganization(manager: EntityManager, organizationId: string): Promise<void> {
  assertUuid(organizationId);
  // One spelling of the id, or two writers would hold two locks. Who waits too long is told to try again.
  await manager.query(
    `select set_config('lock_timeout', '${LOCK_TIMEOUT}', true),
            set_config('${READ_SETTING}', '{' || $1 || '}', true), set_config('${WRITE_SETTING}', $1, true),
            pg_advisory_xact_lock(hashtextextended($1, 0))`,
    [organizationId.toLowerCase()],
  );
  openFor.set(manager, organizationId.toLowerCase());
}

/** As enterOrganization, unless that is the organization that the transaction is open for. */
export async function ensureOrganization(manager: EntityManager, organizationId: string): Promise<void> {
  if (openFor.get(manager) !== organizationId.toLowerCase()) await enterOrganization(manager, organizationId);
}

/** Opens the running transaction for what is one person's own, beside the organization that it is open for. */
export async function enterPerson(manager: EntityManager, personId: string): Promise<void> {
  assertUuid(personId);
  await manager.query(`select set_config('${PERSON_SETTING}', $1, true)`, [personId.toLowerCase()]);
}

/**
 * Opens the running transaction for what is kept for one caller, beside whatever it is open for.
 * @returns whether the transaction has written anything so far
 */
export async function enterCaller(manager: EntityManager, callerId: string): Promise<boolean> {
  assertUuid(callerId);
  const [row] = await manager.query<{ hasWritten: boolean }[]>(
    `select set_config('${CALLER_SETTING}', $1, true), pg_current_xact_id_if_assigned() is not null as "hasWritten"`,
    [callerId.toLowerCase()],
  );
  return row?.hasWritten === true;
}
