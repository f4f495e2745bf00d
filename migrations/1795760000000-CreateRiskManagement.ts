import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../src/database/tenancy.sql';

const LEVEL = `in ('very_low', 'low', 'moderate', 'high', 'very_high')`;

const RECORD = `
  organization_id uuid not null references organization,
  id uuid not null,
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 80),
  version integer not null default 1 check (version > 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  service_key text,
  primary key (organization_id, id),
  unique (organization_id, key),
  foreign key (organization_id, service_key) references service (organization_id, key)`;

/**
 * What a practice does about its risks: bears one, with its name (risk_acceptance), does something about a gap (finding), or decides whether a tool
 * is used (practice_decision). How each stands is worked out and in no column.
 */
export class CreateRiskManagement1795760000000 implements MigrationInterface {
  name = 'CreateRiskManagement1795760000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table risk_acceptance (${RECORD},
        threat text not null check (threat ~ '^T-[0-9]{2}$'),
        level text not null check (level ${LEVEL}),
        accepted_by jsonb not null,
        accepted_on date not null,
        until date not null,
        reason text not null,
        meanwhile text,
        renews_key text,
        basis jsonb not null,
        ended jsonb,
        constraint risk_acceptance_dates_in_order check (until >= accepted_on),
        foreign key (organization_id, renews_key) references risk_acceptance (organization_id, key)
      );
      create index risk_acceptance_service on risk_acceptance (organization_id, service_key);
      create index risk_acceptance_renews on risk_acceptance (organization_id, renews_key);

      create table finding (${RECORD},
        title text not null,
        detail text,
        source text not null,
        source_id text,
        severity text not null check (severity ${LEVEL}),
        found_on date not null,
        found_by jsonb not null,
        actions jsonb,
        reviews jsonb,
        acceptance_key text,
        evidence_keys text[],
        foreign key (organization_id, acceptance_key) references risk_acceptance (organization_id, key)
      );
      create index finding_service on finding (organization_id, service_key);
      create index finding_acceptance on finding (organization_id, acceptance_key);

      create table practice_decision (${RECORD},
        outcome text not null,
        decided_by jsonb not null,
        decided_on date not null,
        benefit text,
        risk text,
        reasons text not null,
        contrary_reason text,
        conditions jsonb,
        review_on date not null,
        assessment_digest text check (assessment_digest ~ '^[0-9a-f]{64}$'),
        looked_at jsonb,
        constraint practice_decision_dates_in_order check (review_on > decided_on)
      );
      create index practice_decision_service on practice_decision (organization_id, service_key);
    `);
    for (const table of ['risk_acceptance', 'finding', 'practice_decision'])
      await protectTenantTable(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table practice_decision; drop table finding; drop table risk_acceptance;');
  }
}
