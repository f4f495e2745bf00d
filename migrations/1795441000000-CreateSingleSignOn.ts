import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectPersonalTable, protectTenantTable } from '../src/database/tenancy.sql';

/**
 * Identity providers of organizations, whom they vouch for, and what a session rests on: a person's own factors, or the word of a provider for
 * one organization.
 */
export class CreateSingleSignOn1795441000000 implements MigrationInterface {
  name = 'CreateSingleSignOn1795441000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity_provider (
        organization_id uuid primary key references organization,
        version integer not null check (version > 0),
        -- null while there is no single sign-on
        issuer text,
        client_id text check ((client_id is null) = (issuer is null)),
        -- encrypted to the installation's key
        client_secret bytea check ((client_secret is null) = (issuer is null)),
        email_domains text[] not null,
        second_factor_amr text[] not null,
        second_factor_acr text[] not null,
        required boolean not null check (not required or issuer is not null),
        updated_at timestamptz not null
      );

      create table identity_link (
        organization_id uuid not null references organization,
        id uuid not null,
        person_id uuid not null,
        issuer text not null,
        subject text not null check (length(subject) between 1 and 255),
        linked_at timestamptz not null,
        last_used_at timestamptz not null,
        removed_at timestamptz,
        primary key (organization_id, id)
      );
      -- One account of the provider is one person, and the other way round.
      create unique index identity_link_of_subject on identity_link (organization_id, issuer, subject) where removed_at is null;
      create unique index identity_link_of_person on identity_link (organization_id, person_id, issuer) where removed_at is null;

      alter table session add column own_factors boolean not null default true;

      create table session_vouch (
        session_id uuid not null references session,
        organization_id uuid not null,
        person_id uuid not null references person,
        issuer text not null,
        second_factor boolean not null,
        vouched_at timestamptz not null,
        primary key (session_id, organization_id)
      );
      create index session_vouch_of_person on session_vouch (person_id, organization_id);

      create table single_sign_on_flow (
        state_digest bytea primary key check (length(state_digest) = 32),
        -- of the cookie of the browser that began
        browser_digest bytea not null check (length(browser_digest) = 32),
        organization_id uuid not null,
        provider_version integer not null,
        -- nonce and code verifier, encrypted to the installation's key
        secrets bytea not null,
        as_cookie boolean not null,
        return_to text,
        expires_at timestamptz not null
      );
      create index single_sign_on_flow_by_end on single_sign_on_flow (expires_at);
    `);
    for (const table of ['identity_provider', 'identity_link']) await protectTenantTable(runner, table);
    await protectPersonalTable(runner, 'session_vouch', 'person_id');
    await runner.query(`
      create policy identity_provider_owner_lists on identity_provider for select to current_user using (true);

      -- The organizations whose providers vouch in a session: as long as the organization keeps to the provider.
      create function vouches_of_session(given_session uuid) returns table (organization_id uuid, second_factor boolean)
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          select v.organization_id, v.second_factor from public.session_vouch v
          join public.identity_provider i on i.organization_id = v.organization_id and i.issuer = v.issuer
          where v.session_id = given_session
        $$;

      drop function authenticate_session(bytea, uuid, timestamptz, interval);
      create function authenticate_session(given_digest bytea, given_organization uuid, at_moment timestamptz, idle interval)
        returns table (session_id uuid, person_id uuid, second_factor_given boolean, has_second_factor boolean,
          role text, firm_id uuid, second_factor_demanded boolean, own_factors boolean, single_sign_on_missing boolean)
        language sql volatile security definer set search_path = pg_catalog, public
        as $$
          -- When a session was last seen is kept to the minute: a write a minute, not one a request.
          with seen as (
            update public.session s set last_seen_at = at_moment
            where s.digest = given_digest and s.ended_at is null and s.expires_at > at_moment
              and s.last_seen_at > at_moment - idle and s.last_seen_at < at_moment - interval '1 minute'
          )
          select s.id, s.person_id, s.second_factor_at is not null or coalesce(v.second_factor, false), p.has_second_factor,
            -- A provider opens the organization that trusts it, and no other one.
            case when s.own_factors or v.vouched then m.role end, m.firm_id,
            m.role = 'consultant' or coalesce(r.second_factor_required, false)
              or (m.role = 'owner' and (select count(*) from public.membership x
                where x.person_id = s.person_id and x.role = 'owner' and x.ended_at is null) > 1),
            s.own_factors,
            coalesce(i.required, false) and not coalesce(v.vouched, false)
          from public.session s
          join public.person p on p.id = s.person_id
          left join public.organizations_of_person(s.person_id, at_moment) m on m.organization_id = given_organization
          left join public.sign_in_rules r on r.organization_id = m.organization_id
          left join public.identity_provider i on i.organization_id = m.organization_id
          -- Where no organization is asked for, a session of single sign-on is judged by all that vouch in it.
          left join lateral (
            select true as vouched, bool_or(o.second_factor) as second_factor from public.vouches_of_session(s.id) o
            where o.organization_id = given_organization or (given_organization is null and not s.own_factors)
            having count(*) > 0
          ) v on true
          where s.digest = given_digest and s.ended_at is null and s.expires_at > at_moment
            and s.last_seen_at > at_moment - idle
        $$;

      -- Those of the person that this session reaches.
      create function organizations_of_session(given_session uuid, at_moment timestamptz)
        returns table (organization_id uuid, role text, firm_id uuid, ends_on date)
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          select m.organization_id, m.role, m.firm_id, m.ends_on
          from public.session s, lateral public.organizations_of_person(s.person_id, at_moment) m
          where s.id = given_session
            and (s.own_factors or m.organization_id in (select v.organization_id from public.vouches_of_session(s.id) v))
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The older schema would take a session of single sign-on for one of the person's own.
      update session set ended_at = now() where ended_at is null and not own_factors;
      drop function organizations_of_session(uuid, timestamptz);
      drop function authenticate_session(bytea, uuid, timestamptz, interval);
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

      drop function vouches_of_session(uuid);
      drop table single_sign_on_flow;
      drop table session_vouch;
      alter table session drop column own_factors;
      drop table identity_link;
      drop table identity_provider;
    `);
  }
}
