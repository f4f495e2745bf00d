import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../src/database/embedded/embedded-postgres';
import { READ_SETTING } from '../../src/database/tenancy.sql';
import type { CleanUp } from '../measuring/clean-up';

export interface ThrowawayDatabase {
  ownerUrl: string;
  applicationUrl: string;
  dataFolder: string;
}

/** An embedded PostgreSQL in a folder that goes with the bench. */
export async function startThrowawayDatabase(cleanUp: CleanUp): Promise<ThrowawayDatabase> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'duecare-bench-'));
  cleanUp.add(() => rm(dataFolder, { recursive: true, force: true, maxRetries: 3 }));
  const postgres = await startEmbeddedPostgres({ dataFolder });
  cleanUp.add(() => postgres.stop());
  return { ownerUrl: postgres.ownerUrl, applicationUrl: postgres.applicationUrl, dataFolder };
}

export const UNPROTECTED_VENDORS = 'bench.vendor';

/** The vendors of one organization once more, with the same primary key and no row-level security. */
export async function copyVendorsUnprotected(ownerUrl: string, organizationId: string): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`select set_config('${READ_SETTING}', '{' || $1 || '}', false)`, [organizationId]);
    await owner.query(`
      create schema bench;
      create table ${UNPROTECTED_VENDORS} (like public.vendor including all);
      insert into ${UNPROTECTED_VENDORS} select * from public.vendor;
      grant usage on schema bench to public;
      grant select on ${UNPROTECTED_VENDORS} to public;
    `);
    await owner.query(`analyze ${UNPROTECTED_VENDORS}`);
    await owner.query('analyze public.vendor');
  } finally {
    await owner.end();
  }
}
