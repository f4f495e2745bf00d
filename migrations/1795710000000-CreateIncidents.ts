import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../src/database/tenancy.sql';

const YES_NO_UNKNOWN = `in ('yes', 'no', 'unknown')`;

/**
 * Incidents, with the services that each concerns. `duties` is what the practice owes because of it, worked out from the facts in the transaction of
 * every change (src/incident-duties): lists of what is due read it, no dossier holds it.
 */
export class CreateIncidents1795710000000 implements MigrationInterface {
  name = 'CreateIncidents1795710000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table incident (
        organization_id uuid not null references organization,
        id uuid not null,
        key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 80),
        version integer not null default 1 check (version > 0),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        title text not null,
        kind text not null,
        summary text,
        happened_on date,
        happened_until date,
        known_on date not null,
        should_have_been_known_on date,
        vendor_key text,
        vendor_discovered_on date,
        vendor_told_on date,
        vendor_is_agent text check (vendor_is_agent ${YES_NO_UNKNOWN}),
        impermissible_use text not null check (impermissible_use ${YES_NO_UNKNOWN}),
        data_secured text not null check (data_secured ${YES_NO_UNKNOWN}),
        affected_individuals integer check (affected_individuals > 0),
        affected_by_state jsonb,
        exception text,
        exception_reason text,
        factors jsonb,
        conclusion jsonb,
        law_enforcement_delay jsonb,
        notices jsonb,
        mitigation text,
        outcome text,
        evidence_keys text[],
        closed_on date,
        duties jsonb not null default '[]',
        primary key (organization_id, id),
        unique (organization_id, key),
        foreign key (organization_id, vendor_key) references vendor (organization_id, key)
      );
      create index incident_vendor on incident (organization_id, vendor_key);

      create table incident_service (
        organization_id uuid not null,
        incident_key text not null,
        service_key text not null,
        primary key (organization_id, incident_key, service_key),
        foreign key (organization_id, incident_key) references incident (organization_id, key),
        foreign key (organization_id, service_key) references service (organization_id, key)
      );
      create index incident_service_service on incident_service (organization_id, service_key);
    `);
    for (const table of ['incident', 'incident_service']) await protectTenantTable(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table incident_service; drop table incident;');
  }
}
