import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { Standings } from './standings.service';

/** Everywhere: whoever changes what people may do has the standings asked for anew. */
@Global()
@Module({
  providers: [Standings, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [Standings],
})
export class IdentityModule {}
