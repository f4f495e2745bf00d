import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Practices that are made up, for a person to look around in: marked as such, and closed by themselves after thirty days. */
export class CreateExamplePractices1795650000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organization
        add column is_example boolean not null default false,
        drop constraint organization_closed_because_check,
        add constraint organization_closed_because_check
          check (closed_because in ('practice_ended', 'practice_merged', 'other_software', 'opened_by_mistake', 'example_over'));

      -- Through a function, since row-level security hides the rows from whoever looks in no organization.
      create function examples_to_close(at_moment timestamptz) returns table (organization_id uuid)
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          select o.organization_id from public.organization o
          where o.is_example and o.closed_at is null and o.created_at <= at_moment - interval '30 days'
          order by o.organization_id limit 1000
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function examples_to_close(timestamptz);
      update organization set closed_because = 'opened_by_mistake' where closed_because = 'example_over';
      alter table organization
        drop column is_example,
        drop constraint organization_closed_because_check,
        add constraint organization_closed_because_check
          check (closed_because in ('practice_ended', 'practice_merged', 'other_software', 'opened_by_mistake'));
    `);
  }
}
