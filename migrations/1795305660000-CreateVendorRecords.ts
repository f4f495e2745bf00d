import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../src/database/tenancy.sql';

// Records refer to each other by key within their organization: what a person writes in a dossier is what the foreign key holds
// (docs/decisions/0004-records-refer-by-key.md).
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

const TABLES = [
  'vendor',
  'service',
  'agreement',
  'agreement_service',
  'soc2_report',
  'soc2_report_service',
  'data_flow',
  'checklist',
  'practice_measures',
  'adjustment',
];

/** Vendors and services with what is known of them: agreements, SOC 2 reports, flows, checklists, measures, adjustments. */
export class CreateVendorRecords1795305660000 implements MigrationInterface {
  name = 'CreateVendorRecords1795305660000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table vendor (${RECORD},
        name text not null,
        website text
      );

      create table service (${RECORD},
        vendor_key text not null,
        name text not null,
        plan text,
        functions text[] not null check (cardinality(functions) > 0),
        uses_ai boolean not null,
        model_provider text,
        subcontractors jsonb,
        ${TO_VENDOR}
      );
      create index service_vendor on service (organization_id, vendor_key);

      create table agreement (${RECORD},
        vendor_key text not null,
        kind text not null check (kind in ('business_associate_agreement', 'qualified_service_organization_agreement')),
        title text not null,
        signed_on date,
        effective_on date,
        ends_on date,
        terminated_on date,
        breach_notice_hours integer check (breach_notice_hours > 0),
        provisions jsonb,
        constraint agreement_dates_in_order check (ends_on >= coalesce(effective_on, signed_on)),
        ${TO_VENDOR}
      );
      create index agreement_vendor on agreement (organization_id, vendor_key);

      create table agreement_service (
        organization_id uuid not null,
        agreement_key text not null,
        service_key text not null,
        primary key (organization_id, agreement_key, service_key),
        foreign key (organization_id, agreement_key) references agreement (organization_id, key),
        ${TO_SERVICE}
      );
      create index agreement_service_service on agreement_service (organization_id, service_key);

      create table soc2_report (${RECORD},
        vendor_key text not null,
        kind text not null check (kind in ('soc2_type_1', 'soc2_type_2')),
        opinion text not null check (opinion in ('unqualified', 'qualified', 'adverse', 'disclaimer')),
        auditor text not null,
        period_start date,
        period_end date not null,
        bridge_letter_until date,
        categories text[] not null check (cardinality(categories) > 0),
        qualified_criteria text[],
        exceptions jsonb,
        constraint soc2_report_period_in_order check (period_start <= period_end),
        ${TO_VENDOR}
      );
      create index soc2_report_vendor on soc2_report (organization_id, vendor_key);

      create table soc2_report_service (
        organization_id uuid not null,
        soc2_report_key text not null,
        service_key text not null,
        primary key (organization_id, soc2_report_key, service_key),
        foreign key (organization_id, soc2_report_key) references soc2_report (organization_id, key),
        ${TO_SERVICE}
      );
      create index soc2_report_service_service on soc2_report_service (organization_id, service_key);

      create table data_flow (${RECORD},
        service_key text not null,
        from_party text not null check (from_party in ('practice', 'clients', 'service', 'subcontractor')),
        from_subcontractor text constraint data_flow_from_subcontractor check ((from_party = 'subcontractor') = (from_subcontractor is not null)),
        to_party text not null check (to_party in ('practice', 'clients', 'service', 'subcontractor')),
        to_subcontractor text constraint data_flow_to_subcontractor check ((to_party = 'subcontractor') = (to_subcontractor is not null)),
        data_classes text[] not null check (cardinality(data_classes) > 0),
        purpose text not null,
        identifiability text not null,
        deidentification_evidence text,
        recipient_role text not null check (recipient_role in ('business_associate', 'exception')),
        exception_citation text constraint data_flow_exception_cited check ((recipient_role = 'exception') <= (exception_citation is not null)),
        country text,
        retention_days integer check (retention_days >= 0),
        encrypted_in_transit text not null check (encrypted_in_transit in ('yes', 'no', 'unknown')),
        encrypted_at_rest text not null check (encrypted_at_rest in ('yes', 'no', 'unknown')),
        clients_per_year integer check (clients_per_year >= 0),
        ${TO_SERVICE}
      );
      create index data_flow_service on data_flow (organization_id, service_key);

      create table checklist (${RECORD},
        service_key text not null,
        answers jsonb not null,
        unique (organization_id, service_key),
        ${TO_SERVICE}
      );

      create table practice_measures (${RECORD},
        service_key text not null,
        consents jsonb,
        note_review jsonb,
        audio_deletion jsonb,
        unique (organization_id, service_key),
        ${TO_SERVICE}
      );

      create table adjustment (${RECORD},
        service_key text not null,
        threat text not null,
        target text not null check (target in ('initiation', 'adverse_impact', 'impact')),
        level text not null check (level in ('very_low', 'low', 'moderate', 'high', 'very_high')),
        assessor jsonb not null,
        reason text not null,
        decided_on date not null,
        ${TO_SERVICE}
      );
      create index adjustment_service on adjustment (organization_id, service_key);
    `);
    for (const table of TABLES) await protectTenantTable(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.query(`drop table ${table}`);
  }
}
