import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a list of many practices asks of each: whether the session opens it, and how many things are not known. The counts stand in columns that
 * PostgreSQL keeps itself, since a list must not unpack the whole result of every tool.
 */
export class CreatePortfolio1795610000000 implements MigrationInterface {
  name = 'CreatePortfolio1795610000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table service_score
        add column unknown_facts integer not null generated always as
          (jsonb_array_length(jsonb_path_query_array(result, '$.unknowns[*] ? (!(@.id starts with "answer-"))'))) stored,
        add column unknown_answers integer not null generated always as
          (jsonb_array_length(jsonb_path_query_array(result, '$.unknowns[*] ? (@.id starts with "answer-")'))) stored;
      alter table questionnaire
        add column questions_asked integer not null generated always as (jsonb_array_length(questions)) stored;

      -- The organizations that a session reaches, each with what the guard would refuse it for (identity/access-decision.ts; a test goes through every
      -- case): null where it is open. The name is given in either case, whatever else is in it where it is open.
      create function portfolio_of_session(given_session uuid, at_moment timestamptz)
        returns table (organization_id uuid, name text, role text, firm_id uuid, ends_on date, closed boolean, refusal text)
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          select m.organization_id, o.name, m.role, m.firm_id, m.ends_on, o.closed_at is not null,
            case
              when p.has_second_factor and not f.given then 'second-factor-needed'
              when s.created_at <= m.sessions_from then 'new-sign-in-needed'
              when f.single_sign_on_missing and m.role not in ('owner', 'consultant', 'auditor') then 'single-sign-on-needed'
              when not f.given and (f.single_sign_on_missing or m.role = 'consultant' or coalesce(r.second_factor_required, false)
                or (m.role = 'owner' and (select count(*) from public.membership x
                  where x.person_id = s.person_id and x.role = 'owner' and x.ended_at is null) > 1)) then 'second-factor-needed'
            end
          from public.session s
          join public.person p on p.id = s.person_id
          cross join lateral public.organizations_of_person(s.person_id, at_moment) m
          join public.organization o on o.organization_id = m.organization_id
          left join public.sign_in_rules r on r.organization_id = m.organization_id
          left join public.identity_provider i on i.organization_id = m.organization_id
          left join (
            select w.organization_id, bool_or(w.second_factor) as second_factor
            from public.vouches_of_session(given_session) w group by w.organization_id
          ) v on v.organization_id = m.organization_id
          cross join lateral (
            select s.second_factor_at is not null or coalesce(v.second_factor, false) as given,
              coalesce(i.required, false) and v.organization_id is null as single_sign_on_missing
          ) f
          where s.id = given_session and (s.own_factors or v.organization_id is not null)
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function portfolio_of_session(uuid, timestamptz);
      alter table questionnaire drop column questions_asked;
      alter table service_score drop column unknown_answers, drop column unknown_facts;
    `);
  }
}
