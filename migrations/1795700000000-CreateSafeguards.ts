import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../src/database/tenancy.sql';

/** How a practice meets each entry of the HIPAA Security Rule, and which other roles under HIPAA it has. */
export class CreateSafeguards1795700000000 implements MigrationInterface {
  name = 'CreateSafeguards1795700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table safeguard (
        organization_id uuid not null references organization,
        id uuid not null,
        key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 80),
        version integer not null default 1 check (version > 0),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        entry text not null check (length(entry) <= 30),
        status text not null check (status in ('unknown', 'not_in_place', 'partly', 'in_place')),
        done text,
        evidence_keys text[],
        owner jsonb,
        since date,
        answered_on date not null,
        confirmed_on date,
        decision jsonb,
        primary key (organization_id, id),
        unique (organization_id, key),
        constraint safeguard_dates_in_order check (confirmed_on >= answered_on)
      );
      alter table organization add other_roles text[];
    `);
    await protectTenantTable(runner, 'safeguard');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table organization drop other_roles');
    await runner.query('drop table safeguard');
  }
}
