import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectPersonalTable } from '../src/database/tenancy.sql';

/** Passkeys of people, and the challenges that a browser has to sign, each once. */
export class CreatePasskeys1795440000000 implements MigrationInterface {
  name = 'CreatePasskeys1795440000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table passkey (
        id uuid primary key,
        person_id uuid not null references person,
        -- as the authenticator named it, in base64url; no two accounts have one in common
        credential_id text not null unique check (length(credential_id) between 1 and 1400),
        -- COSE_Key (RFC 9052 section 7)
        public_key bytea not null,
        -- signatures that the authenticator says to have made; 0 for ever where it does not count
        signature_count bigint not null check (signature_count >= 0),
        transports text[] not null,
        synced boolean not null,
        name text not null,
        version integer not null default 1 check (version > 0),
        created_at timestamptz not null,
        updated_at timestamptz not null,
        last_used_at timestamptz
      );
      create index passkey_of_person on passkey (person_id, id);

      create table webauthn_challenge (
        digest bytea primary key check (length(digest) = 32),
        ceremony text not null check (ceremony in ('registration', 'sign_in', 'second_factor')),
        -- nobody for signing in: who it is comes out only then
        person_id uuid check ((person_id is null) = (ceremony = 'sign_in')),
        session_id uuid check ((session_id is null) = (ceremony = 'sign_in')),
        expires_at timestamptz not null
      );
      create index webauthn_challenge_by_end on webauthn_challenge (expires_at);

      create function person_of_passkey(given_credential text) returns uuid
        language sql stable security definer set search_path = pg_catalog, public
        as $$ select person_id from public.passkey where credential_id = given_credential $$;
    `);
    await protectPersonalTable(runner, 'passkey', 'person_id');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who had a passkey alone has no second factor in the older schema, and codes that stand in for none.
      update person set has_second_factor = exists (
        select from totp t where t.person_id = person.id and t.confirmed_at is not null) where has_second_factor;
      delete from recovery_code r using person p where p.id = r.person_id and not p.has_second_factor;
      drop function person_of_passkey(text);
      drop table webauthn_challenge;
      drop table passkey;
    `);
  }
}
