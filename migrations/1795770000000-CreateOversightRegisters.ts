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
const TO_INCIDENT = 'foreign key (organization_id, incident_key) references incident (organization_id, key)';
const TO_SERVICE_LEVEL =
  'foreign key (organization_id, service_level_key) references service_level (organization_id, key)';

const TABLES = [
  'bias_audit',
  'log_review',
  'disputed_decision',
  'performance_measurement',
  'vendor_review',
  'exit_plan',
];

/** The registers of living with AI: what was audited, gone through, questioned, measured, agreed with vendors, and planned for leaving. */
export class CreateOversightRegisters1795770000000 implements MigrationInterface {
  name = 'CreateOversightRegisters1795770000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table bias_audit (${RECORD},
        service_key text not null,
        output text not null,
        measure text not null,
        method text not null,
        done_by text not null,
        period_start date not null,
        period_end date not null,
        done_on date not null,
        smallest_group integer not null,
        threshold_percent integer not null,
        threshold_set_on date not null,
        groups jsonb not null,
        findings text not null,
        culture_missed text,
        actions text,
        next_on date,
        evidence_keys text[],
        constraint bias_audit_period_in_order check (period_end >= period_start),
        constraint bias_audit_threshold check (threshold_percent between 1 and 100 and smallest_group > 1),
        ${TO_SERVICE}
      );
      create index bias_audit_service on bias_audit (organization_id, service_key);

      create table log_review (${RECORD},
        service_key text not null,
        log text not null,
        period_start date not null,
        period_end date not null,
        done_on date not null,
        done_by text not null,
        entries integer not null,
        looked_at integer not null,
        chosen text not null,
        anomalies jsonb not null,
        follow_up text,
        incident_key text,
        next_on date,
        evidence_keys text[],
        constraint log_review_period_in_order check (period_end >= period_start),
        constraint log_review_counts check (entries >= 0 and looked_at between 0 and entries),
        ${TO_INCIDENT},
        ${TO_SERVICE}
      );
      create index log_review_service on log_review (organization_id, service_key);
      create index log_review_incident on log_review (organization_id, incident_key);

      create table disputed_decision (${RECORD},
        service_key text not null,
        reference text not null,
        output text not null,
        questioned_by text not null,
        asks_for_amendment text not null,
        received_on date not null,
        answer_days integer not null,
        reviewer text,
        decided_on date,
        outcome text,
        reason text,
        told_on date,
        appeal_on date,
        appeal_days integer,
        appeal_reviewer text,
        appeal_decided_on date,
        appeal_outcome text,
        lesson text,
        evidence_keys text[],
        constraint disputed_decision_decided check ((decided_on is null) = (outcome is null)),
        constraint disputed_decision_appeal_decided check ((appeal_decided_on is null) = (appeal_outcome is null)),
        ${TO_SERVICE}
      );
      create index disputed_decision_service on disputed_decision (organization_id, service_key);

      create table performance_measurement (${RECORD},
        service_key text not null,
        figure text not null,
        measured double precision not null,
        unit text not null,
        scope text not null,
        cases integer,
        group_name text,
        period_start date not null,
        period_end date not null,
        measured_by text not null,
        method text,
        service_level_key text,
        credit text,
        credit_claimed_on date,
        credit_note text,
        note text,
        evidence_keys text[],
        constraint performance_measurement_period_in_order check (period_end >= period_start),
        constraint performance_measurement_share check (unit <> 'percent' or measured <= 100),
        ${TO_SERVICE_LEVEL},
        ${TO_SERVICE}
      );
      create index performance_measurement_service on performance_measurement (organization_id, service_key);
      create index performance_measurement_level on performance_measurement (organization_id, service_level_key);

      create table vendor_review (${RECORD},
        vendor_key text not null,
        kind text not null,
        services text[] not null,
        done_on date not null,
        took_part text[] not null,
        points jsonb not null,
        agreed jsonb,
        conclusion text not null,
        reason text,
        next_on date,
        evidence_keys text[],
        ${TO_VENDOR}
      );
      create index vendor_review_vendor on vendor_review (organization_id, vendor_key);

      create table exit_plan (${RECORD},
        service_key text not null,
        answers_for text not null,
        goes_to text,
        formats text[],
        steps text,
        notice_days integer,
        trials jsonb,
        leaving_on date,
        access_until date,
        certificate_on date,
        certificate_evidence_key text,
        unique (organization_id, service_key),
        ${TO_SERVICE}
      );
    `);
    for (const table of TABLES) await protectTenantTable(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.query(`drop table ${table}`);
  }
}
