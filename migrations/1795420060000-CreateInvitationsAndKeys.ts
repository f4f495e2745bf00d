import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectPersonalTable, protectTenantTable } from '../src/database/tenancy.sql';

/** Invitations into an organization, second factors of people, and API keys that belong to an organization. */
export class CreateInvitationsAndKeys1795420060000 implements MigrationInterface {
  name = 'CreateInvitationsAndKeys1795420060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table invitation (
        organization_id uuid not null references organization,
        id uuid not null,
        email text not null check (email = lower(email)),
        role text not null
          check (role in ('owner', 'security_official', 'privacy_official', 'clinician', 'staff', 'consultant', 'auditor')),
        ends_on date check (role <> 'auditor' or ends_on is not null),
        invited_by uuid not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        accepted_at timestamptz,
        withdrawn_at timestamptz,
        primary key (organization_id, id)
      );

      create table totp (
        person_id uuid primary key references person,
        -- encrypted to the installation's key
        secret bytea not null,
        confirmed_at timestamptz,
        -- the step of the last code that was taken: none is taken twice
        last_time_step bigint
      );

      create table recovery_code (
        person_id uuid not null references person,
        digest bytea not null check (length(digest) = 32),
        primary key (person_id, digest)
      );

      create table api_key (
        organization_id uuid not null references organization,
        id uuid not null,
        label text not null,
        scopes text[] not null check (cardinality(scopes) > 0),
        serves_practices boolean not null,
        created_by uuid not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        rotated_at timestamptz,
        last_used_at timestamptz,
        revoked_at timestamptz,
        primary key (organization_id, id)
      );

      create table api_key_digest (
        digest bytea primary key check (length(digest) = 32),
        organization_id uuid not null,
        api_key_id uuid not null,
        -- of a key that was rotated: until then the earlier one works too
        valid_until timestamptz,
        foreign key (organization_id, api_key_id) references api_key
      );
      create index api_key_digest_of_key on api_key_digest (organization_id, api_key_id);
    `);
    for (const table of ['invitation', 'api_key']) await protectTenantTable(runner, table);
    for (const table of ['totp', 'recovery_code']) await protectPersonalTable(runner, table, 'person_id');
    await runner.query(`
      create policy api_key_owner_lists on api_key for select to current_user using (true);
      create policy api_key_owner_notes on api_key for update to current_user using (true) with check (true);

      -- The practices that a firm serves: those where somebody of the firm works as a consultant in its name.
      create function practices_served_by(given_firm uuid, at_moment timestamptz) returns setof uuid
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          select distinct m.organization_id
          from public.membership of_firm
          join public.membership m on m.person_id = of_firm.person_id
          join public.organization o on o.organization_id = m.organization_id
          join public.organization f on f.organization_id = of_firm.organization_id
          where of_firm.organization_id = given_firm and of_firm.ended_at is null
            and (of_firm.ends_on is null or of_firm.ends_on >= (at_moment at time zone f.time_zone)::date)
            and m.firm_id = given_firm and m.role = 'consultant' and m.ended_at is null
            and (m.ends_on is null or m.ends_on >= (at_moment at time zone o.time_zone)::date)
        $$;

      create function authenticate_api_key(given_digest bytea, given_organization uuid, at_moment timestamptz)
        returns table (key_id uuid, owner_id uuid, scopes text[], reach text)
        language sql volatile security definer set search_path = pg_catalog, public
        as $$
          with valid as (
            select k.organization_id, k.id, k.scopes, k.serves_practices, k.last_used_at
            from public.api_key_digest d
            join public.api_key k on k.organization_id = d.organization_id and k.id = d.api_key_id
            where d.digest = given_digest and (d.valid_until is null or d.valid_until > at_moment)
              and k.revoked_at is null and k.expires_at > at_moment
          ), used as (
            -- The last use is kept to the minute: a write a minute, not one a request.
            update public.api_key k set last_used_at = at_moment from valid v
            where k.organization_id = v.organization_id and k.id = v.id
              and (v.last_used_at is null or v.last_used_at < at_moment - interval '1 minute')
          )
          select v.id, v.organization_id, v.scopes, case
              when v.organization_id = given_organization then 'own'
              when v.serves_practices and given_organization in
                (select public.practices_served_by(v.organization_id, at_moment)) then 'served'
            end
          from valid v
        $$;

      create function organizations_of_api_key(given_key uuid, at_moment timestamptz) returns table (organization_id uuid)
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          select k.organization_id from public.api_key k where k.id = given_key
          union
          select public.practices_served_by(k.organization_id, at_moment) from public.api_key k
          where k.id = given_key and k.serves_practices
        $$;

      -- The earlier digests of the key work until the moment given, or not at all when they would end sooner anyway.
      create function add_api_key_digest(new_digest bytea, of_organization uuid, of_key uuid, earlier_until timestamptz)
        returns void language sql volatile security definer set search_path = pg_catalog, public
        as $$
          update public.api_key_digest set valid_until = earlier_until
          where organization_id = of_organization and api_key_id = of_key
            and (valid_until is null or valid_until > earlier_until);
          insert into public.api_key_digest (digest, organization_id, api_key_id)
          values (new_digest, of_organization, of_key)
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function add_api_key_digest(bytea, uuid, uuid, timestamptz);
      drop function organizations_of_api_key(uuid, timestamptz);
      drop function authenticate_api_key(bytea, uuid, timestamptz);
      drop function practices_served_by(uuid, timestamptz);
      drop table api_key_digest;
      drop table api_key;
      drop table recovery_code;
      drop table totp;
      drop table invitation;
    `);
  }
}
