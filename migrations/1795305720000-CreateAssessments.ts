import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../src/database/tenancy.sql';

const TABLES = ['service_score', 'assessment', 'report'];

/** Stored scores, assessments from draft to seal, and the reports printed from them. */
export class CreateAssessments1795305720000 implements MigrationInterface {
  name = 'CreateAssessments1795305720000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table service_score (
        organization_id uuid not null references organization,
        service_key text not null,
        decision text not null check (decision in ('do_not_use', 'not_enough_known', 'use_with_conditions', 'acceptable')),
        level text not null,
        inherent_level text not null,
        index_out_of_100 integer not null check (index_out_of_100 between 0 and 100),
        confidence_percent integer not null check (confidence_percent between 0 and 100),
        as_of date not null,
        holds_until date,
        model_id text not null,
        model_version text not null,
        result jsonb not null,
        scored_at timestamptz not null default now(),
        primary key (organization_id, service_key),
        foreign key (organization_id, service_key) references service (organization_id, key)
      );
      create index service_score_due on service_score (organization_id, holds_until);

      create table assessment (
        organization_id uuid not null references organization,
        id uuid not null,
        version integer not null default 1 check (version > 0),
        status text not null check (status in ('draft', 'reviewed', 'sealed')),
        title text not null,
        as_of date not null,
        -- the canonical bytes of the document as text: jsonb would reorder them
        document text not null,
        digest text not null check (digest ~ '^[0-9a-f]{64}$'),
        seal jsonb,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        check ((status = 'sealed') = (seal is not null))
      );

      create function refuse_change_of_sealed() returns trigger language plpgsql as $$
      begin
        if old.status = 'sealed' then
          raise exception 'a sealed assessment never changes' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$;
      create trigger assessment_sealed_for_ever before update or delete on assessment
        for each row execute function refuse_change_of_sealed();

      create table report (
        organization_id uuid not null references organization,
        id uuid not null,
        assessment_id uuid not null,
        format text not null check (format in ('pdf', 'html')),
        status text not null check (status in ('queued', 'printing', 'done', 'failed')),
        failure text,
        content bytea,
        content_digest text check (content_digest ~ '^[0-9a-f]{64}$'),
        document_digest text not null check (document_digest ~ '^[0-9a-f]{64}$'),
        created_at timestamptz not null default now(),
        finished_at timestamptz,
        primary key (organization_id, id),
        foreign key (organization_id, assessment_id) references assessment (organization_id, id),
        check ((status = 'done') = (content is not null)),
        check ((status = 'failed') = (failure is not null))
      );
      create index report_assessment on report (organization_id, assessment_id, id);
    `);
    for (const table of TABLES) await protectTenantTable(runner, table);
    // For the sweep that finds reports whose job was lost: ids only, and the owner needs a policy to see the rows.
    await runner.query(`
      create policy report_owner_lists on report for select to current_user using (true);

      create function unfinished_reports() returns table (organization_id uuid, report_id uuid)
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          select r.organization_id, r.id from public.report r where r.status in ('queued', 'printing') order by r.id limit 1000
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function unfinished_reports()');
    for (const table of [...TABLES].reverse()) await runner.query(`drop table ${table}`);
    await runner.query('drop function refuse_change_of_sealed()');
  }
}
