import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CALLER_SETTING, protectPersonalTable } from '../src/database/tenancy.sql';

/**
 * Keys under which callers sent requests, so that one that is sent again is not done again. Of key and body only digests are kept, and the
 * answer encrypted: it may hold a secret that is shown once.
 */
export class CreateIdempotencyKeys1795450000000 implements MigrationInterface {
  name = 'CreateIdempotencyKeys1795450000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idempotency_key (
        -- a person or an API key
        caller_id uuid not null,
        -- of the method, the address and the key
        key_digest bytea not null check (length(key_digest) = 32),
        -- null while an upload is being read
        body_digest bytea check (length(body_digest) = 32),
        attempt_id uuid not null,
        state text not null check (state in ('running', 'worked', 'answered')),
        answer bytea,
        started_at timestamptz not null,
        expires_at timestamptz not null,
        primary key (caller_id, key_digest),
        check ((state = 'answered') = (answer is not null)),
        check (state <> 'answered' or body_digest is not null)
      );
      create index idempotency_key_by_age on idempotency_key (expires_at);
    `);
    await protectPersonalTable(runner, 'idempotency_key', 'caller_id', CALLER_SETTING);
    await runner.query(`
      create function purge_idempotency_keys(at timestamptz) returns integer
      language sql security definer set search_path = pg_catalog, public as $$
        with gone as (delete from idempotency_key where expires_at <= at returning 1) select count(*)::integer from gone
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function purge_idempotency_keys(timestamptz); drop table idempotency_key;');
  }
}
