import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { IdempotencyGuard } from './idempotency.guard';
import { IdempotencyKeys } from './idempotency-keys';
import { KeyPurge } from './key-purge';
import { ReplayFilter } from './replayed-answer';

/** Comes after IdentityModule: guards run in the order of their modules, and a key belongs to whoever calls. */
@Module({
  providers: [
    IdempotencyKeys,
    KeyPurge,
    { provide: APP_GUARD, useClass: IdempotencyGuard },
    { provide: APP_FILTER, useClass: ReplayFilter },
  ],
})
export class IdempotencyModule {}
