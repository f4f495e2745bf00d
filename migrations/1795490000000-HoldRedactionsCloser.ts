import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A frozen answer may only lose text, and an answer that is still under way when text is redacted is not kept for its key. */
export class HoldRedactionsCloser1795490000000 implements MigrationInterface {
  name = 'HoldRedactionsCloser1795490000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether a text is another one with parts of it gone: each mark stands for anything, all else is as it was.
      create function is_redaction_of(before text, after text) returns boolean
        language sql immutable set search_path = pg_catalog as $$
          select after is not distinct from before or (
            after like '%[redacted]%'
            and before like replace(replace(replace(replace(after, '\\', '\\\\'), '%', '\\%'), '_', '\\_'), '[redacted]', '%')
          )
        $$;

      create or replace function questionnaire_answer_stays() returns trigger language plpgsql as $$
      begin
        if (select state from questionnaire q where q.organization_id = old.organization_id and q.id = old.questionnaire_id) = 'issued'
        then
          return case tg_op when 'DELETE' then old else new end;
        end if;
        if tg_op = 'UPDATE'
          and to_jsonb(new) - array['review', 'value', 'evidence', 'answered_by', 'note']
            = to_jsonb(old) - array['review', 'value', 'evidence', 'answered_by', 'note']
          and jsonb_typeof(new.value) = jsonb_typeof(old.value)
          and public.is_redaction_of(old.value #>> '{}', new.value #>> '{}')
          and public.is_redaction_of(old.evidence, new.evidence)
          and public.is_redaction_of(old.answered_by, new.answered_by)
          and public.is_redaction_of(old.note, new.note)
        then
          return new;
        end if;
        raise exception 'answers of a frozen questionnaire stay as they are';
      end $$;

      -- One whose work is done and whose answer is about to be kept is taken for another attempt's: its answer comes too late.
      create or replace function forget_answers_kept_for(of_organization uuid, since timestamptz) returns integer
        language sql volatile security definer set search_path = pg_catalog, public
        as $$
          with forgotten as (
            update public.idempotency_key k
            set state = 'worked', answer = null, attempt_id = gen_random_uuid(), started_at = least(k.started_at, since)
            where k.state in ('answered', 'worked') and k.caller_id in (
              select e.actor_id from public.audit_event e where e.organization_id = of_organization and e.occurred_at >= since
            ) returning 1
          )
          select count(*)::integer from forgotten
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function forget_answers_kept_for(of_organization uuid, since timestamptz) returns integer
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

      drop function is_redaction_of(text, text);
    `);
  }
}
