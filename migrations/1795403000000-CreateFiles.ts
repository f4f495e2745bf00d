import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../src/database/tenancy.sql';

/** Uploaded files and the register of evidence that refers to them by digest. */
export class CreateFiles1795403000000 implements MigrationInterface {
  name = 'CreateFiles1795403000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table stored_file (
        organization_id uuid not null references organization,
        id uuid not null,
        digest text not null check (digest ~ '^sha256:[0-9a-f]{64}$'),
        bytes integer not null check (bytes > 0),
        media_type text not null,
        name text,
        -- the key of the file's bytes, encrypted to the installation's key; destroying it makes every copy unreadable
        wrapped_key bytea,
        uploaded_at timestamptz not null,
        destroyed_at timestamptz,
        destroyed_because text check (destroyed_because in ('holds_client_data', 'wrong_file', 'not_allowed_to_keep', 'retention_ended')),
        primary key (organization_id, id),
        check ((destroyed_at is null) = (wrapped_key is not null)),
        check ((destroyed_at is null) = (destroyed_because is null))
      );
      create unique index stored_file_readable_digest on stored_file (organization_id, digest) where destroyed_at is null;
      create index stored_file_digest on stored_file (organization_id, digest);

      create table evidence (
        organization_id uuid not null references organization,
        id uuid not null,
        key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 80),
        version integer not null default 1 check (version > 0),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        vendor_key text,
        title text not null,
        kind text not null,
        source text not null,
        issued_on date not null,
        received_on date,
        valid_until date,
        restricted_use boolean,
        reference text,
        file jsonb,
        primary key (organization_id, id),
        unique (organization_id, key),
        constraint evidence_dates_in_order check (valid_until >= issued_on),
        foreign key (organization_id, vendor_key) references vendor (organization_id, key)
      );
      create index evidence_vendor on evidence (organization_id, vendor_key);

      create table evidence_service (
        organization_id uuid not null,
        evidence_key text not null,
        service_key text not null,
        primary key (organization_id, evidence_key, service_key),
        foreign key (organization_id, evidence_key) references evidence (organization_id, key),
        foreign key (organization_id, service_key) references service (organization_id, key)
      );
      create index evidence_service_service on evidence_service (organization_id, service_key);
    `);
    for (const table of ['stored_file', 'evidence', 'evidence_service'])
      await protectTenantTable(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['evidence_service', 'evidence', 'stored_file'])
      await runner.query(`drop table ${table}`);
  }
}
