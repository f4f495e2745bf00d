import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../src/database/tenancy.sql';

/**
 * What a firm is called on the reports that its people draw up, set once at the firm; and whether a practice wants firms named on its reports at all. Of an
 * organization without a row nothing is set and firms are named.
 */
export class CreateLetterheads1795611000000 implements MigrationInterface {
  name = 'CreateLetterheads1795611000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table letterhead (
        organization_id uuid primary key references organization,
        version integer not null check (version > 0),
        name text check (length(name) between 1 and 120),
        contact text check (length(contact) between 1 and 200),
        -- PNG or JPEG as this product wrote it, never as it came
        logo bytea check (octet_length(logo) <= 131072),
        logo_type text check (logo_type in ('image/png', 'image/jpeg')),
        logo_width integer check (logo_width between 1 and 2000),
        logo_height integer check (logo_height between 1 and 2000),
        shows_firms boolean not null,
        updated_at timestamptz not null,
        constraint letterhead_logo_whole check (num_nulls(logo, logo_type, logo_width, logo_height) in (0, 4))
      );
    `);
    await protectTenantTable(runner, 'letterhead');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table letterhead');
  }
}
