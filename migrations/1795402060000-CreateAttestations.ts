import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../src/database/tenancy.sql';

const ANSWERS = "('yes', 'no', 'unknown')";

/** Attestations other than SOC 2 reports, each on services of one vendor. */
export class CreateAttestations1795402060000 implements MigrationInterface {
  name = 'CreateAttestations1795402060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table attestation (
        organization_id uuid not null references organization,
        id uuid not null,
        key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 80),
        version integer not null default 1 check (version > 0),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        vendor_key text not null,
        kind text not null check (kind in ('soc3', 'soc2_hipaa', 'hipaa_seal', 'hitrust_e1', 'hitrust_i1', 'hitrust_r2', 'hitrust_ai', 'iso_27001', 'iso_27701', 'iso_42001', 'penetration_test', 'self_assessment', 'onc_health_it')),
        scope text,
        certified_entity text,
        issuer text not null,
        number text,
        issued_on date not null,
        valid_until date,
        surveillance_on date,
        withdrawn_on date,
        accredited_body text check (accredited_body in ${ANSWERS}),
        independent_issuer text check (independent_issuer in ${ANSWERS}),
        covered_by_opinion text check (covered_by_opinion in ${ANSWERS}),
        open_findings jsonb,
        covers_ai text check (covers_ai in ${ANSWERS}),
        proof text check (proof in ('document', 'public_register', 'vendor_statement')),
        statement text,
        constraint attestation_dates_in_order check (valid_until >= issued_on),
        primary key (organization_id, id),
        unique (organization_id, key),
        foreign key (organization_id, vendor_key) references vendor (organization_id, key)
      );
      create index attestation_vendor on attestation (organization_id, vendor_key);

      create table attestation_service (
        organization_id uuid not null,
        attestation_key text not null,
        service_key text not null,
        primary key (organization_id, attestation_key, service_key),
        foreign key (organization_id, attestation_key) references attestation (organization_id, key),
        foreign key (organization_id, service_key) references service (organization_id, key)
      );
      create index attestation_service_service on attestation_service (organization_id, service_key);
    `);
    for (const table of ['attestation', 'attestation_service']) await protectTenantTable(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table attestation_service; drop table attestation;');
  }
}
