import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../src/database/tenancy.sql';

/** Organizations, the digests of API keys and the append-only log of audit events. */
export class CreateOrganizations1795305600000 implements MigrationInterface {
  name = 'CreateOrganizations1795305600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organization (
        organization_id uuid primary key,
        key text not null unique,
        version integer not null default 1 check (version > 0),
        name text not null,
        time_zone text not null,
        covered_entity text not null check (covered_entity in ('yes', 'no', 'unsure')),
        client_states text[] not null check (cardinality(client_states) > 0),
        clinician_states text[] not null check (cardinality(clinician_states) > 0),
        modalities text[] not null check (cardinality(modalities) > 0),
        specialties text[] not null,
        clinicians integer not null check (clinicians > 0),
        clients_per_year integer not null check (clients_per_year >= 0),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );

      create table api_key (
        id uuid primary key,
        digest bytea not null unique check (length(digest) = 32),
        label text not null,
        created_at timestamptz not null default now(),
        revoked_at timestamptz
      );

      create table audit_event (
        organization_id uuid not null references organization,
        id uuid not null,
        occurred_at timestamptz not null default now(),
        actor_kind text not null check (actor_kind in ('api_key', 'system')),
        actor_id uuid,
        request_id text,
        action text not null,
        subject_kind text not null,
        subject_id uuid not null,
        data jsonb not null,
        primary key (organization_id, id)
      );
      create index audit_event_subject on audit_event (organization_id, subject_kind, subject_id, id);

      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
      end $$;
      create trigger audit_event_append_only before update or delete on audit_event
        for each row execute function refuse_change();
      create trigger audit_event_no_truncate before truncate on audit_event
        for each statement execute function refuse_change();
    `);
    // SECURITY DEFINER with a fixed search_path: the application role learns ids, never digests. row_security is forced on the
    // owner too, so listing organizations needs a role-independent switch: a dedicated policy for the owner alone.
    await protectTenantTable(runner, 'organization');
    await protectTenantTable(runner, 'audit_event');
    await runner.query(`
      create policy organization_owner_lists on organization for select to current_user using (true);

      create function authenticate_api_key(given_digest bytea) returns uuid
        language sql stable security definer set search_path = pg_catalog, public
        as $$ select id from public.api_key where digest = given_digest and revoked_at is null $$;

      create function add_first_api_key(new_id uuid, new_digest bytea, new_label text) returns boolean
        language plpgsql security definer set search_path = pg_catalog, public
        as $$
        begin
          lock table public.api_key in exclusive mode;
          if exists (select from public.api_key where revoked_at is null) then return false; end if;
          insert into public.api_key (id, digest, label) values (new_id, new_digest, new_label);
          return true;
        end $$;

      create function organization_ids(after_id uuid, at_most integer) returns setof uuid
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          select organization_id from public.organization
          where after_id is null or organization_id > after_id
          order by organization_id limit at_most
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function organization_ids(uuid, integer);
      drop function add_first_api_key(uuid, bytea, text);
      drop function authenticate_api_key(bytea);
      drop table audit_event;
      drop function refuse_change();
      drop table api_key;
      drop table organization;
    `);
  }
}
