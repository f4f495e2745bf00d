import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of a link that has ended its digests are removed, those of the browsers that began by it too. The link itself, with what was submitted, stays. */
export class PurgeVendorLinkDigests1795652000000 implements MigrationInterface {
  name = 'PurgeVendorLinkDigests1795652000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- By the clock of the database, as for other ways in. Gives the links, a link once for each of its digests.
      create function purge_vendor_link_digests(ended_for interval) returns setof uuid
        language sql volatile security definer set search_path = pg_catalog, public
        as $$
          delete from public.vendor_link_digest d using public.vendor_link l
          where l.organization_id = d.organization_id and l.id = d.vendor_link_id
            and least(l.submitted_at, l.revoked_at, l.expires_at) < now() - ended_for
          returning l.id
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function purge_vendor_link_digests(interval);');
  }
}
