import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * From when on the sessions of a member count in one organization: a session that began before opens it no more, and whatever else is the person's as ever.
 * What is compared is when the session began: a second factor or password given in it later makes it no new one.
 */
export class LetSessionsEndInAnOrganization1795480000000 implements MigrationInterface {
  name = 'LetSessionsEndInAnOrganization1795480000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table membership add column sessions_from timestamptz');
    await runner.query(DROPPED);
    await runner.query(`
      create function organizations_of_person(given_person uuid, at_moment timestamptz)
        returns table (organization_id uuid, role text, firm_id uuid, ends_on date, sessions_from timestamptz)
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          select m.organization_id, m.role, m.firm_id, m.ends_on, m.sessions_from
          ${CURRENT_MEMBERSHIPS}
        $$;

      create function authenticate_session(given_digest bytea, given_organization uuid, at_moment timestamptz, idle interval)
        returns table (session_id uuid, person_id uuid, second_factor_given boolean, has_second_factor boolean,
          role text, firm_id uuid, second_factor_demanded boolean, own_factors boolean, single_sign_on_missing boolean,
          sign_in_too_old boolean)
        language sql volatile security definer set search_path = pg_catalog, public
        as $$
          ${SEEN}
          select s.id, s.person_id, s.second_factor_at is not null or coalesce(v.second_factor, false), p.has_second_factor,
            -- A provider opens the organization that trusts it, and no other one.
            case when (s.own_factors or v.vouched) and not o.is_too_old then m.role end, m.firm_id,
            ${FACTOR_DEMANDED},
            s.own_factors,
            coalesce(i.required, false) and not coalesce(v.vouched, false),
            -- Who would find nothing here anyway is not told to sign in again.
            m.role is not null and (s.own_factors or coalesce(v.vouched, false)) and o.is_too_old
          ${STANDING}
          cross join lateral (
            -- At the same moment is before: who signs in then does it once more, and no session of before slips through.
            select coalesce(s.created_at <= m.sessions_from, false) as is_too_old
          ) o
          ${OPEN}
        $$;

      -- Those of the person that this session reaches.
      create function organizations_of_session(given_session uuid, at_moment timestamptz)
        returns table (organization_id uuid, role text, firm_id uuid, ends_on date)
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          ${REACHED}
            and (m.sessions_from is null or s.created_at > m.sessions_from)
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The older schema would let them into the organization again.
      update session set ended_at = now() where ended_at is null and exists (
        select from membership m where m.person_id = session.person_id and session.created_at <= m.sessions_from);
    `);
    await runner.query(DROPPED);
    await runner.query(`
      create function organizations_of_person(given_person uuid, at_moment timestamptz)
        returns table (organization_id uuid, role text, firm_id uuid, ends_on date)
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          select m.organization_id, m.role, m.firm_id, m.ends_on
          ${CURRENT_MEMBERSHIPS}
        $$;

      create function authenticate_session(given_digest bytea, given_organization uuid, at_moment timestamptz, idle interval)
        returns table (session_id uuid, person_id uuid, second_factor_given boolean, has_second_factor boolean,
          role text, firm_id uuid, second_factor_demanded boolean, own_factors boolean, single_sign_on_missing boolean)
        language sql volatile security definer set search_path = pg_catalog, public
        as $$
          ${SEEN}
          select s.id, s.person_id, s.second_factor_at is not null or coalesce(v.second_factor, false), p.has_second_factor,
            -- A provider opens the organization that trusts it, and no other one.
            case when s.own_factors or v.vouched then m.role end, m.firm_id,
            ${FACTOR_DEMANDED},
            s.own_factors,
            coalesce(i.required, false) and not coalesce(v.vouched, false)
          ${STANDING}
          ${OPEN}
        $$;

      -- Those of the person that this session reaches.
      create function organizations_of_session(given_session uuid, at_moment timestamptz)
        returns table (organization_id uuid, role text, firm_id uuid, ends_on date)
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          ${REACHED}
        $$;
    `);
    await runner.query('alter table membership drop column sessions_from');
  }
}

// What the functions have in common before and after, as CreatePeople and CreateSingleSignOn made it.

const DROPPED = `
      drop function organizations_of_session(uuid, timestamptz);
      drop function authenticate_session(bytea, uuid, timestamptz, interval);
      drop function organizations_of_person(uuid, timestamptz);`;

const CURRENT_MEMBERSHIPS = `from public.membership m join public.organization o on o.organization_id = m.organization_id
          where m.person_id = given_person and m.ended_at is null
            and (m.ends_on is null or m.ends_on >= (at_moment at time zone o.time_zone)::date)`;

const SEEN = `-- When a session was last seen is kept to the minute: a write a minute, not one a request.
          with seen as (
            update public.session s set last_seen_at = at_moment
            where s.digest = given_digest and s.ended_at is null and s.expires_at > at_moment
              and s.last_seen_at > at_moment - idle and s.last_seen_at < at_moment - interval '1 minute'
          )`;

const FACTOR_DEMANDED = `m.role = 'consultant' or coalesce(r.second_factor_required, false)
              or (m.role = 'owner' and (select count(*) from public.membership x
                where x.person_id = s.person_id and x.role = 'owner' and x.ended_at is null) > 1)`;

const STANDING = `from public.session s
          join public.person p on p.id = s.person_id
          left join public.organizations_of_person(s.person_id, at_moment) m on m.organization_id = given_organization
          left join public.sign_in_rules r on r.organization_id = m.organization_id
          left join public.identity_provider i on i.organization_id = m.organization_id
          -- Where no organization is asked for, a session of single sign-on is judged by all that vouch in it.
          left join lateral (
            select true as vouched, bool_or(o.second_factor) as second_factor from public.vouches_of_session(s.id) o
            where o.organization_id = given_organization or (given_organization is null and not s.own_factors)
            having count(*) > 0
          ) v on true`;

const OPEN = `where s.digest = given_digest and s.ended_at is null and s.expires_at > at_moment
            and s.last_seen_at > at_moment - idle`;

const REACHED = `select m.organization_id, m.role, m.firm_id, m.ends_on
          from public.session s, lateral public.organizations_of_person(s.person_id, at_moment) m
          where s.id = given_session
            and (s.own_factors or m.organization_id in (select v.organization_id from public.vouches_of_session(s.id) v))`;
