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

const TO_VENDOR = 'foreign key (organization_id, vendor_key) references vendor (organization_id, key)';
const TO_SERVICE = 'foreign key (organization_id, service_key) references service (organization_id, key)';
const TO_AGREEMENT =
  'foreign key (organization_id, agreement_key) references agreement (organization_id, key)';
const TO_MODEL_CARD =
  'foreign key (organization_id, model_card_key) references model_card (organization_id, key)';
const YES_NO_UNKNOWN = `in ('yes', 'no', 'unknown')`;

const TABLES = ['model_card', 'clinical_validation', 'financial_standing', 'service_level', 'exit_terms'];

/** What is known of models, of studies, of the vendor's money, of its promises and of the way out. */
export class CreateVendorFacts1795400060000 implements MigrationInterface {
  name = 'CreateVendorFacts1795400060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table model_card (${RECORD},
        service_key text not null,
        model text not null,
        model_version text not null,
        provider text not null,
        released_on date,
        intended_use text not null,
        out_of_scope_uses text[],
        limitations text[],
        training_data text,
        trained_on_client_data text not null check (trained_on_client_data ${YES_NO_UNKNOWN}),
        languages text[],
        populations_evaluated text[],
        metrics jsonb,
        reference text,
        dated_on date not null,
        ${TO_SERVICE}
      );
      create index model_card_service on model_card (organization_id, service_key);

      create table clinical_validation (${RECORD},
        service_key text not null,
        study text not null,
        design text not null,
        setting text,
        population text,
        sample_size integer check (sample_size > 0),
        sites integer check (sites > 0),
        independent text not null check (independent ${YES_NO_UNKNOWN}),
        peer_reviewed text not null check (peer_reviewed ${YES_NO_UNKNOWN}),
        finding text not null,
        outcome text not null,
        limitations text,
        model_card_key text,
        published_on date not null,
        reference text,
        ${TO_SERVICE},
        ${TO_MODEL_CARD}
      );
      create index clinical_validation_service on clinical_validation (organization_id, service_key);

      create table financial_standing (${RECORD},
        vendor_key text not null,
        as_of date not null,
        years_in_business integer check (years_in_business >= 0),
        ownership text not null,
        funding text,
        profitable text not null check (profitable ${YES_NO_UNKNOWN}),
        audited_statements_seen boolean not null,
        runway_months integer check (runway_months >= 0),
        insurance jsonb,
        basis text not null,
        source text,
        ${TO_VENDOR}
      );
      create index financial_standing_vendor on financial_standing (organization_id, vendor_key);

      create table service_level (${RECORD},
        service_key text not null,
        measure text not null,
        promised double precision not null check (promised >= 0),
        unit text not null,
        measured_over text,
        remedy text not null,
        penalty text,
        agreement_key text,
        exclusions text[],
        constraint service_level_share check (unit <> 'percent' or promised <= 100),
        ${TO_SERVICE},
        ${TO_AGREEMENT}
      );
      create index service_level_service on service_level (organization_id, service_key);

      create table exit_terms (${RECORD},
        service_key text not null,
        export_formats text[],
        export_tested_on date,
        export_cost text not null,
        export_cost_note text,
        transition_days integer check (transition_days >= 0),
        deletion_days integer check (deletion_days >= 0),
        backup_days integer check (backup_days >= 0),
        certificate_of_destruction text not null check (certificate_of_destruction ${YES_NO_UNKNOWN}),
        notice_days integer check (notice_days >= 0),
        covers_insolvency text not null check (covers_insolvency ${YES_NO_UNKNOWN}),
        covers_change_of_control text check (covers_change_of_control ${YES_NO_UNKNOWN}),
        agreement_key text,
        unique (organization_id, service_key),
        ${TO_SERVICE},
        ${TO_AGREEMENT}
      );
    `);
    for (const table of TABLES) await protectTenantTable(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.query(`drop table ${table}`);
  }
}
