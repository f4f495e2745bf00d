import { Module } from '@nestjs/common';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { soundTraceability } from './traceability';

/** Under this token stands the table of what serves each row of the source documents. */
export const TRACEABILITY = Symbol('Traceability');

@Module({
  providers: [
    {
      provide: TRACEABILITY,
      useFactory: (catalogs: Catalogs) => soundTraceability(catalogs),
      inject: [CATALOGS],
    },
  ],
  exports: [TRACEABILITY],
})
export class TraceabilityModule {}
