// Where the metrics of the running application are looked up.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { READ_POOL } from '../../database/tenancy';
import { JobQueue } from '../../jobs/job-queue';
import type { Sources } from './metrics';

export function sourcesOf(app: NestFastifyApplication): Sources {
  const { driver } = app.get<DataSource>(getDataSourceToken());
  return {
    pools: { read: app.get<Pool>(READ_POOL), write: (driver as PostgresDriver).master as Pool },
    jobs: () => app.get(JobQueue).depths(),
  };
}
