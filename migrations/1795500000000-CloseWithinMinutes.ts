import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An organization is closed now: by the clock of the database, within five minutes. These are counted on top of the thirty days before it may be erased, so
 * that no clock of an application shortens them.
 */
export class CloseWithinMinutes1795500000000 implements MigrationInterface {
  name = 'CloseWithinMinutes1795500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(closingIsNow(300));
    await runner.query(erasureIsDue('30 days 5 minutes'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(erasureIsDue('30 days'));
    await runner.query(closingIsNow(86_400));
  }
}

function closingIsNow(seconds: number): string {
  return `
      create or replace function closing_is_now() returns trigger language plpgsql as $$
      begin
        if abs(extract(epoch from new.closed_at - now())) > ${seconds} then
          raise exception 'an organization is closed now, not at another time' using errcode = 'check_violation';
        end if;
        return new;
      end $$;`;
}

function erasureIsDue(least: string): string {
  return `
      create or replace function erasure_is_due(given_organization uuid) returns boolean
        language sql stable security definer set search_path = pg_catalog, public
        as $$
          select exists (select from public.organization where organization_id = given_organization
            and closed_at <= now() - interval '${least}' and erase_on <= (now() at time zone time_zone)::date)
        $$;`;
}
