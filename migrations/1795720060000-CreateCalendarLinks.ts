import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../src/database/tenancy.sql';

/** Links by which a person's calendar program reads what is due in a practice. Only digests of tokens are stored; they are reached by functions alone. */
export class CreateCalendarLinks1795720060000 implements MigrationInterface {
  name = 'CreateCalendarLinks1795720060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_link (
        organization_id uuid not null references organization,
        id uuid not null,
        person_id uuid not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        primary key (organization_id, id)
      );
      create index calendar_link_of_person on calendar_link (organization_id, person_id, id);

      create table calendar_link_digest (
        digest bytea primary key check (length(digest) = 32),
        organization_id uuid not null,
        calendar_link_id uuid not null,
        foreign key (organization_id, calendar_link_id) references calendar_link
      );
      create index calendar_link_digest_of_link on calendar_link_digest (organization_id, calendar_link_id);
    `);
    await protectTenantTable(runner, 'calendar_link');
    await runner.query(`
      create policy calendar_link_owner_lists on calendar_link for select to current_user using (true);

      create function add_calendar_link_digest(new_digest bytea, of_organization uuid, of_link uuid)
        returns void language sql volatile security definer set search_path = pg_catalog, public
        as $$
          insert into public.calendar_link_digest (digest, organization_id, calendar_link_id)
          values (new_digest, of_organization, of_link)
        $$;

      -- Good until it is revoked or expired, its person no longer belongs to the practice, or the practice is closed.
      create function authenticate_calendar_link(given_digest bytea, at_moment timestamptz)
        returns table (link_id uuid, organization_id uuid)
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          select l.id, l.organization_id
          from public.calendar_link_digest d
          join public.calendar_link l on l.organization_id = d.organization_id and l.id = d.calendar_link_id
          join public.organizations_of_person(l.person_id, at_moment) m on m.organization_id = l.organization_id
          where d.digest = given_digest and l.revoked_at is null and l.expires_at > at_moment
            and not public.organization_is_closed(l.organization_id)
        $$;

      -- By the clock of the database, as for other ways in.
      create function purge_calendar_link_digests(ended_for interval) returns integer
        language sql volatile security definer set search_path = pg_catalog, public
        as $$
          with gone as (
            delete from public.calendar_link_digest d using public.calendar_link l
            where l.organization_id = d.organization_id and l.id = d.calendar_link_id
              and least(l.revoked_at, l.expires_at) < now() - ended_for
            returning 1
          ) select count(*)::integer from gone
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function purge_calendar_link_digests(interval);
      drop function authenticate_calendar_link(bytea, timestamptz);
      drop function add_calendar_link_digest(bytea, uuid, uuid);
      drop table calendar_link_digest;
      drop table calendar_link;
    `);
  }
}
