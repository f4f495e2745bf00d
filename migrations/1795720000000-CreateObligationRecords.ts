import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../src/database/tenancy.sql';

const RECORD = `
  organization_id uuid not null references organization,
  id uuid not null,
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 80),
  version integer not null default 1 check (version > 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, key)`;

const TABLES = ['obligation_completion', 'obligation_setting'];

/** What was done about recurring obligations, with its proof, and what a practice decided about them. */
export class CreateObligationRecords1795720000000 implements MigrationInterface {
  name = 'CreateObligationRecords1795720000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table obligation_completion (${RECORD},
        obligation text not null,
        -- kind and key of what it is about; null for the practice as a whole
        subject jsonb,
        period text not null,
        happened_on date,
        done_on date not null,
        done_by jsonb not null,
        found text,
        proof text,
        evidence_key text,
        constraint obligation_completion_proven check (proof is not null or evidence_key is not null),
        foreign key (organization_id, evidence_key) references evidence (organization_id, key)
      );
      -- Each time is completed once, whoever asks at the same moment.
      create unique index obligation_completion_once on obligation_completion
        (organization_id, obligation, coalesce(subject ->> 'kind', ''), coalesce(subject ->> 'key', ''), period);

      create table obligation_setting (${RECORD},
        obligation text not null,
        decision text not null check (decision in ('as_published', 'other_interval', 'not_applicable', 'track_on')),
        months integer check (months between 1 and 36),
        reason text not null,
        decided_by jsonb not null,
        decided_on date not null,
        constraint obligation_setting_months check ((decision = 'other_interval') = (months is not null)),
        constraint obligation_setting_once unique (organization_id, obligation)
      );
    `);
    for (const table of TABLES) await protectTenantTable(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`drop table ${table}`);
  }
}
