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

/** In the order in which they can be dropped. */
const TABLES = ['training_record', 'policy_acknowledgement', 'policy_version', 'policy', 'staff_member'];

/** Who works in the practice, its policies with each adopted version and who acknowledged it, and who was trained in what. */
export class CreatePoliciesAndTraining1795740000000 implements MigrationInterface {
  name = 'CreatePoliciesAndTraining1795740000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table staff_member (${RECORD},
        name text not null,
        jobs text[] not null,
        email text,
        started_on date,
        left_on date,
        constraint staff_member_dates_in_order check (left_on >= started_on)
      );
      create unique index staff_member_email_once on staff_member (organization_id, lower(email));

      create table policy (${RECORD},
        template text,
        title text not null,
        responsible jsonb,
        choices jsonb,
        additions text,
        review_months integer not null check (review_months between 1 and 36),
        last_review jsonb,
        retirement jsonb
      );

      create table policy_version (${RECORD},
        policy_key text not null,
        number integer not null check (number > 0),
        title text not null,
        text jsonb,
        digest text check (digest ~ '^[0-9a-f]{64}$'),
        evidence_key text,
        adopted_on date not null,
        approved_by jsonb not null,
        reason text not null,
        constraint policy_version_number_once unique (organization_id, policy_key, number),
        foreign key (organization_id, policy_key) references policy (organization_id, key),
        foreign key (organization_id, evidence_key) references evidence (organization_id, key)
      );

      create table policy_acknowledgement (${RECORD},
        policy_version_key text not null,
        staff_member_key text not null,
        acknowledged_on date not null,
        how text not null check (how in ('signed_in', 'noted')),
        noted_by jsonb,
        constraint policy_acknowledgement_once unique (organization_id, policy_version_key, staff_member_key),
        foreign key (organization_id, policy_version_key) references policy_version (organization_id, key),
        foreign key (organization_id, staff_member_key) references staff_member (organization_id, key)
      );
      create index policy_acknowledgement_staff_member on policy_acknowledgement (organization_id, staff_member_key);

      create table training_record (${RECORD},
        module text not null,
        staff_member_key text not null,
        completed_on date not null,
        passed boolean not null,
        judged_by jsonb not null,
        shown text,
        evidence_key text,
        foreign key (organization_id, staff_member_key) references staff_member (organization_id, key),
        foreign key (organization_id, evidence_key) references evidence (organization_id, key)
      );
      create index training_record_staff_member on training_record (organization_id, staff_member_key);
    `);
    for (const table of TABLES) await protectTenantTable(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`drop table ${table}`);
  }
}
