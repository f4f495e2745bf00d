import { Global, Module } from '@nestjs/common';
import { EXPIRING_WITHIN_DAYS } from '../business-associate-agreements/expiring-within-days';
import { CatalogsController } from './catalogs.controller';
import { CATALOGS } from './catalogs.tokens';
import { loadCatalogs, type Catalogs } from './load-catalogs';

export { type Catalogs } from './load-catalogs';
export { CATALOGS } from './catalogs.tokens';

/** The catalogs, read and checked once at start: a fault in one stops the start with its file and place. */
@Global()
@Module({
  controllers: [CatalogsController],
  providers: [
    { provide: CATALOGS, useFactory: () => loadCatalogs() },
    {
      provide: EXPIRING_WITHIN_DAYS,
      useFactory: ({ agreementProvisions }: Catalogs) => agreementProvisions.expiringWithinDays,
      inject: [CATALOGS],
    },
  ],
  exports: [CATALOGS, EXPIRING_WITHIN_DAYS],
})
export class CatalogsModule {}
