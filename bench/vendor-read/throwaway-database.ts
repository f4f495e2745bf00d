import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../src/database/embedded/embedded-postgres';
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

/** where the copies without row-level security are */
export const BENCH_SCHEMA = 'bench';
