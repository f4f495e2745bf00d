import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Closing and erasing an organization. A closed one takes no change: the audit log, which every change passes, refuses it. It is erased by one function,
 * which looks for itself whether that is due, and leaves a tombstone. What else keeps rows from being deleted gives way only then.
 */
export class CreateClosing1795461000000 implements MigrationInterface {
  name = 'CreateClosing1795461000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organization
        add column closed_at timestamptz,
        add column closed_because text
          check (closed_because in ('practice_ended', 'practice_merged', 'other_software', 'opened_by_mistake')),
        add column erase_on date,
        add constraint organization_closed_whole check (
          (closed_at is null) = (erase_on is null) and (closed_at is null) = (closed_because is null)),
        add constraint organization_erased_late check (erase_on >= (closed_at at time zone 'UTC')::date + 29);

      -- Days are counted in its own time zone; erasure_is_due holds thirty whole ones. Nobody makes out that it was closed long ago: the days until erasure begin when it is closed.
      create function closing_is_now() returns trigger language plpgsql as $$
      begin
        if abs(extract(epoch from new.closed_at - now())) > 86400 then
          raise exception 'an organization is closed now, not at another time' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger organization_closing_is_now before update of closed_at on organization
        for each row when (new.closed_at is distinct from old.closed_at and new.closed_at is not null) execute function closing_is_now();
      create trigger organization_made_open before insert on organization
        for each row when (new.closed_at is not null) execute function closing_is_now();

      create table erased_organization (
        organization_id uuid primary key,
        closed_at timestamptz not null,
        erased_at timestamptz not null,
        -- the last entry of its audit log
        last_sequence bigint not null,
        last_digest text not null,
        -- the last checkpoint: signed over the organization, number, digest and moment
        checkpoint_sequence bigint,
        checkpoint_digest text,
        signed_at timestamptz,
        public_key text,
        key_id text,
        signature text
      );

      create function organization_is_closed(given_organization uuid) returns boolean
        language sql stable security definer set search_path = pg_catalog, public
        as $$ select exists (select from public.organization where organization_id = given_organization and closed_at is not null) $$;

      create function erasure_is_due(given_organization uuid) returns boolean
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          select exists (select from public.organization where organization_id = given_organization
            and closed_at <= now() - interval '30 days' and erase_on <= (now() at time zone time_zone)::date)
        $$;

      -- Every change is recorded in its transaction. What began before the closing and comes after it ends here.
      create function refuse_events_of_closed() returns trigger language plpgsql as $$
      begin
        if exists (
          select from added a join public.organization o on o.organization_id = a.organization_id
          where o.closed_at is not null
            and a.action not in ('organization.exported', 'organization.export-finished', 'file.read', 'report.read', 'dossier.exported',
              'audit-log.exported', 'access.evaluated')
            and not exists (select from added c where c.organization_id = a.organization_id and c.action = 'organization.closed')
        ) then raise exception 'the organization is closed' using errcode = 'DC409'; end if;
        return null;
      end $$;
      create trigger audit_event_of_open after insert on audit_event
        referencing new table as added for each statement execute function refuse_events_of_closed();

      drop trigger assessment_sealed_for_ever on assessment;
      create trigger assessment_sealed_for_ever before update on assessment
        for each row execute function refuse_change_of_sealed();
      create trigger assessment_sealed_stays before delete on assessment
        for each row when (not erasure_is_due(old.organization_id)) execute function refuse_change_of_sealed();

      drop trigger questionnaire_answer_stays on questionnaire_answer;
      create trigger questionnaire_answer_stays before update on questionnaire_answer
        for each row execute function questionnaire_answer_stays();
      create trigger questionnaire_answer_is_kept before delete on questionnaire_answer
        for each row when (not erasure_is_due(old.organization_id)) execute function questionnaire_answer_stays();

      drop trigger audit_event_kept_for_its_term on audit_event;
      create trigger audit_event_kept_for_its_term before delete on audit_event
        for each row when (not erasure_is_due(old.organization_id)) execute function keep_for_its_term();

      drop trigger audit_log_checkpoint_append_only on audit_log_checkpoint;
      create trigger audit_log_checkpoint_append_only before update on audit_log_checkpoint
        for each row execute function refuse_change();
      create trigger audit_log_checkpoint_stays before delete on audit_log_checkpoint
        for each row when (not erasure_is_due(old.organization_id)) execute function refuse_change();

      -- Every table with rows of organizations, each before those that its rows refer to. A new one is among them by itself.
      create function erasing_order() returns text[]
        language plpgsql stable set search_path = pg_catalog, public
        as $$
        declare
          waiting oid[] := array(
            select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'erased_organization');
          ready oid[];
          ordered text[] := '{}';
        begin
          while cardinality(waiting) > 0 loop
            ready := array(
              select t from unnest(waiting) t
              where not exists (select from pg_constraint k
                where k.contype = 'f' and k.confrelid = t and k.conrelid <> t and k.conrelid = any (waiting)));
            if cardinality(ready) = 0 then raise exception 'tables refer to each other in a circle'; end if;
            ordered := ordered || array(select c.relname::text from pg_class c where c.oid = any (ready) order by 1);
            waiting := array(select t from unnest(waiting) t where t <> all (ready));
          end loop;
          return ordered;
        end $$;

      create function organizations_to_erase(at timestamptz) returns table (organization_id uuid)
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          select o.organization_id from public.organization o
          where o.erase_on <= (least(at, now()) at time zone o.time_zone)::date and public.erasure_is_due(o.organization_id)
          order by o.organization_id limit 100
        $$;

      -- Gives whether it was erased: not before it is due, by the clock of the database too, and not twice.
      create function erase_organization(of_organization uuid, at timestamptz) returns boolean
        language plpgsql volatile security definer set search_path = pg_catalog, public
        as $$
        declare
          closed public.organization%rowtype;
          table_name text;
        begin
          perform set_config('duecare.read_organizations', '{' || of_organization || '}', true),
            set_config('duecare.write_organization', of_organization::text, true),
            pg_advisory_xact_lock(hashtextextended(of_organization::text, 0));
          select o.* into closed from public.organization o where o.organization_id = of_organization for update;
          if closed.organization_id is null then return false; end if;
          if not public.erasure_is_due(of_organization)
            or closed.erase_on > (least(at, now()) at time zone closed.time_zone)::date
          then raise exception 'the erasure of the organization is not due' using errcode = 'insufficient_privilege'; end if;
          insert into public.erased_organization
            select of_organization, closed.closed_at, now(), h.sequence, h.digest, c.sequence, c.digest, c.signed_at, c.public_key, c.key_id, c.signature
            from public.audit_log_head h
            left join lateral (select * from public.audit_log_checkpoint c where c.organization_id = of_organization
              order by c.sequence desc, c.signed_at desc limit 1) c on true
            where h.organization_id = of_organization;
          foreach table_name in array public.erasing_order() loop
            execute format('delete from public.%I where organization_id = $1', table_name) using of_organization;
          end loop;
          return true;
        end $$;

      -- Background work leaves a closed organization alone.
      create or replace function organizations_to_rescore(at timestamptz, model_id text, model_version text)
        returns table (organization_id uuid)
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          select distinct s.organization_id
          from public.service_score s join public.organization o on o.organization_id = s.organization_id
          where o.closed_at is null and (s.holds_until < ($1 at time zone o.time_zone)::date
            or s.model_id <> $2 or s.model_version <> $3)
          order by s.organization_id limit 1000
        $$;
      create or replace function unfinished_reports() returns table (organization_id uuid, report_id uuid)
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          select r.organization_id, r.id from public.report r join public.organization o on o.organization_id = r.organization_id
          where r.status in ('queued', 'printing') and o.closed_at is null order by r.id limit 1000
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function unfinished_reports() returns table (organization_id uuid, report_id uuid)
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          select r.organization_id, r.id from public.report r where r.status in ('queued', 'printing') order by r.id limit 1000
        $$;
      create or replace function organizations_to_rescore(at timestamptz, model_id text, model_version text)
        returns table (organization_id uuid)
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          select distinct s.organization_id
          from public.service_score s join public.organization o on o.organization_id = s.organization_id
          where s.holds_until < ($1 at time zone o.time_zone)::date
            or s.model_id <> $2 or s.model_version <> $3
          order by s.organization_id limit 1000
        $$;
      drop function erase_organization(uuid, timestamptz);
      drop function organizations_to_erase(timestamptz);
      drop function erasing_order();

      drop trigger audit_log_checkpoint_stays on audit_log_checkpoint;
      drop trigger audit_log_checkpoint_append_only on audit_log_checkpoint;
      create trigger audit_log_checkpoint_append_only before update or delete on audit_log_checkpoint
        for each row execute function refuse_change();
      drop trigger audit_event_kept_for_its_term on audit_event;
      create trigger audit_event_kept_for_its_term before delete on audit_event
        for each row execute function keep_for_its_term();
      drop trigger questionnaire_answer_is_kept on questionnaire_answer;
      drop trigger questionnaire_answer_stays on questionnaire_answer;
      create trigger questionnaire_answer_stays before update or delete on questionnaire_answer
        for each row execute function questionnaire_answer_stays();
      drop trigger assessment_sealed_stays on assessment;
      drop trigger assessment_sealed_for_ever on assessment;
      create trigger assessment_sealed_for_ever before update or delete on assessment
        for each row execute function refuse_change_of_sealed();

      drop trigger audit_event_of_open on audit_event;
      drop function refuse_events_of_closed();
      drop function erasure_is_due(uuid);
      drop function organization_is_closed(uuid);
      drop table erased_organization;
      drop trigger organization_made_open on organization;
      drop trigger organization_closing_is_now on organization;
      drop function closing_is_now();
      alter table organization drop column erase_on, drop column closed_because, drop column closed_at;
    `);
  }
}
