import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../src/database/tenancy.sql';

/**
 * Comments on the sections of an assessment, and answers to them. They are never rewritten. Once the assessment is sealed they stay as they are, but for
 * a text that is redacted; when text is taken out of an assessment, its comments go over to the one that takes its place.
 */
export class CreateAssessmentComments1795630000000 implements MigrationInterface {
  name = 'CreateAssessmentComments1795630000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table assessment_comment (
        organization_id uuid not null references organization,
        id uuid not null,
        assessment_id uuid not null,
        section text not null check (length(section) between 1 and 40),
        service_key text constraint assessment_comment_service check (service_key is null or section = 'services'),
        -- the comment that begins the thread; null in that one itself
        answer_to uuid,
        text text not null check (length(text) between 1 and 4000),
        author jsonb not null,
        created_at timestamptz not null,
        resolved_at timestamptz,
        resolved_by jsonb,
        primary key (organization_id, id),
        foreign key (organization_id, assessment_id) references assessment (organization_id, id),
        foreign key (organization_id, answer_to) references assessment_comment (organization_id, id),
        constraint assessment_comment_resolved check (
          (resolved_at is null) = (resolved_by is null) and (answer_to is null or resolved_at is null))
      );
      create index assessment_comment_on on assessment_comment (organization_id, assessment_id, id);
      create index assessment_comment_open on assessment_comment (organization_id, assessment_id)
        where answer_to is null and resolved_at is null;

      create function assessment_comment_stays() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE'
          and to_jsonb(new) - array['text', 'assessment_id'] = to_jsonb(old) - array['text', 'assessment_id']
          and public.is_redaction_of(old.text, new.text)
          and (new.assessment_id = old.assessment_id or exists (select from public.assessment s
            where s.organization_id = old.organization_id and s.id = new.assessment_id and s.supersedes = old.assessment_id))
        then return new; end if;
        if exists (select from public.assessment a where a.organization_id = new.organization_id and a.id = new.assessment_id
            and a.status <> 'sealed' and a.document is not null)
          and (tg_op = 'INSERT'
            or to_jsonb(new) - array['resolved_at', 'resolved_by'] = to_jsonb(old) - array['resolved_at', 'resolved_by'])
        then return new; end if;
        raise exception 'comments are never rewritten, and stay as they are once the assessment is sealed' using errcode = 'insufficient_privilege';
      end $$;
      revoke all on function assessment_comment_stays() from public;
      create trigger assessment_comment_stays before insert or update on assessment_comment
        for each row execute function assessment_comment_stays();
    `);
    await protectTenantTable(runner, 'assessment_comment');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table assessment_comment');
    await runner.query('drop function assessment_comment_stays()');
  }
}
