import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../src/database/tenancy.sql';

/** Forms of consent by version, with the services that each is about. An adopted one holds the text that clients read; no client is named anywhere. */
export class CreateConsentForms1795730000000 implements MigrationInterface {
  name = 'CreateConsentForms1795730000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table consent_form (
        organization_id uuid not null references organization,
        id uuid not null,
        key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 80),
        version integer not null default 1 check (version > 0),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        kind text not null check (kind in ('recording', 'ai_use', 'telehealth')),
        form_version text not null,
        own_words jsonb,
        review jsonb,
        replaces text,
        adoption jsonb,
        attestation jsonb,
        withdrawal jsonb,
        primary key (organization_id, id),
        unique (organization_id, key),
        constraint consent_form_attested_once_adopted check (attestation is null or adoption is not null)
      );

      create table consent_form_service (
        organization_id uuid not null,
        consent_form_key text not null,
        service_key text not null,
        primary key (organization_id, consent_form_key, service_key),
        foreign key (organization_id, consent_form_key) references consent_form (organization_id, key),
        foreign key (organization_id, service_key) references service (organization_id, key)
      );
      create index consent_form_service_service on consent_form_service (organization_id, service_key);
    `);
    for (const table of ['consent_form', 'consent_form_service']) await protectTenantTable(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table consent_form_service; drop table consent_form;');
  }
}
