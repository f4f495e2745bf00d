import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets the sweep find the practices whose stored scores no longer hold: ids only, whatever the tenant. */
export class CreateRescoring1795405000000 implements MigrationInterface {
  name = 'CreateRescoring1795405000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy service_score_owner_lists on service_score for select to current_user using (true);

      create function organizations_to_rescore(at timestamptz, model_id text, model_version text)
        returns table (organization_id uuid)
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          select distinct s.organization_id
          from public.service_score s join public.organization o on o.organization_id = s.organization_id
          where s.holds_until < ($1 at time zone o.time_zone)::date
            or s.model_id <> $2 or s.model_version <> $3
          order by s.organization_id limit 1000
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function organizations_to_rescore(timestamptz, text, text)');
    await runner.query('drop policy service_score_owner_lists on service_score');
  }
}
