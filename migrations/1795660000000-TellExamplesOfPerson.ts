import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which of a person's practices are made up, also those that do not open to a session: they stand last, and count nowhere. */
export class TellExamplesOfPerson1795660000000 implements MigrationInterface {
  name = 'TellExamplesOfPerson1795660000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function examples_of_person(given_person uuid) returns table (organization_id uuid)
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          select o.organization_id from public.membership m join public.organization o on o.organization_id = m.organization_id
          where m.person_id = given_person and m.ended_at is null and o.is_example
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function examples_of_person(uuid)');
  }
}
