import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { Standings } from './standings.service';
import { VendorLinkEntry } from './vendor-link-entry';

/** Everywhere: whoever changes what people may do has the standings asked for anew. */
@Global()
@Module({
  providers: [Standings, VendorLinkEntry, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [Standings, VendorLinkEntry],
})
export class IdentityModule {}
