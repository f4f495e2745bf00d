import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Vendors with contacts and roles, services with plans, model providers, model versions, integrations and hosting, and the ground on
 * which a flow goes to somebody who is no business associate.
 */
export class WidenVendorRecords1795400000000 implements MigrationInterface {
  name = 'WidenVendorRecords1795400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table vendor
        add column roles text[],
        add column headquarters_country text,
        add column contacts jsonb;

      alter table service
        add column plans jsonb,
        add column model_providers jsonb,
        add column model_versions jsonb,
        add column integrations jsonb,
        add column hosting_countries text[],
        add column hosting_regions text[];

      alter table data_flow
        add column exception_ground text,
        add column exception_reason text,
        drop constraint data_flow_exception_cited,
        add constraint data_flow_exception_cited check (
          (recipient_role = 'exception') <= (exception_citation is not null or exception_ground is not null)
        ),
        add constraint data_flow_exception_explained check (exception_ground is null or exception_reason is not null);
    `);
  }

  /** A ground that stands alone becomes the citation, which alone is asked for again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table data_flow no force row level security;
      update data_flow set exception_citation = exception_ground where exception_citation is null;
      alter table data_flow force row level security;

      alter table data_flow
        drop constraint data_flow_exception_explained,
        drop constraint data_flow_exception_cited,
        add constraint data_flow_exception_cited check ((recipient_role = 'exception') <= (exception_citation is not null)),
        drop column exception_reason,
        drop column exception_ground;

      alter table service
        drop column hosting_regions,
        drop column hosting_countries,
        drop column integrations,
        drop column model_versions,
        drop column model_providers,
        drop column plans;

      alter table vendor
        drop column contacts,
        drop column headquarters_country,
        drop column roles;
    `);
  }
}
