import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../src/database/tenancy.sql';

/**
 * Questionnaires with the questions as they were asked, and their answers, a row each, so that they can be given in pieces. What is frozen
 * stays: a trigger refuses to take out or change an answer of a questionnaire that is no longer being answered, but for its review.
 */
export class CreateQuestionnaires1795404000000 implements MigrationInterface {
  name = 'CreateQuestionnaires1795404000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table questionnaire (
        organization_id uuid not null references organization,
        id uuid not null,
        key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 80),
        version integer not null default 1 check (version > 0),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        about text not null check (about in ('service', 'practice')),
        service_key text constraint questionnaire_about_service check ((about = 'service') = (service_key is not null)),
        catalog_version text not null,
        state text not null check (state in ('issued', 'submitted', 'superseded', 'withdrawn')),
        issued_on date,
        submitted_on date,
        submitted_by jsonb,
        supersedes text,
        withdrawal jsonb,
        questions jsonb not null,
        primary key (organization_id, id),
        unique (organization_id, key),
        foreign key (organization_id, service_key) references service (organization_id, key),
        foreign key (organization_id, supersedes) references questionnaire (organization_id, key)
      );
      create index questionnaire_service on questionnaire (organization_id, service_key);
      create unique index questionnaire_one_open on questionnaire (organization_id, about, coalesce(service_key, ''))
        where state = 'issued';

      create table questionnaire_answer (
        organization_id uuid not null,
        questionnaire_id uuid not null,
        question text not null,
        value jsonb not null,
        basis text check (basis in ('observed', 'audited', 'documented', 'stated')),
        evidence text,
        evidence_keys text[],
        answered_on date not null,
        answered_by text,
        note text,
        carried_from text,
        review jsonb,
        primary key (organization_id, questionnaire_id, question),
        foreign key (organization_id, questionnaire_id) references questionnaire (organization_id, id)
      );

      create function questionnaire_answer_stays() returns trigger language plpgsql as $$
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
      revoke all on function questionnaire_answer_stays() from public;
      create trigger questionnaire_answer_stays before update or delete on questionnaire_answer
        for each row execute function questionnaire_answer_stays();
    `);
    for (const table of ['questionnaire', 'questionnaire_answer']) await protectTenantTable(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table questionnaire_answer;
      drop function questionnaire_answer_stays();
      drop table questionnaire;
    `);
  }
}
