import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a redaction may do to rows that otherwise never change: empty an assessment that another supersedes, put the mark for a text. */
export class LetTextBeRedacted1795460000000 implements MigrationInterface {
  name = 'LetTextBeRedacted1795460000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table assessment
        alter column document drop not null,
        add column supersedes uuid,
        add column redacted_at timestamptz,
        add constraint assessment_supersedes_fkey foreign key (organization_id, supersedes) references assessment (organization_id, id),
        add constraint assessment_redacted check ((document is null) = (redacted_at is not null));
      drop index assessment_sealed;
      create index assessment_sealed on assessment (organization_id, as_of desc, created_at desc, id desc)
        where status = 'sealed' and redacted_at is null;
      create unique index assessment_superseded_once on assessment (organization_id, supersedes) where supersedes is not null;

      -- What is left of a redacted assessment is the trace of it: status, date, digest and seal.
      create or replace function refuse_change_of_sealed() returns trigger language plpgsql as $$
      begin
        if old.document is null then
          raise exception 'a redacted assessment never changes' using errcode = 'insufficient_privilege';
        end if;
        if old.status <> 'sealed' then return new; end if;
        if tg_op = 'UPDATE' and new.document is null
          and to_jsonb(new) - array['document', 'title', 'redacted_at', 'version', 'updated_at']
            = to_jsonb(old) - array['document', 'title', 'redacted_at', 'version', 'updated_at']
          and exists (select from public.assessment s where s.organization_id = old.organization_id and s.supersedes = old.id)
        then return new; end if;
        raise exception 'a sealed assessment never changes' using errcode = 'insufficient_privilege';
      end $$;

      alter table report drop constraint report_status_check,
        add constraint report_status_check check (status in ('queued', 'printing', 'done', 'failed', 'redacted'));

      create or replace function questionnaire_answer_stays() returns trigger language plpgsql as $$
      begin
        if (select state from questionnaire q where q.organization_id = old.organization_id and q.id = old.questionnaire_id) = 'issued'
        then
          return case tg_op when 'DELETE' then old else new end;
        end if;
        if tg_op = 'UPDATE'
          and to_jsonb(new) - array['review', 'value', 'evidence', 'answered_by', 'note']
            = to_jsonb(old) - array['review', 'value', 'evidence', 'answered_by', 'note']
          and (new.value = old.value or new.value #>> '{}' like '%[redacted]%')
          and (new.evidence is not distinct from old.evidence or new.evidence like '%[redacted]%')
          and (new.answered_by is not distinct from old.answered_by or new.answered_by like '%[redacted]%')
          and (new.note is not distinct from old.note or new.note like '%[redacted]%')
        then
          return new;
        end if;
        raise exception 'answers of a frozen questionnaire stay as they are';
      end $$;

      -- Answers kept for idempotency keys may hold what the request brought. Who wrote in this organization lately is told by its log. Their
      -- work is long done, and is told as such.
      create function forget_answers_kept_for(of_organization uuid, since timestamptz) returns integer
        language sql volatile security definer set search_path = pg_catalog, public
        as $$
          with forgotten as (
            update public.idempotency_key k set state = 'worked', answer = null, started_at = least(k.started_at, since)
            where k.state = 'answered' and k.caller_id in (
              select e.actor_id from public.audit_event e where e.organization_id = of_organization and e.occurred_at >= since
            ) returning 1
          )
          select count(*)::integer from forgotten
        $$;
    `);
  }

  /** Refused by the columns' own rules where something has been redacted: the text is gone and cannot be put back. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function forget_answers_kept_for(uuid, timestamptz);

      create or replace function questionnaire_answer_stays() returns trigger language plpgsql as $$
      begin
        if (select state from questionnaire q where q.organization_id = old.organization_id and q.id = old.questionnaire_id) = 'issued'
        then
          return case tg_op when 'DELETE' then old else new end;
        end if;
        if tg_op = 'UPDATE' and to_jsonb(new) - 'review' = to_jsonb(old) - 'review' then
          return new;
        end if;
        raise exception 'answers of a frozen questionnaire stay as they are';
      end $$;

      alter table report drop constraint report_status_check,
        add constraint report_status_check check (status in ('queued', 'printing', 'done', 'failed'));

      create or replace function refuse_change_of_sealed() returns trigger language plpgsql as $$
      begin
        if old.status = 'sealed' then
          raise exception 'a sealed assessment never changes' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$;

      drop index assessment_superseded_once;
      drop index assessment_sealed;
      create index assessment_sealed on assessment (organization_id, as_of desc, id desc) where status = 'sealed';
      alter table assessment
        drop constraint assessment_redacted,
        drop constraint assessment_supersedes_fkey,
        drop column redacted_at,
        drop column supersedes,
        alter column document set not null;
    `);
  }
}
