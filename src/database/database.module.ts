import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { Pool, types } from 'pg';
import { READ_POOL, Tenancy } from './tenancy';

/** PostgreSQL dates stay calendar dates: the driver would make them midnights of the server's own time zone. */
const DATE_OID = 1082;

/** A request waits no longer for a free connection; then it is told that the service is busy. */
const CONNECTION_TIMEOUT = 15_000;

types.setTypeParser(DATE_OID, (value) => value);

export interface DatabaseOptions {
  applicationUrl: string;
  poolSize: number;
  entities: EntityClass[];
}

type EntityClass = new () => object;

@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(READ_POOL) private readonly pool: Pool) {}

  static forRoot({ applicationUrl, poolSize, entities }: DatabaseOptions): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: applicationUrl,
          entities,
          synchronize: false,
          poolSize,
          extra: { connectionTimeoutMillis: CONNECTION_TIMEOUT },
          retryAttempts: 0,
        }),
      ],
      providers: [
        { provide: READ_POOL, useFactory: () => readPool(applicationUrl, poolSize) },
        { provide: Tenancy, useFactory: tenancy, inject: [READ_POOL, getDataSourceToken()] },
      ],
      exports: [Tenancy, READ_POOL],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

function tenancy(...dependencies: ConstructorParameters<typeof Tenancy>): Tenancy {
  return new Tenancy(...dependencies);
}

function readPool(connectionString: string, max: number): Pool {
  const pool = new Pool({ connectionString, max, connectionTimeoutMillis: CONNECTION_TIMEOUT });
  // An idle connection that the server closes is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}
