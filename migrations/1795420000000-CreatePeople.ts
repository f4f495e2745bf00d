import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectPersonalTable, protectTenantTable } from '../src/database/tenancy.sql';

/**
 * People with their passwords and sessions, who belongs to which organization, and the one-time tokens that let somebody in. The key of the
 * first start goes: it belonged to nobody, and a setup link takes its place.
 */
export class CreatePeople1795420000000 implements MigrationInterface {
  name = 'CreatePeople1795420000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function organization_ids(uuid, integer);
      drop function add_first_api_key(uuid, bytea, text);
      drop function authenticate_api_key(bytea);
      drop table api_key;

      -- That a key is taken would tell one practice of another.
      alter table organization drop constraint organization_key_key;

      alter table audit_event drop constraint audit_event_actor_kind_check,
        add constraint audit_event_actor_kind_check check (actor_kind in ('person', 'api_key', 'system')),
        add column on_behalf_of uuid;

      create table person (
        id uuid primary key,
        email text not null unique check (email = lower(email)),
        name text not null,
        version integer not null default 1 check (version > 0),
        has_second_factor boolean not null default false,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );

      create table person_password (
        person_id uuid primary key references person,
        hash text not null,
        changed_at timestamptz not null
      );

      create table session (
        id uuid primary key,
        person_id uuid not null references person,
        digest bytea not null unique check (length(digest) = 32),
        client text,
        address text,
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        expires_at timestamptz not null,
        second_factor_at timestamptz,
        ended_at timestamptz
      );
      create index session_of_person on session (person_id, id);

      create table person_event (
        person_id uuid not null references person,
        id uuid not null,
        occurred_at timestamptz not null,
        session_id uuid,
        request_id text,
        action text not null,
        data jsonb not null,
        primary key (person_id, id)
      );
      create trigger person_event_append_only before update or delete on person_event
        for each row execute function refuse_change();
      create trigger person_event_no_truncate before truncate on person_event
        for each statement execute function refuse_change();

      create table membership (
        organization_id uuid not null references organization,
        id uuid not null,
        person_id uuid not null,
        role text not null
          check (role in ('owner', 'security_official', 'privacy_official', 'clinician', 'staff', 'consultant', 'auditor')),
        -- the organization in whose name a consultant works
        firm_id uuid check (firm_id is null or role = 'consultant'),
        ends_on date check (role <> 'auditor' or ends_on is not null),
        version integer not null default 1 check (version > 0),
        created_at timestamptz not null,
        updated_at timestamptz not null,
        ended_at timestamptz,
        primary key (organization_id, id)
      );
      create unique index membership_once on membership (organization_id, person_id) where ended_at is null;
      create index membership_of_person on membership (person_id) where ended_at is null;

      create table sign_in_rules (
        organization_id uuid primary key references organization,
        version integer not null default 1 check (version > 0),
        second_factor_required boolean not null,
        updated_at timestamptz not null
      );

      create table one_time_token (
        digest bytea primary key check (length(digest) = 32),
        id uuid not null unique,
        purpose text not null check (purpose in ('setup', 'invitation', 'password_reset')),
        person_id uuid references person,
        organization_id uuid references organization,
        invitation_id uuid,
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index one_time_token_of_person on one_time_token (person_id);
      create index one_time_token_of_invitation on one_time_token (organization_id, invitation_id);

      create table sign_in_failure (
        subject bytea primary key check (length(subject) = 32),
        failures integer not null,
        last_failed_at timestamptz not null
      );
      create index sign_in_failure_by_age on sign_in_failure (last_failed_at);
    `);
    await protectPersonalTable(runner, 'person', 'id');
    for (const table of ['person_password', 'session', 'person_event']) {
      await protectPersonalTable(runner, table, 'person_id');
    }
    for (const table of ['membership', 'sign_in_rules']) await protectTenantTable(runner, table);
    await runner.query(`
      -- Who belongs to an organization is seen by its members: membership lets only rows of the organizations read through.
      create policy person_co_member on person for select
        using (exists (select from membership m where m.person_id = person.id));

      create policy membership_owner_lists on membership for select to current_user using (true);
      create policy sign_in_rules_owner_lists on sign_in_rules for select to current_user using (true);

      create function organizations_of_person(given_person uuid, at_moment timestamptz)
        returns table (organization_id uuid, role text, firm_id uuid, ends_on date)
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          select m.organization_id, m.role, m.firm_id, m.ends_on
          from public.membership m join public.organization o on o.organization_id = m.organization_id
          where m.person_id = given_person and m.ended_at is null
            and (m.ends_on is null or m.ends_on >= (at_moment at time zone o.time_zone)::date)
        $$;

      create function authenticate_session(given_digest bytea, given_organization uuid, at_moment timestamptz, idle interval)
        returns table (session_id uuid, person_id uuid, second_factor_given boolean, has_second_factor boolean,
          role text, firm_id uuid, second_factor_demanded boolean)
        language sql volatile security definer set search_path = pg_catalog, public
        as $$
          -- When a session was last seen is kept to the minute: a write a minute, not one a request.
          with seen as (
            update public.session s set last_seen_at = at_moment
            where s.digest = given_digest and s.ended_at is null and s.expires_at > at_moment
              and s.last_seen_at > at_moment - idle and s.last_seen_at < at_moment - interval '1 minute'
          )
          select s.id, s.person_id, s.second_factor_at is not null, p.has_second_factor, m.role, m.firm_id,
            m.role = 'consultant' or coalesce(r.second_factor_required, false)
              or (m.role = 'owner' and (select count(*) from public.membership x
                where x.person_id = s.person_id and x.role = 'owner' and x.ended_at is null) > 1)
          from public.session s
          join public.person p on p.id = s.person_id
          left join public.organizations_of_person(s.person_id, at_moment) m on m.organization_id = given_organization
          left join public.sign_in_rules r on r.organization_id = m.organization_id
          where s.digest = given_digest and s.ended_at is null and s.expires_at > at_moment
            and s.last_seen_at > at_moment - idle
        $$;

      create function person_with_email(given_email text) returns uuid
        language sql stable security definer set search_path = pg_catalog, public
        as $$ select id from public.person where email = given_email $$;

      create function somebody_is_there() returns boolean
        language sql stable security definer set search_path = pg_catalog, public
        as $$ select exists (select from public.person) $$;

      create function ownerless_organizations() returns setof uuid
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          select o.organization_id from public.organization o
          where not exists (select from public.membership m
            where m.organization_id = o.organization_id and m.role = 'owner' and m.ended_at is null)
        $$;

      create function issue_one_time_token(new_digest bytea, new_id uuid, new_purpose text, for_person uuid,
          for_organization uuid, for_invitation uuid, until timestamptz) returns void
        language sql volatile security definer set search_path = pg_catalog, public
        as $$
          insert into public.one_time_token (digest, id, purpose, person_id, organization_id, invitation_id, expires_at)
          values (new_digest, new_id, new_purpose, for_person, for_organization, for_invitation, until)
        $$;

      create function read_one_time_token(given_digest bytea, given_purpose text, at_moment timestamptz)
        returns table (id uuid, person_id uuid, organization_id uuid, invitation_id uuid)
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          select t.id, t.person_id, t.organization_id, t.invitation_id from public.one_time_token t
          where t.digest = given_digest and t.purpose = given_purpose and t.used_at is null and t.expires_at > at_moment
        $$;

      -- One statement, so that of two who bring a token at the same moment one is refused.
      create function use_one_time_token(given_digest bytea, given_purpose text, at_moment timestamptz)
        returns table (id uuid, person_id uuid, organization_id uuid, invitation_id uuid)
        language sql volatile security definer set search_path = pg_catalog, public
        as $$
          update public.one_time_token t set used_at = at_moment
          where t.digest = given_digest and t.purpose = given_purpose and t.used_at is null and t.expires_at > at_moment
          returning t.id, t.person_id, t.organization_id, t.invitation_id
        $$;

      -- Makes every token void that was given for the same: earlier resets of a person, the link of an invitation, all setup links.
      create function void_one_time_tokens(given_purpose text, of_person uuid, of_organization uuid, of_invitation uuid,
          at_moment timestamptz) returns setof uuid
        language sql volatile security definer set search_path = pg_catalog, public
        as $$
          update public.one_time_token t set used_at = at_moment
          where t.purpose = given_purpose and t.used_at is null and t.person_id is not distinct from of_person
            and t.organization_id is not distinct from of_organization and t.invitation_id is not distinct from of_invitation
          returning t.id
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function void_one_time_tokens(text, uuid, uuid, uuid, timestamptz);
      drop function use_one_time_token(bytea, text, timestamptz);
      drop function read_one_time_token(bytea, text, timestamptz);
      drop function issue_one_time_token(bytea, uuid, text, uuid, uuid, uuid, timestamptz);
      drop function ownerless_organizations();
      drop function somebody_is_there();
      drop function person_with_email(text);
      drop function authenticate_session(bytea, uuid, timestamptz, interval);
      drop function organizations_of_person(uuid, timestamptz);
      drop policy person_co_member on person;
      drop table sign_in_failure;
      drop table one_time_token;
      drop table sign_in_rules;
      drop table membership;
      drop table person_event;
      drop table session;
      drop table person_password;
      drop table person;

      -- What people did keeps its line; the older schema knows no other word for somebody outside.
      alter table audit_event disable trigger audit_event_append_only, no force row level security;
      update audit_event set actor_kind = 'system', actor_id = null where actor_kind = 'person';
      alter table audit_event enable trigger audit_event_append_only, force row level security;
      alter table audit_event drop column on_behalf_of, drop constraint audit_event_actor_kind_check,
        add constraint audit_event_actor_kind_check check (actor_kind in ('api_key', 'system'));

      alter table organization add constraint organization_key_key unique (key);

      create table api_key (
        id uuid primary key,
        digest bytea not null unique check (length(digest) = 32),
        label text not null,
        created_at timestamptz not null default now(),
        revoked_at timestamptz
      );

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
}
