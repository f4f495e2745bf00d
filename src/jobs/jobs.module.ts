import { Global, Module, type DynamicModule } from '@nestjs/common';
import { JobQueue, QUEUE_DATABASE_URL } from './job-queue';

@Global()
@Module({})
export class JobsModule {
  static forRoot(databaseUrl: string): DynamicModule {
    return {
      module: JobsModule,
      providers: [{ provide: QUEUE_DATABASE_URL, useValue: databaseUrl }, JobQueue],
      exports: [JobQueue],
    };
  }
}
